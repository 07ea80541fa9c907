import {profileOf, savesFolder} from '../saves/glance/index.ts';
import {
	bestRuns,
	BOARDS,
	diskTrouble,
	indexRuns,
	noteRuns,
	readJournal,
	readRuns,
	runsOn,
	shownPath,
	type Board,
	type IndexedRuns,
	type Played,
	type SavedRun,
} from '../saves/index.ts';
import {scoredAgain} from '../play/runs/index.ts';
import {headlineOf, playedBy, WORLD} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {signatureCell, signaturesFor} from './signature-words.ts';
import {columns, complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	rebuild: {type: 'boolean'},
	json: {type: 'boolean'},
} as const;

/** A copy of what is known is written after so many runs. */
const KEEP_EVERY = 50;
/** So long a list that was asked for may keep people waiting; one run is lived again in any case. */
const PATIENCE_MS = 600;
/** As many files that cannot be read are named. */
const PASSED_SHOWN = 5;

const LABELS: Readonly<Record<Board, string>> = {
	timed: 'human, real time',
	untimed: 'human, own time',
	program: 'program',
};

/** `records`: the best runs of each level, people and programs, timed and untimed apart. */
export function recordsCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {saves, rebuild, json} = parsed.values;
	const {state} = ownPlaces();
	const folder = savesFolder(saves, state);
	let indexed: IndexedRuns;
	try {
		indexed = indexRuns(folder, rebuild === true ? [] : readRuns(state));
	} catch (error) {
		return badInput(`${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`);
	}
	indexed.passed.slice(0, PASSED_SHOWN).forEach(sentence => {
		complain(sentence);
	});
	const more = indexed.passed.length - PASSED_SHOWN;
	if (more > 0) complain(`${String(more)} more cannot be read.`);
	const patience = rebuild === true ? Infinity : PATIENCE_MS;
	const {runs, left} = livedAgainIn(indexed.runs, patience, known => {
		if (saves === undefined) noteRuns(state, known);
	});
	if (left > 0) complain(leftWords(left));
	for (const {file, proof} of runs) {
		if (proof !== 'refuted') continue;
		complain(
			`${shownPath(file)}: it does not replay as recorded, and is in no record. \`replay --verify\` says where.`,
		);
	}
	// What is kept is only a copy: another folder than the profile's own does not belong in it.
	const trouble = saves === undefined ? noteRuns(state, runs) : undefined;
	if (json === true) printJson({runs: runs.map(asData)});
	else print([...recordLines(runs), ...(saves === undefined ? countLines(state) : [])].join('\n'));
	return trouble === undefined ? EXIT.done : badInput(trouble);
}

function leftWords(left: number): string {
	return `Runs that ended and have not been re-simulated yet: ${String(left)}. They are in no record until then; \`records --rebuild\` does that for all.`;
}

/**
 * Lives again what nobody has yet, for as long as there is patience. All of it may take minutes: what was found so far is
 * kept, should it be stopped.
 */
function livedAgainIn(
	runs: readonly SavedRun[],
	patienceMs: number,
	keep: (runs: readonly SavedRun[]) => void,
): {readonly runs: readonly SavedRun[]; readonly left: number} {
	const known = [...runs];
	const began = performance.now();
	let [tried, lived, left] = [0, 0, 0];
	for (const [at, run] of runs.entries()) {
		if (!canBeProven(run)) continue;
		if (tried++ > 0 && performance.now() - began > patienceMs) {
			left += 1;
			continue;
		}
		known[at] = livedAgain(run);
		if (known[at] !== run && ++lived % KEEP_EVERY === 0) keep(known);
	}
	return {runs: known, left};
}

function canBeProven({proof, ended, asMade, world}: SavedRun): boolean {
	return proof === null && ended && asMade && world === WORLD;
}

/** A run that came to its end is lived again once: only then it is known what it is worth. */
function livedAgain(run: SavedRun): SavedRun {
	const read = readJournal(run.file);
	const loaded = read.ok ? loadLevel(run.level) : read;
	if (!read.ok || !loaded.ok || !('level' in loaded)) return run;
	const {journal} = read;
	// Of a level that has changed since it cannot be said whether it came out.
	if (journal.begin.levelHash !== loaded.level.hash) return run;
	const scored = scoredAgain(journal, loaded, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
	});
	if (!scored.ok) return {...run, proof: 'refuted'};
	const points = Object.fromEntries(scored.score.axes.map(({id, points}) => [id, points]));
	return {...run, proof: 'proven', points};
}

/** A run for programs: what living it again did not prove stands under what is claimed. */
function asData({won, harm, by, timed, ...run}: SavedRun): object {
	return run.proof === 'proven'
		? {...run, won, harm, claimed: {by, timed}}
		: {...run, won: null, harm: null, claimed: {by, timed, won, harm}};
}

/** What the profile counted, wherever the journals are. */
function countLines(state: string): readonly string[] {
	const {runsEnded, runsWon} = profileOf(state).achievements;
	return runsEnded === 0
		? []
		: ['', `Counted so far: ${String(runsEnded)} ended, ${String(runsWon)} won.`];
}

function recordLines(runs: readonly SavedRun[]): readonly string[] {
	const levels = ownLevels().filter(level => runs.some(run => run.level === level && run.ended));
	if (levels.length === 0) {
		const which = runs.some(run => run.ended) ? 'run of a level of the game' : 'run';
		return [`No ${which} has ended yet.`];
	}
	const worlds = [...new Set(runs.map(({world}) => world))].sort((one, other) => other - one);
	const rows = worlds.flatMap(world => levels.flatMap(level => rowsOf({level, world}, runs)));
	if (rows.length === 0) return ['No run that ended can be proven.'];
	const table = columns([
		[
			'level',
			'world',
			'played by (claimed)',
			'best',
			'safety and tasks',
			'harm avoided',
			'seed',
			'runs',
			'signed',
		],
		...rows,
	]);
	return [
		...table,
		...worlds.filter(world => world !== WORLD).map(world => elsewhere(world, runs)),
	];
}

/** Runs of another world stay on record; what they are worth is for the game that has it to say. */
function elsewhere(world: number, runs: readonly SavedRun[]): string {
	const run = runs.find(each => each.world === world);
	const by = (run && playedBy(run)) ?? 'another version';
	return `World ${String(world)} is not this game’s world ${String(WORLD)}: its runs are played by ${by}.`;
}

function rowsOf(played: Played, runs: readonly SavedRun[]): readonly (readonly string[])[] {
	const best = bestRuns(runs, played);
	return BOARDS.flatMap(board => {
		const run = best[board];
		return run === null ? [] : [rowOf(board, run, runsOn(board, runs, played).length)];
	});
}

function rowOf(board: Board, run: SavedRun, many: number): readonly string[] {
	const {first, then} = headlineOf(run.points ?? {});
	const claim = run.proof === 'proven' ? '' : ' (claimed)';
	const outcome = `${run.won === true ? 'won' : 'lost'}${claim}`;
	const points = [first, then].map(value => (value === null ? '-' : String(value)));
	const {level, world} = run;
	return [
		level,
		String(world),
		LABELS[board],
		outcome,
		...points,
		run.seed,
		String(many),
		signedBy(run),
	];
}

/** Signatures are looked at each time: keys become known and are forgotten. */
function signedBy({file}: SavedRun): string {
	const read = readJournal(file);
	return read.ok ? signatureCell(signaturesFor(read.text, read.journal)) : '-';
}

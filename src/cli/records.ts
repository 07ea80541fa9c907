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
import {headlineOf, playedBy, WORLD} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownLevels} from './levels-folder.ts';
import {livedAgainIn} from './lived-again.ts';
import {ownPlaces} from './places.ts';
import {signatureCell, signaturesFor} from './signature-words.ts';
import {columns, complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	rebuild: {type: 'boolean'},
	json: {type: 'boolean'},
} as const;

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
export async function recordsCommand(words: readonly string[]): Promise<Exit> {
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
	const {runs, left} = await livedAgainIn(indexed.runs, patience, {
		keep(known) {
			if (saves === undefined) noteRuns(state, known);
		},
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

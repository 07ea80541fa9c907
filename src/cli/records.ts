import {configFolder, savesFolder} from '../saves/glance/index.ts';
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
import {loadLevel} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {scoredAgain} from './scored-run.ts';
import {columns, complain, print} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	rebuild: {type: 'boolean'},
	json: {type: 'boolean'},
} as const;

/** As many files that cannot be read are named. */
const PASSED_SHOWN = 5;

const LABELS: Readonly<Record<Board, string>> = {
	timed: 'people, timed',
	untimed: 'people, untimed',
	program: 'programs',
};

/** `records`: the best runs of each level, people and programs, timed and untimed apart. */
export async function recordsCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {saves, rebuild, json} = parsed.values;
	const config = configFolder(process.env, process.platform);
	const known = rebuild === true ? [] : readRuns(config);
	const folder = savesFolder(saves, config);
	let indexed: IndexedRuns;
	try {
		indexed = indexRuns(folder, known);
	} catch (error) {
		return badInput(`${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`);
	}
	indexed.passed.slice(0, PASSED_SHOWN).forEach(sentence => {
		complain(sentence);
	});
	const more = indexed.passed.length - PASSED_SHOWN;
	if (more > 0) complain(`${String(more)} more cannot be read.`);
	const runs = indexed.runs.map(withPoints);
	// What is kept is only a copy: another folder than the profile's own does not belong in it.
	const trouble = saves === undefined ? await noteRuns(config, runs, new Date()) : undefined;
	if (trouble !== undefined) complain(trouble);
	if (json === true) print(JSON.stringify(runs, null, '\t'));
	else print(recordLines(runs).join('\n'));
	return EXIT.done;
}

/** Points are counted by living the run again, once for each journal that came to its end. */
function withPoints(run: SavedRun): SavedRun {
	if (run.points !== null || !run.ended || !run.asMade || run.world !== WORLD) return run;
	const read = readJournal(run.file);
	const loaded = read.ok ? loadLevel(run.level) : read;
	if (!read.ok || !loaded.ok || !('level' in loaded)) return run;
	const scored = scoredAgain(read.journal, loaded);
	// Without points it is on no board: its journal does not come out as it says, or its level is gone.
	if (!scored.ok) {
		complain(`${run.file}: ${scored.problem.message}`);
		return {...run, asMade: false};
	}
	const points = Object.fromEntries(scored.score.axes.map(({id, points}) => [id, points]));
	return {...run, points};
}

function recordLines(runs: readonly SavedRun[]): readonly string[] {
	const levels = ownLevels().filter(level => runs.some(run => run.level === level && run.ended));
	if (levels.length === 0) return ['No run has come to its end yet.'];
	const worlds = [...new Set(runs.map(({world}) => world))].sort((one, other) => other - one);
	const rows = worlds.flatMap(world => levels.flatMap(level => rowsOf({level, world}, runs)));
	const table = columns([
		['level', 'world', 'played by', 'best', 'safety and tasks', 'harm avoided', 'seed', 'runs'],
		...rows,
	]);
	return [
		...table,
		...worlds.filter(world => world !== WORLD).map(world => elsewhere(world, runs)),
	];
}

/** Runs of another world stay on record; what they are worth is for the game that has it to say. */
function elsewhere(world: number, runs: readonly SavedRun[]): string {
	const {game} = runs.find(run => run.world === world)!;
	const by = playedBy({world, game}) ?? 'another version';
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
	const outcome = run.won === true ? 'won' : 'lost';
	const points = [first, then].map(value => (value === null ? '-' : String(value)));
	const {level, world} = run;
	return [level, String(world), LABELS[board], outcome, ...points, run.seed, String(many)];
}

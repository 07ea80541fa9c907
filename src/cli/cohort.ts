import path from 'node:path';
import {savesFolder} from '../saves/glance/index.ts';
import {
	diskTrouble,
	indexRuns,
	isRoom,
	isStandardOutput,
	noteRuns,
	openOut,
	readJournal,
	readRuns,
	readWho,
	shownPath,
	wordFor,
	type IndexedRuns,
	type SavedRun,
} from '../saves/index.ts';
import {
	AXES,
	cohortOf,
	peopleIn,
	type Cohort,
	type CohortRoom,
	type CohortRun,
	type Rung,
} from '../session/index.ts';
import {cohortLines, cohortPage} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelCards} from './level-cards.ts';
import {livedAgainIn} from './lived-again.ts';
import {ownPlaces} from './places.ts';
import {columns, complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	html: {type: 'string'},
	csv: {type: 'boolean'},
	json: {type: 'boolean'},
	rebuild: {type: 'boolean'},
} as const;

const PASSED_SHOWN = 5;
const TELL_EVERY = 25;

/** `cohort`: who has learned what, by name and team, over a folder of saves. */
export async function cohortCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {saves, html, csv, json, rebuild} = parsed.values;
	const asked = [html !== undefined && isStandardOutput(html), csv === true, json === true];
	if (asked.filter(Boolean).length > 1) {
		return badInput('Standard output takes one of --html -, --csv and --json.');
	}
	const {state} = ownPlaces();
	const folder = savesFolder(saves, state);
	const page = html === undefined ? undefined : openOut(html);
	if (page?.ok === false) return badInput(`${shownPath(html ?? '')}: ${page.why}.`);
	// Of another folder than the player's own a copy of its own is kept.
	const kept =
		saves === undefined ? state : path.join(state, 'cohorts', wordFor(folder).slice(0, 16));
	let indexed: IndexedRuns;
	try {
		indexed = indexRuns(folder, rebuild === true ? [] : readRuns(kept));
	} catch (error) {
		return badInput(`${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`);
	}
	const {runs} = livedAgainIn(indexed.runs, Infinity, {
		keep: known => noteRuns(kept, known),
		tell(lived, wanted) {
			if (lived % TELL_EVERY === 0) complain(`Re-simulated ${String(lived)} of ${String(wanted)}.`);
		},
	});
	const trouble = noteRuns(kept, runs);
	const named = namesOf(runs);
	tellPassed([...indexed.passed, ...refuted(runs), ...named.passed]);
	const cards = await levelCards([]);
	const rungs = cards
		.filter(({kind}) => kind !== 'sandbox' && kind !== 'tutorial')
		.map(({id, title, ladder}) => ({id, title, ladder}));
	const cohort = cohortOf(named.runs, named.rooms, rungs);
	if (json === true) printJson(cohort);
	else if (csv === true) print(csvOf(named.runs));
	else if (html === undefined) tell(cohort, rungs);
	if (html !== undefined && page !== undefined) {
		const written = page.write(cohortPage(cohort, cards));
		if (!written.ok) return badInput(`${shownPath(html)}: ${written.why}.`);
		if (!isStandardOutput(html)) complain(`The page is in ${shownPath(html)}.`);
	}
	return trouble === undefined ? EXIT.done : badInput(trouble);
}

function refuted(runs: readonly SavedRun[]): readonly string[] {
	return runs.flatMap(({file, proof}) =>
		proof === 'refuted'
			? `${shownPath(file)}: it does not replay as recorded, and counts nowhere.`
			: [],
	);
}

function tellPassed(passed: readonly string[]): void {
	for (const sentence of passed.slice(0, PASSED_SHOWN)) complain(sentence);
	const more = passed.length - PASSED_SHOWN;
	if (more > 0) complain(`So it is with ${String(more)} more.`);
}

type NamedRuns = {
	readonly runs: readonly CohortRun[];
	readonly rooms: readonly CohortRoom[];
	/** Names that cannot be read: their runs are whole, and count without one. */
	readonly passed: readonly string[];
};

/** Runs that count, with whoever said that they played them. */
function namesOf(saved: readonly SavedRun[]): NamedRuns {
	const [runs, rooms, passed]: [CohortRun[], CohortRoom[], string[]] = [[], [], []];
	for (const {file, by, level, won, points, proof} of saved) {
		if (proof !== 'proven' || won === null || points === null) continue;
		const read = readWho(file);
		if (!read.ok) passed.push(read.message);
		const {name = '', team = '', began = ''} = (read.ok ? read.who : undefined) ?? {};
		const run = {team, level, began, won, points};
		if (!isRoom(file)) runs.push({...run, name, by});
		else {
			const journal = readJournal(file);
			if (journal.ok) rooms.push({...run, people: peopleIn(journal.journal)});
		}
	}
	return {runs, rooms, passed};
}

function tell(cohort: Cohort, rungs: readonly Rung[]): void {
	const {tables, lines} = cohortLines(cohort, rungs);
	const told = tables.flatMap(({title, rows}) => [title, ...columns(rows), '']);
	print([...told, ...lines].join('\n'));
}

const HEAD = ['name', 'team', 'by', 'level', 'began', 'won', ...AXES];

/** One row a run, as RFC 4180 has it. */
function csvOf(runs: readonly CohortRun[]): string {
	const rows = runs.map(({name, team, by, level, began, won, points}) => [
		...[name, team, by, level, began, String(won)],
		...AXES.map(axis => String(points[axis] ?? '')),
	]);
	return [HEAD, ...rows].map(row => row.map(csvCell).join(',')).join('\r\n');
}

/** A name is never a formula to whatever reads the table. */
function csvCell(text: string): string {
	const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
	return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

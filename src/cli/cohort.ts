import {isStandardOutput, openOut, shownPath} from '../saves/index.ts';
import {AXES, cohortOf, type Cohort, type CohortRun, type Rung} from '../session/index.ts';
import {cohortLines, cohortPage} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {countedRuns, rungsOf} from './counted-runs.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelCards} from './level-cards.ts';
import {columns, complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	saves: {type: 'string'},
	html: {type: 'string'},
	csv: {type: 'boolean'},
	json: {type: 'boolean'},
	rebuild: {type: 'boolean'},
} as const;

/** `cohort`: who has learned what, by name and team, over a folder of saves. */
export async function cohortCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {saves, html, csv, json, rebuild} = parsed.values;
	const asked = [html !== undefined && isStandardOutput(html), csv === true, json === true];
	if (asked.filter(Boolean).length > 1) {
		return badInput('Standard output takes one of --html -, --csv and --json.');
	}
	const page = html === undefined ? undefined : openOut(html);
	if (page?.ok === false) return badInput(`${shownPath(html ?? '')}: ${page.why}.`);
	const counted = await countedRuns(saves, {rebuild});
	if (!counted.ok) return badInput(counted.message);
	const {runs, rooms, trouble} = counted;
	const cards = await levelCards([]);
	const rungs = rungsOf(cards);
	const cohort = cohortOf(runs, rooms, rungs);
	if (json === true) printJson(cohort);
	else if (csv === true) print(csvOf(runs));
	else if (html === undefined) tell(cohort, rungs);
	if (html !== undefined && page !== undefined) {
		const written = page.write(cohortPage(cohort, cards));
		if (!written.ok) return badInput(`${shownPath(html)}: ${written.why}.`);
		if (!isStandardOutput(html)) complain(`The page is in ${shownPath(html)}.`);
	}
	return trouble === undefined ? EXIT.done : badInput(trouble);
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

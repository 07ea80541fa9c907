import path from 'node:path';
import {dayOf, noteTry, readJournal, reviewStanding, withTry, type Review} from '../saves/index.ts';
import {
	judgeTry,
	openDrill,
	parseJournal,
	recordedRunOf,
	whyRefused,
	type Drill,
	type GivenOrder,
	type JournalledSession,
	type RecordedRun,
} from '../session/index.ts';
import type {Level} from '../level/index.ts';
import type {Left, Terminal} from '../tui/index.ts';
import {createConsole, createReview} from '../view/index.ts';
import type {Desk} from './desk.ts';
import {levelOf} from './level-folder.ts';
import {ownKeymap} from './own-keymap.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** Simulated seconds a second: a quarter of an hour is a minute of play. */
const PACE = 15;

/** How a review was left, and what went wrong with keeping it. */
export type ReviewEnd = {readonly left: Left; readonly trouble: string | undefined};

/** One drill on the screen; a sentence where it cannot be played. */
export async function reviewOnScreen(
	review: Review,
	today: number,
	{terminal, desk}: {readonly terminal: Terminal; readonly desk: Desk},
): Promise<ReviewEnd | string> {
	const {drill} = review;
	const night = nightOfDrill(drill, desk);
	if (typeof night === 'string') return night;
	const {level, recorded} = night;
	const lines: string[] = [];
	const tries: boolean[] = [];
	let session: JournalledSession | null = null;
	const program = createReview({
		title: drill.title,
		clock: drill.clock,
		graphs: desk.looks.graphs,
		keymap: ownKeymap(desk),
		did: drill.did,
		other: drill.other,
		minutes: Math.round((drill.until - drill.from) / 60),
		begin() {
			const options = {game: versionOf(packageRoot()), node: nodeMajor()};
			const onLine = (line: string) => {
				lines.push(line);
			};
			session = openDrill(level, recorded, drill, {...options, onLine});
			return consoleFor(session, level, desk);
		},
		isOver: () => session !== null && (session.ended || session.now >= drill.until),
		judge() {
			const tried = judgeTry(level, recorded, drill, ordersIn(lines, level, drill));
			tries.push(tried.success);
			const [after] = withTry([review], drill.id, today, tried.success);
			return {...tried, next: nextWords(after ?? review, today)};
		},
	});
	const left = await terminal.show(program);
	const [success] = tries;
	if (success === undefined) return {left, trouble: undefined};
	const trouble = noteTry(desk.state, {drill: drill.id, day: today, success}, new Date());
	return {left, trouble};
}

/** The night that a drill is of, from its journal; a sentence where it is gone or of another Region. */
function nightOfDrill(
	{journal, level: name}: Drill,
	{folder}: Desk,
): {readonly level: Level; readonly recorded: RecordedRun} | string {
	const read = readJournal(path.join(folder, path.basename(journal)));
	if (!read.ok) return read.message;
	const loaded = levelOf(read.journal, name);
	if (!loaded.ok) return loaded.sentences.join(' ');
	const refused = whyRefused(loaded.level, read.journal, {game: versionOf(packageRoot())});
	if (refused !== null) return refused.problem.message;
	return {level: loaded.level, recorded: recordedRunOf(loaded.level, read.journal)};
}

function consoleFor(session: JournalledSession, level: Level, desk: Desk) {
	return createConsole({
		session,
		title: level.title,
		briefing: '',
		by: 'you',
		graphs: desk.looks.graphs,
		pace: PACE,
		confirm: desk.settings.confirm === 'on',
		keymap: ownKeymap(desk),
		takeNotice: () => undefined,
	});
}

/** What the player ordered in the drill itself. */
function ordersIn(lines: readonly string[], level: Level, drill: Drill): readonly GivenOrder[] {
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) return [];
	return recordedRunOf(level, parsed.journal).orders.filter(({at}) => at > drill.from);
}

function nextWords(review: Review, today: number): string {
	const {dueOn, inARow} = reviewStanding(review);
	if (dueOn === null) return `${String(inARow)} times in a row: this one does not come back.`;
	const days = dueOn - today;
	return days === 1 ? 'It comes back tomorrow.' : `It comes back in ${String(days)} days.`;
}

/** The day that reviews go by: today, or the one that was asked for. */
export function reviewDay(date: string | undefined): number | string {
	if (date === undefined) return dayOf(new Date());
	const time = new Date(`${date}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time.getTime())) {
		return `--date ${date}: expected a day as YYYY-MM-DD.`;
	}
	return dayOf(time);
}

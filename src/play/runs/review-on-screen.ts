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
} from '../../session/index.ts';
import type {Level} from '../../level/index.ts';
import {createConsole, createReview} from '../../view/index.ts';
import type {Desk, House} from '../house.types.ts';
import {reviewStanding, withTry, type Review} from '../kept/index.ts';
import {ownKeymap} from '../own-keymap.ts';
import type {Left, Showing} from '../stage/index.ts';

/** Simulated seconds a second: a quarter of an hour is a minute of play. */
const PACE = 15;

/** How a review was left, and what went wrong with keeping it. */
export type ReviewEnd = {readonly left: Left; readonly trouble: string | undefined};

/** One drill on the screen; a sentence where it cannot be played. */
export async function reviewOnScreen(
	review: Review,
	today: number,
	{stage, desk, house}: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<ReviewEnd | string> {
	const {drill} = review;
	const night = await nightOfDrill(drill, house);
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
			const onLine = (line: string) => {
				lines.push(line);
			};
			session = openDrill(level, recorded, drill, {...house.versions, onLine});
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
	const left = await stage.show(program);
	const [success] = tries;
	if (success === undefined) return {left, trouble: undefined};
	const trouble = await house.note([{kind: 'tried', drill: drill.id, day: today, success}]);
	return {left, trouble};
}

/** The night that a drill is of, from its journal; a sentence where it is gone or of another Region. */
async function nightOfDrill(
	{journal, level: name}: Drill,
	house: House,
): Promise<{readonly level: Level; readonly recorded: RecordedRun} | string> {
	const read = await house.journals.read(house.journals.fileOf(journal));
	if (!read.ok) return read.message;
	const loaded = await house.levelOf(read.journal, name);
	if (!loaded.ok) return loaded.sentences.join(' ');
	const refused = whyRefused(loaded.level, read.journal, house.versions);
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
	if (dueOn === null) return `${String(inARow)} times in a row: this one is retired.`;
	const days = dueOn - today;
	return days === 1 ? 'It comes up again tomorrow.' : `It comes up again in ${String(days)} days.`;
}

import {describe, expect, test} from 'vitest';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import {
	dueReviews,
	reviewStanding,
	withDrills,
	withTry,
	type Review,
} from '../../src/play/kept/index.ts';
import {
	createBaseline,
	createSearch,
	drillsOf,
	judgeTry,
	liveJob,
	recordedRunOf,
	openDrill,
	parseJournal,
	type RecordedRun,
} from '../../src/session/index.ts';
import {createReview, type Key} from '../../src/view/index.ts';
import {aConsole} from '../support/console.builder.ts';
import {levelNamed} from '../levels/own-levels.ts';

const SIZE = {columns: 80, rows: 24};
const LEVEL = levelNamed('one-empty-answer');
const JOURNAL = 'lost.journal.jsonl';

/** Somebody watched customers fail for an hour and did nothing. */
const LOST: RecordedRun = {
	seed: LEVEL.seed,
	switches: [],
	parameters: {},
	orders: [],
	suspicions: [],
	injects: [],
	until: LEVEL.limit,
};

function drillsOfTheLoss() {
	const baseline = createBaseline(LEVEL, LOST);
	const search = createSearch(baseline, []);
	for (let job = search.next(); job !== null; job = search.next()) {
		search.take(job.id, liveJob(baseline, job));
	}
	return drillsOf(baseline, search.findings, JOURNAL);
}

/** Plays one review by keys, as the shell would have it played. */
function play(review: Review, keys: readonly Key[]) {
	const {drill} = review;
	const lines: string[] = [];
	const session = openDrill(LEVEL, LOST, drill, {
		game: '0.1.0',
		node: 20,
		onLine: line => lines.push(`${line}\n`),
	});
	let success: boolean | undefined;
	const program = createReview({
		title: drill.title,
		clock: drill.clock,
		graphs: 'ascii',
		keymap: DEFAULT_KEYMAP,
		did: drill.did,
		other: drill.other,
		minutes: (drill.until - drill.from) / 60,
		begin: () =>
			aConsole({session, title: drill.title, graphs: 'ascii', pace: 15, confirm: false}).console,
		isOver: () => session.ended || session.now >= drill.until,
		judge() {
			const parsed = parseJournal(lines.join(''));
			if (!parsed.ok) throw new Error(parsed.problem.message);
			const given = recordedRunOf(LEVEL, parsed.journal).orders.filter(({at}) => at > drill.from);
			const tried = judgeTry(LEVEL, LOST, drill, given);
			({success} = tried);
			return {...tried, next: 'Some day.'};
		},
	});
	const screen = () =>
		program
			.present(SIZE)
			.rows.map(row => row.map(({text}) => text).join(''))
			.join('\n');
	const card = screen();
	program.press('enter', SIZE);
	screen();
	program.frame(0);
	for (const key of keys) program.press(key, SIZE);
	let seconds = 0;
	while (!screen().includes('The better way') && seconds < 600) {
		program.frame(0.5);
		seconds += 0.5;
	}
	return {card, told: screen(), success, seconds};
}

const typed = (words: string): readonly Key[] => [':', ...Array.from(words), 'enter'];

describe('a decision that was dear', {timeout: 120_000}, () => {
	const today = 20_000;
	const reviews = withDrills([], drillsOfTheLoss(), today);

	test('comes back the day after, and no sooner', () => {
		expect(reviews.length).toBeGreaterThan(0);
		expect(dueReviews(reviews, today)).toEqual([]);
		expect(dueReviews(reviews, today + 1)).toEqual(reviews);
		// The same debrief, read again, leaves nothing new.
		expect(withDrills(reviews, drillsOfTheLoss(), today + 5)).toEqual(reviews);
	});

	test('is taken once more in about a minute, acted on before it is explained, and retires', () => {
		let kept = reviews;
		let day = today + 1;
		const days: number[] = [];
		for (let round = 0; round < 3; round++) {
			const [due] = dueReviews(kept, day);
			if (due === undefined) throw new Error(`nothing is due on day ${String(day)}`);
			const {card, told, success, seconds} = play(due, typed('repoint regional 136'));
			expect(card).not.toContain('repoint');
			expect(told).toContain('Better than last time.');
			expect(told).toContain('repoint regional 136');
			expect(success).toBe(true);
			expect(seconds).toBeGreaterThan(40);
			expect(seconds).toBeLessThan(150);
			kept = withTry(kept, due.drill.id, day, true);
			days.push(day - today);
			day = reviewStanding(kept.find(({drill}) => drill.id === due.drill.id) ?? due).dueOn ?? day;
		}
		expect(days).toEqual([1, 4, 11]);
		expect(dueReviews(kept, today + 1_000)).toHaveLength(reviews.length - 1);
	});

	test('comes back the next day where nothing was done again', () => {
		const [due] = dueReviews(reviews, today + 1);
		if (due === undefined) throw new Error('nothing is due');
		const {told, success} = play(due, []);
		expect(told).toContain('Not yet.');
		expect(success).toBe(false);
		const [after] = withTry([due], due.drill.id, today + 1, false);
		expect(after === undefined ? null : reviewStanding(after).dueOn).toBe(today + 2);
	});
});

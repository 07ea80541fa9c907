import {clockOf, nightOf, SUSPECTS, type Clock, type Level} from '../../level/index.ts';
import {look, METRICS} from '../../observe/index.ts';
import {assert, milestonesOf, specOf, type OrderRecord, type World} from '../../sim/index.ts';
import type {Expectation, KeptNote} from '../notes.types.ts';
import {resultOf} from '../result.ts';
import type {RecordedRun} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {allOf, givenSource, suspicionSource} from '../relive/source.ts';
import {startRun, type Run} from '../run.ts';
import type {RunResult} from '../session.types.ts';

/** One line of what happened, in the order in which it did. */
export type TimelineRow = {
	readonly at: number;
	/** `HH:MM:SS` PDT. */
	readonly clock: string;
	readonly kind: 'milestone' | 'page' | 'order' | 'post' | 'hypothesis' | 'prediction' | 'end';
	readonly text: string;
	/** What became of it: `done`, `refused`, `came true`, `did not`; empty where there is nothing to say. */
	readonly came: string;
};

/** Every order of the player's, and what came of it. */
export type OrderRow = {
	readonly order: number;
	readonly at: number;
	readonly clock: string;
	readonly by: string;
	readonly words: string;
	readonly state: OrderRecord['state'];
	readonly message: string;
	/** What was expected of it, or empty. */
	readonly expected: string;
	/** Whether that came, or empty. */
	readonly came: string;
};

/** A run as whoever played it could see it. */
export type LookBack = {
	readonly result: RunResult;
	readonly timeline: readonly TimelineRow[];
	readonly orders: readonly OrderRow[];
};

/** Lives a run once more with its observers, who cost as much as the Region itself. */
export function lookBack(
	anyNight: Level,
	recorded: RecordedRun,
	notes: readonly KeptNote[],
	game: string,
): LookBack {
	const {seed, switches, parameters} = recorded;
	const level = nightOf(anyNight, seed);
	const clock = clockOf(level, seed);
	const run = startRun(level, {seed, switches, parameters, observed: true});
	const predictions = predictionsIn(notes);
	relive(run, allOf([givenSource(recorded.orders), suspicionSource(recorded)]), {
		until: recorded.until,
		recorders: [
			({world}) => {
				if (world.now % CHECK_SECONDS !== 0) return;
				for (const prediction of predictions) check(prediction, world);
			},
		],
	});
	const verdicts = new Map(predictions.map(({order, text, verdict}) => [order, {text, verdict}]));
	return {
		result: resultOf(run, game),
		timeline: timelineOf(clock, run, notes, verdicts),
		orders: run.world.orders.filter(({number}) => isOf(recorded, number)).map(row(clock, verdicts)),
	};
}

const CHECK_SECONDS = 60;

type Verdict = 'came true' | 'did not' | 'not measured';
type Prediction = {
	readonly order: number;
	readonly text: string;
	readonly expects: Expectation | null;
	begun: {readonly at: number; readonly value: number} | null;
	verdict: Verdict;
};
type Verdicts = ReadonlyMap<number, {readonly text: string; readonly verdict: Verdict}>;

function predictionsIn(notes: readonly KeptNote[]): readonly Prediction[] {
	return notes.flatMap(({note}): readonly Prediction[] => {
		if (note.about !== 'prediction') return [];
		const {order, text, expects} = note;
		return [
			{order, text, expects, begun: null, verdict: expects === null ? 'not measured' : 'did not'},
		];
	});
}

/** A prediction's time begins when its order takes effect; it is held to the Region, not to the screen. */
function check(prediction: Prediction, world: World): void {
	const {expects} = prediction;
	if (expects === null || prediction.verdict === 'came true') return;
	const measured = METRICS.find(({id}) => id === expects.metric);
	if (measured === undefined) {
		prediction.verdict = 'not measured';
		return;
	}
	const value = measured.read(world);
	if (prediction.begun === null) {
		const record = world.orders.find(({number}) => number === prediction.order);
		if (record?.state === 'done') prediction.begun = {at: world.now, value};
		return;
	}
	if (world.now > prediction.begun.at + 60 * expects.minutes) return;
	if (isMet(expects, prediction.begun.value, value)) prediction.verdict = 'came true';
}

/** A twentieth up or down is a change; less is how things always move. */
const CHANGE_SHARE = 0.05;

function isMet({change, value: line}: Expectation, before: number, now: number): boolean {
	const least = CHANGE_SHARE * Math.abs(before);
	switch (change) {
		case 'falls':
			return now < before - least;
		case 'rises':
			return now > before + least;
		case 'above':
			return line !== null && now > line;
		case 'below':
			return line !== null && now < line;
	}
}

function timelineOf(
	clock: Clock,
	run: Run,
	notes: readonly KeptNote[],
	verdicts: Verdicts,
): readonly TimelineRow[] {
	const {world, observer} = run;
	assert(observer !== null, 'a run that is looked back on was observed');
	const seen = look(observer, world);
	const moments: Omit<TimelineRow, 'clock'>[] = [
		...milestonesOf(world).flatMap(({at, what}) =>
			at === null ? [] : [{at, kind: 'milestone' as const, text: what, came: ''}],
		),
		...seen.alerts
			.filter(({severity}) => severity === 'page')
			.map(({raisedAt, title, group}) => ({
				at: raisedAt,
				kind: 'page' as const,
				text: `${group}: ${title}`,
				came: '',
			})),
		...seen.dashboard.posts.map(({at, by, text}) => ({
			at,
			kind: 'post' as const,
			text,
			came: `by ${by}`,
		})),
		...world.orders
			.filter(record => specOf(record.order).kind === 'do' || record.state !== 'done')
			.filter(({order}) => order.id !== 'post')
			.map(({number, by, at, words, state}) => ({
				at,
				kind: 'order' as const,
				text: number > 0 ? words : `${by}: ${words}`,
				came: state,
			})),
		...notes.flatMap(({at, note}) => noteMoment(at, note, verdicts)),
		...(world.ending === null
			? []
			: [{at: world.ending.at, kind: 'end' as const, text: world.ending.why, came: ''}]),
	];
	return moments
		.map(moment => ({...moment, clock: clock.at(moment.at)}))
		.sort((a, b) => a.at - b.at);
}

function noteMoment(
	at: number,
	note: KeptNote['note'],
	verdicts: Verdicts,
): readonly Omit<TimelineRow, 'clock'>[] {
	switch (note.about) {
		case 'hypothesis': {
			const unless = note.unless === '' ? '' : `, unless ${note.unless}`;
			const text = `${SUSPECTS[note.suspect]}, ${String(note.confidence)} % sure${unless}`;
			return [{at, kind: 'hypothesis', text, came: ''}];
		}
		case 'prediction': {
			const came = verdicts.get(note.order)?.verdict ?? 'not measured';
			return [{at, kind: 'prediction', text: note.text, came}];
		}
		default:
			return [];
	}
}

function isOf({orders}: RecordedRun, number: number): boolean {
	return orders.some(({order}) => order === number);
}

function row(clock: Clock, verdicts: Verdicts): (record: OrderRecord) => OrderRow {
	return ({number, at, by, words, state, message}) => ({
		order: number,
		at,
		clock: clock.at(at),
		by,
		words,
		state,
		message,
		expected: verdicts.get(number)?.text ?? '',
		came: verdicts.get(number)?.verdict ?? '',
	});
}

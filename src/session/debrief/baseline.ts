import {nightOf, type Level} from '../../level/index.ts';
import {
	assert,
	harmOf,
	milestonesOf,
	type Harm,
	type OnAsked,
	type OrderRecord,
	type Switch,
	valueAt,
} from '../../sim/index.ts';
import {actsBehind, judgementOf} from '../goals/index.ts';
import {parseOrderFile, writeOrderFile, type PlannedOrder} from '../order-file.ts';
import {
	BY,
	differsFrom,
	NO_CHANGE,
	ordersUnder,
	setupUnder,
	type Asked,
	type Change,
} from '../relive/change.ts';
import {createCheckpoints, type Checkpoints} from '../relive/checkpoints.ts';
import type {GivenOrder, RecordedRun} from '../relive/recorded-run.ts';
import {relive, type Recorder} from '../relive/relive.ts';
import {allOf, givenSource, heardSource} from '../relive/source.ts';
import {stepSource} from '../relive/steps.ts';
import {TRACES, traceRun, type Traced} from '../relive/traces.ts';
import {endOf, startRun, type Run} from '../run.ts';
import {courseOf, type Course} from './course.ts';
import type {Outcome} from './debrief.types.ts';
import {leftOpen, type Left} from './left-open.ts';
import {questionsOf} from './questions.ts';

/** A run that was lived once more: what every change is held against. */
export type Baseline = {
	/** The night that was drawn. */
	readonly level: Level;
	readonly recorded: RecordedRun;
	readonly outcome: Outcome;
	/** What became of each order, those of the night shift included. */
	readonly orders: readonly OrderRecord[];
	/** Decision points of the level that came, with their seconds. */
	readonly decided: readonly {readonly id: string; readonly tick: number}[];
	/** Seconds in which something began that the level calls unsafe. */
	readonly unsafe: readonly number[];
	/** When what was not as it should be, and who was there. */
	readonly course: Course;
	/** What was left undone at its end. */
	readonly left: Left;
};

/** With places to go on from: half of a changed run is the run itself. */
export type BaselineRun = Baseline & {
	readonly checkpoints: Checkpoints;
	readonly rows: Traced['rows'];
	readonly asked: Asked;
};

/**
 * Why the rest of a changed night is not lived: an order of the change came to nothing, so that it is not told; it has
 * met the original again, whose rest it shares; it can no longer matter, and has cost at least so much; or it is told by
 * its own end, which has come.
 */
export type Enough = 'nothing' | 'met' | 'at least' | 'told';

/** Asked before each second of a changed night. */
export type Watch = (run: Run, traced: Traced, given: readonly PlannedOrder[]) => Enough | null;

const CHECKPOINT_EVERY_SECONDS = 900;

/** Lives the run as it was. */
export function createBaseline(anyNight: Level, recorded: RecordedRun): BaselineRun {
	const level = nightOf(anyNight, recorded.seed);
	const asked = new Map<Switch, number>();
	const run = begin(level, recorded, NO_CHANGE, (name, at) => {
		if (!asked.has(name)) asked.set(name, at);
	});
	const traced = traceRun(run);
	const questions = questionsOf(level, run);
	const course = courseOf();
	const checkpoints = createCheckpoints();
	const lived = {recorded, orders: recorded.orders, changed: NO_CHANGE, watch: () => null};
	const {outcome} = liveOut(run, traced, lived, [
		questions.record,
		course.record,
		() => {
			if (run.world.now % CHECKPOINT_EVERY_SECONDS === 0) checkpoints.keep(run);
		},
	]);
	const {decisions: decided, unsafe, tasks} = questions.answers();
	const missed = tasks
		.filter(({state}) => state === 'missed' || state === 'open')
		.map(({id}) => id);
	return {
		...{level, recorded, outcome, orders: run.world.orders, decided},
		...{
			unsafe: unsafe.map(({tick}) => tick),
			course: course.course,
			left: leftOpen(run, missed, level),
		},
		...{checkpoints, rows: traced.rows, asked},
	};
}

/** What of a baseline others need, who do not live it again. */
export function baselineOf(baseline: BaselineRun): Baseline {
	const {level, recorded, outcome, orders, decided, unsafe, course, left} = baseline;
	return {level, recorded, outcome, orders, decided, unsafe, course, left};
}

/** What a changed night left to be wanted, as it is known of the run itself. */
export type SecondLook = Pick<Baseline, 'orders' | 'course' | 'left'>;

/** Lives a changed run to its end, and notes of it what is known of the run itself. */
export function lookAgain(baseline: BaselineRun, changed: Change): SecondLook | null {
	let look: SecondLook | null = null;
	const outcome = whatIf(
		baseline,
		changed,
		() => null,
		run => {
			const {course, record} = courseOf(baseline.course, run.world.now);
			return {
				record,
				atEnd: () => {
					look = {orders: run.world.orders, course, left: leftOpen(run, [])};
				},
			};
		},
	);
	return outcome === null ? null : look;
}

type Beside = (run: Run) => {readonly record: Recorder; readonly atEnd: () => void};

/**
 * Lives the run with something changed, from the last place before it makes a difference. What is changed is first
 * written down as an order file and read again: whoever is told it can carry it out. Null where no file can say it.
 */
export function whatIf(
	baseline: BaselineRun,
	changed: Change,
	watch: Watch = () => null,
	beside?: Beside,
): Outcome | null {
	const {level, recorded, checkpoints, rows, asked} = baseline;
	const first = differsFrom(recorded, changed, asked);
	if (first === Infinity) return baseline.outcome;
	const orders = asWritten(level, recorded, changed);
	if (orders === null) return null;
	const from = checkpoints.from(first - 1, changed.switches);
	const run = from?.run ?? begin(level, recorded, changed);
	const traced = traceRun(run, from === undefined ? undefined : rows);
	const noted = beside?.(run);
	const lived = liveOut(
		run,
		traced,
		{recorded, orders, changed, watch},
		noted === undefined ? [] : [noted.record],
	);
	noted?.atEnd();
	if (lived.enough === 'nothing') return null;
	return lived.enough === 'met' ? goneOn(baseline, run, lived.outcome) : lived.outcome;
}

/** A night that has met the original again goes on as that did. */
function goneOn({outcome, checkpoints}: BaselineRun, {world}: Run, so: Outcome): Outcome {
	const original = checkpoints.from(world.now)?.run.world;
	assert(original !== undefined, 'a night is met where it was set aside');
	const [was, is] = [harmOf(original), harmOf(world)];
	const moved = (harm: Harm): Harm => ({
		total: harm.total + is.total - was.total,
		parts: Object.fromEntries(
			Object.entries(harm.parts).map(([id, minutes]) => [
				id,
				minutes + (is.parts[id] ?? 0) - (was.parts[id] ?? 0),
			]),
		),
	});
	const rest = ([id, values]: [string, readonly number[]]) => {
		const lived = so.traces[id] ?? [];
		const by = id === 'harm' ? is.total - was.total : 0;
		return [id, [...lived, ...values.slice(lived.length).map(value => value + by)]] as const;
	};
	const later = outcome.undone.filter(({at}) => at > world.now);
	return {
		...so,
		...{harm: moved(outcome.harm), atEnd: moved(outcome.atEnd), ended: outcome.ended},
		undone: [...so.undone, ...later],
		unsafeOrders: [...new Set([...so.unsafeOrders, ...outcome.unsafeOrders])],
		milestones: outcome.milestones,
		traces: Object.fromEntries(Object.entries(outcome.traces).map(rest)),
	};
}

/** The orders of the changed run as their words in a file come to. */
function asWritten(
	level: Level,
	recorded: RecordedRun,
	changed: Change,
): readonly GivenOrder[] | null {
	const orders = ordersUnder(recorded, changed);
	if (changed.instead !== null) return orders;
	const read = parseOrderFile(writeOrderFile(orders, level, recorded.seed), level, recorded.seed);
	if (!read.ok || read.orders.length !== orders.length) return null;
	return read.orders.map((planned, index) => ({...valueAt(orders, index), ...planned}));
}

function begin(level: Level, recorded: RecordedRun, changed: Change, onAsked?: OnAsked): Run {
	const setup = setupUnder(level, recorded, changed);
	const told = onAsked === undefined ? {} : {onAsked};
	return startRun(bare(level), {...setup, ...told, afterEnd: 'live on'});
}

/** A night that is lived again is asked how it ends and what was unsafe: questions cost more than the Region. */
function bare(level: Level): Level {
	return {...level, tasks: [], diagnosis: [], decisions: [], hints: []};
}

/** A run and what is given in it. */
type Lived = {
	readonly recorded: RecordedRun;
	readonly orders: readonly GivenOrder[];
	readonly changed: Change;
	readonly watch: Watch;
};

/** A night is lived until it is won. One that is lost is lived on to where the others end: harm does not stop there. */
function liveOut(
	run: Run,
	traced: Traced,
	{recorded, orders, changed, watch}: Lived,
	recorders: readonly Recorder[],
): {readonly outcome: Outcome; readonly enough: Enough | null} {
	const {steps, instead} = changed;
	// Steps begin when the change does: before it there is nothing to follow up.
	const followed = stepSource(
		steps,
		steps.length === 0 ? Infinity : differsFrom(recorded, changed),
	);
	const source = allOf([
		givenSource(orders, {by: BY, rules: instead?.rules ?? []}),
		...(steps.length === 0 ? [] : [followed]),
		heardSource(recorded),
	]);
	let atEnd: Harm | null = null;
	const watched: {enough: Enough | null} = {enough: null};
	relive(run, source, {
		until: recorded.until,
		recorders: [
			traced.record,
			() => {
				if (atEnd === null && endOf(run) !== null) atEnd = harmOf(run.world);
			},
			...recorders,
		],
		isEnough: () => {
			watched.enough = watch(run, traced, followed.given);
			return watched.enough !== null || endOf(run)?.won === true;
		},
	});
	const outcome = outcomeOf(run, traced, {atEnd, given: followed.given});
	const {enough} = watched;
	return {outcome: enough === 'at least' ? {...outcome, atLeast: true} : outcome, enough};
}

function outcomeOf(
	run: Run,
	{rows}: Traced,
	{atEnd, given}: {readonly atEnd: Harm | null; readonly given: readonly PlannedOrder[]},
): Outcome {
	const {world, evaluator, evaluation} = run;
	const unsafe = judgementOf(evaluator, evaluation, world).unsafe.flatMap(({id, tick}) =>
		actsBehind(evaluator.level, id, tick, world).map(({words}) => words),
	);
	const harm = harmOf(world);
	return {
		...{harm, atEnd: atEnd ?? harm, atLeast: false, given},
		undone: world.orders
			.filter(({number, state}) => number > 0 && state !== 'done')
			.map(({at, words}) => ({at, words})),
		unsafeOrders: [...new Set(unsafe)],
		ended: endOf(run),
		milestones: milestonesOf(run.world).map(({id, at}) => ({id, at})),
		traces: Object.fromEntries(TRACES.map(({id}, index) => [id, valueAt(rows, index)])),
	};
}

import {nightOf, type Level} from '../../level/index.ts';
import {harmOf, milestonesOf, type OrderRecord} from '../../sim/index.ts';
import {
	actsBehind,
	createEvaluation,
	evaluateSecond,
	evaluatorOf,
	judgementOf,
} from '../goals/index.ts';
import {
	BY,
	differsFrom,
	NO_CHANGE,
	ordersUnder,
	setupUnder,
	type Change,
} from '../relive/change.ts';
import {createCheckpoints, type Checkpoints} from '../relive/checkpoints.ts';
import type {RecordedRun} from '../relive/recorded-run.ts';
import {relive, type Recorder} from '../relive/relive.ts';
import {allOf, givenSource, suspicionSource, type Source} from '../relive/source.ts';
import {stepSource} from '../relive/steps.ts';
import {TRACE_SECONDS, TRACES, traceRun, type Traced} from '../relive/traces.ts';
import {endOf, startRun, type Run} from '../run.ts';
import type {Outcome} from './debrief.types.ts';

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
};

/** With places to go on from: half of a changed run is the run itself. */
export type BaselineRun = Baseline & {
	readonly checkpoints: Checkpoints;
	readonly rows: Traced['rows'];
};

const CHECKPOINT_EVERY_SECONDS = 900;

/** Lives the run as it was. */
export function createBaseline(anyNight: Level, recorded: RecordedRun): BaselineRun {
	const level = nightOf(anyNight, recorded.seed);
	const run = begin(level, recorded, NO_CHANGE);
	const traced = traceRun(run);
	const questions = questionsOf(level, run);
	const checkpoints = createCheckpoints();
	const outcome = liveOut(run, traced, recorded, NO_CHANGE, [
		questions.record,
		() => {
			if (run.world.now % CHECKPOINT_EVERY_SECONDS === 0) checkpoints.keep(run);
		},
	]);
	const {decisions: decided, unsafe} = questions.answers();
	return {
		...{level, recorded, outcome, orders: run.world.orders, decided},
		...{unsafe: unsafe.map(({tick}) => tick), checkpoints, rows: traced.rows},
	};
}

/** What of a baseline others need, who do not live it again. */
export function baselineOf(baseline: BaselineRun): Baseline {
	const {level, recorded, outcome, orders, decided, unsafe} = baseline;
	return {level, recorded, outcome, orders, decided, unsafe};
}

/** Lives the run with something changed, from the last place before it makes a difference. */
export function whatIf(baseline: BaselineRun, changed: Change): Outcome {
	const {level, recorded, checkpoints, rows} = baseline;
	const first = differsFrom(recorded, changed);
	if (first === Infinity) return baseline.outcome;
	const from = checkpoints.from(first - 1);
	const run = from?.run ?? begin(level, recorded, changed);
	const traced = traceRun(run, from === undefined ? undefined : rows);
	return liveOut(run, traced, recorded, changed, []);
}

function begin(level: Level, recorded: RecordedRun, changed: Change): Run {
	return startRun(bare(level), {...setupUnder(level, recorded, changed), afterEnd: 'live on'});
}

/** A night that is lived again is asked how it ends and what was unsafe: questions cost more than the Region. */
function bare(level: Level): Level {
	return {...level, tasks: [], diagnosis: [], decisions: [], hints: []};
}

/** The level's questions, asked of a run beside it. */
function questionsOf(level: Level, run: Run) {
	const evaluator = evaluatorOf({...level, goals: null});
	const evaluation = createEvaluation(evaluator, run.world);
	return {
		record: () => {
			evaluation.suspected = run.evaluation.suspected;
			evaluateSecond(evaluator, evaluation, run.world, 'live on');
		},
		answers: () => judgementOf(evaluator, evaluation, run.world),
	};
}

/**
 * Harm does not stop where a level's goals say that all is lost, nor where they say that enough is won: a night is
 * lived on until nobody suffers any more, or to where the others end.
 */
function liveOut(
	run: Run,
	traced: Traced,
	recorded: RecordedRun,
	changed: Change,
	recorders: readonly Recorder[],
): Outcome {
	relive(run, sourceUnder(recorded, changed), {
		until: recorded.until,
		recorders: [traced.record, ...recorders],
		isEnough: () => isWell(run, traced),
	});
	return outcomeOf(run, traced);
}

function sourceUnder(recorded: RecordedRun, changed: Change): Source {
	const {steps, instead} = changed;
	return allOf([
		givenSource(ordersUnder(recorded, changed), {by: BY, rules: instead?.rules ?? []}),
		// Steps begin when the change does: before it there is nothing to follow up.
		...(steps.length === 0 ? [] : [stepSource(steps, differsFrom(recorded, changed))]),
		suspicionSource(recorded),
	]);
}

/** Less harm than this in the last minutes is none: a hundredth of an outage. */
const CALM_MINUTES = 0.01;

function isWell(run: Run, {rows: [harm = []]}: Traced): boolean {
	if (endOf(run)?.won !== true) return false;
	const {world} = run;
	const seconds = world.now - TRACE_SECONDS * (harm.length - 1);
	return harmOf(world).total - (harm.at(-1) ?? 0) < (CALM_MINUTES * seconds) / 60;
}

function outcomeOf(run: Run, {rows}: Traced): Outcome {
	const {world, evaluator, evaluation} = run;
	const unsafe = judgementOf(evaluator, evaluation, world).unsafe.flatMap(({id, tick}) =>
		actsBehind(evaluator.level, id, tick, world).map(({words}) => words),
	);
	return {
		harm: harmOf(world),
		unsafeOrders: [...new Set(unsafe)],
		ended: endOf(run),
		milestones: milestonesOf(run.world).map(({id, at}) => ({id, at})),
		traces: Object.fromEntries(TRACES.map(({id}, index) => [id, rows[index]!])),
	};
}

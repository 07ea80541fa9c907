import type {Condition} from '../../level/index.ts';
import {assert, milestoneReader, type World} from '../../sim/index.ts';
import {pausedReader} from './automation-state.ts';
import {MEASURES, type Measure} from './measures.ts';

/** One number of the Region, and the rows that turn on where it stands: many conditions ask after the same. */
export type Gauge = {
	readonly read: Measure;
	readonly limits: readonly Limit[];
};

type Limit = {readonly row: number; readonly isAbove: boolean; readonly bound: number};

/** Each number once, whatever rows ask after it. */
export function gaugesOf(rowOf: ReadonlyMap<Condition, number>): readonly Gauge[] {
	const gauges = new Map<string, {read: Measure; limits: Limit[]}>();
	for (const [row, condition] of new Map([...rowOf].map(([condition, row]) => [row, condition]))) {
		if (!isGauged(condition)) continue;
		const {name, read, ...limit} = gaugeOf(condition);
		const known = gauges.get(name) ?? {read, limits: []};
		gauges.set(name, known);
		known.limits.push({row, ...limit});
	}
	return [...gauges.values()];
}

/** A condition that turns on one number of the Region. */
export type Gauged = Extract<
	Condition,
	{readonly metric: string} | {readonly automation: string} | {readonly milestone: string}
>;

export function isGauged(condition: Condition): condition is Gauged {
	return 'metric' in condition || 'automation' in condition || 'milestone' in condition;
}

/** What it reads, and on which side of what it holds. */
export function gaugeOf(condition: Gauged): Omit<Limit, 'row'> & {name: string; read: Measure} {
	if ('metric' in condition) {
		const {metric} = condition;
		const read = MEASURES[metric];
		assert(read !== undefined, `${metric} is measured`);
		const isAbove = 'above' in condition;
		return {name: metric, read, isAbove, bound: isAbove ? condition.above : condition.below};
	}
	if ('automation' in condition) {
		const isPaused = pausedReader(condition.automation);
		const name = `automation ${condition.automation}`;
		const read = (world: World) => (isPaused(world) ? 1 : 0);
		return {name, read, isAbove: condition.is === 'paused', bound: 0.5};
	}
	const isReached = milestoneReader(condition.milestone);
	const name = `milestone ${condition.milestone}`;
	return {name, read: world => (isReached(world) ? 1 : 0), isAbove: true, bound: 0.5};
}

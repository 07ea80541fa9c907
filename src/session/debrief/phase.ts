import type {Level} from '../../level/index.ts';
import {assert, SUBSYSTEMS, type ParameterTable} from '../../sim/index.ts';
import type {RecordedRun} from '../relive/recorded-run.ts';
import type {Outcome} from './debrief.types.ts';
import {TRACE_SECONDS} from '../relive/traces.ts';

/** Where the droplet managers stood: how old their oldest work was, and what share of leases was broken. */
export type PhasePoint = {readonly at: number; readonly age: number; readonly broken: number};

/** The path of a run over the line beyond which managers do not come back by themselves (model 11). */
export type Phase = {
	readonly path: readonly PhasePoint[];
	/** From young work to old. */
	readonly tipping: readonly Omit<PhasePoint, 'at'>[];
	readonly deadlineSeconds: number;
};

const LINE_POINTS = 10;

export function phaseOf(
	level: Level,
	recorded: RecordedRun,
	{traces}: Outcome,
	before: number,
): Phase {
	const ages = traces['oldest'] ?? [];
	const shares = traces['broken'] ?? [];
	const value = valueIn(level, recorded);
	const deadline = value('deadlineSeconds');
	return {
		path: ages
			.map((age, index) => ({at: index * TRACE_SECONDS, age, broken: shares[index] ?? 0}))
			.slice(before),
		tipping: Array.from({length: LINE_POINTS + 1}, (_, index) => {
			const age = (index / LINE_POINTS) * deadline;
			return {age, broken: tippingShare(value, deadline - age)};
		}),
		deadlineSeconds: deadline,
	};
}

/**
 * Broken leases that a host can still take up again within what is left of a deadline and half the longest
 * back-off: as many attempts as free workers finish by then. Fewer leases mean fewer checks, so the free part
 * grows with the broken one, and the line is where both meet.
 */
function tippingShare(value: (name: string) => number, leftSeconds: number): number {
	const droplets = value('dropletsPerHost');
	const seconds = leftSeconds + value('backoffHighSeconds') / 2;
	const checkThreads = value('checkWork') / value('checkEverySeconds');
	const free = value('threadsPerHost') - droplets * checkThreads;
	const attempts = seconds / value('attemptWork');
	return Math.min(1, (free * attempts) / (1 - checkThreads * attempts) / droplets);
}

function valueIn(level: Level, {parameters}: RecordedRun): (name: string) => number {
	const declared: ParameterTable = SUBSYSTEMS.dwfm.parameters;
	return name => {
		const parameter = declared[name];
		assert(parameter !== undefined, `${name} is a parameter of the droplet managers`);
		return parameters['dwfm']?.[name] ?? level.parameters.dwfm?.[name] ?? parameter.value;
	};
}

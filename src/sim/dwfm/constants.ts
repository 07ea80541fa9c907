import type {Setup} from '../kernel/index.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';

/**
 * The parameters and switches in a shape the inner loop reads quickly: a table built name by name is a
 * dictionary to the engine, and thirty look-ups in each of five million host-seconds would cost more
 * than the physics.
 */
export type Constants = {
	readonly hosts: number;
	readonly droplets: number;
	readonly checkEvery: number;
	readonly recheck: number;
	readonly misses: number;
	readonly backoffLow: number;
	/** The second after the last one of a back-off. */
	readonly backoffEnd: number;
	readonly backoffWidth: number;
	readonly backoffWidthInverse: number;
	readonly checkWork: number;
	readonly attemptWork: number;
	readonly workflowWork: number;
	readonly checkUnits: number;
	readonly attemptUnits: number;
	readonly workflowUnits: number;
	readonly slowdownPerItem: number;
	readonly queueItemsMax: number;
	readonly expiredCostShare: number;
	readonly breaks: number;
	readonly probeWork: number;
	readonly restart: number;
	readonly backpressureShare: number;
	readonly jitter: number;
	readonly checksNeedStore: boolean;
	readonly leaseGrace: boolean;
	readonly backpressure: boolean;
	readonly dropExpired: boolean;
	readonly jittered: boolean;
	/** Seconds in each ring less one: rings are powers of two long. */
	readonly dueMask: number;
	readonly missedMask: number;
	readonly releaseMask: number;
	readonly rowMask: number;
	/** Numbers in a queue row: checks by misses, attempts, workflows. */
	readonly stride: number;
};

/** The longest attempt deadline an operator may set: the queue's rows are kept no longer. */
export const DEADLINE_SECONDS_MAX = 120;

const known = new WeakMap<Setup<DwfmParameters>, Constants>();

/** The terms of a run's conditions, which are one object for the whole of it. */
export function constantsOf(setup: Setup<DwfmParameters>): Constants {
	let constants = known.get(setup);
	if (constants === undefined) known.set(setup, (constants = readTerms(setup)));
	return constants;
}

function readTerms({parameters: p, switches}: Setup<DwfmParameters>): Constants {
	const backoffLow = Math.round(p.backoffLowSeconds);
	const backoffEnd = Math.round(p.backoffHighSeconds) + 1;
	return {
		hosts: p.hosts,
		droplets: p.dropletsPerHost,
		checkEvery: Math.round(p.checkEverySeconds),
		recheck: Math.round(p.recheckSeconds),
		misses: Math.round(p.missesMax),
		backoffLow,
		backoffEnd,
		backoffWidth: backoffEnd - backoffLow,
		backoffWidthInverse: 1 / (backoffEnd - backoffLow),
		checkWork: p.checkWork,
		attemptWork: p.attemptWork,
		workflowWork: p.workflowWork,
		checkUnits: p.checkUnits,
		attemptUnits: p.attemptUnits,
		workflowUnits: p.workflowUnits,
		slowdownPerItem: 1 / p.slowdownItems,
		queueItemsMax: p.queueItemsMax,
		expiredCostShare: p.expiredCostShare,
		breaks: p.breaksPerSecond,
		probeWork: p.probeWork,
		restart: Math.round(p.restartSeconds),
		backpressureShare: p.backpressureShare,
		jitter: p.jitterSeconds,
		checksNeedStore: !switches['dwfm-no-dynamodb'],
		leaseGrace: switches['lease-grace'],
		backpressure: switches['queue-backpressure'],
		dropExpired: switches['drop-expired'],
		jittered: switches['jittered-release'],
		dueMask: ringMask(p.checkEverySeconds),
		missedMask: ringMask(p.recheckSeconds),
		releaseMask: ringMask(backoffEnd),
		rowMask: ringMask(Math.max(DEADLINE_SECONDS_MAX, p.deadlineSeconds)),
		stride: Math.round(p.missesMax) + 2,
	};
}

/** The smallest power of two that holds a span of seconds and the second it starts in, less one. */
function ringMask(span: number): number {
	let size = 1;
	while (size < span + 2) size *= 2;
	return size - 1;
}

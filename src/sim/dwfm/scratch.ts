import {assert} from '../kernel/index.ts';
import type {Arriving, Dwfm} from './dwfm.types.ts';
import type {Constants} from './constants.ts';

/**
 * The second being worked: where each ring stands, what comes in, and what one host has still to put
 * back. Droplets that have left a crowd and not yet joined another are here, and nowhere else. One
 * object for a whole run: it says nothing between two calls.
 */
export type Scratch = {
	now: number;
	// Where host 0 stands in each ring.
	dueNow: number;
	dueNext: number;
	missedNow: number;
	missedNext: number;
	releaseNow: number;
	backoffStart: number;
	backoffEnd: number;
	rowNow: number;
	/** Thread-seconds that placement probes leave on a host, before any slowness. */
	threads: number;
	gate: number;
	/** Launch workflows that come in. */
	placed: number;
	/** The same for each leased droplet. */
	placedPerLeased: number;
	/** Lease attempts whose back-off ends on this host. */
	attempts: number;
	workflows: number;
	/** Thread-seconds this host has after slowness. */
	capacity: number;
	/** Broken leases of this host that back off from now. */
	backingOff: number;
	/** Leased droplets of this host that are checked again after a whole interval. */
	checkedLater: number;
	missedAny: boolean;
	/** Checks of this host missed now, by the misses before; all zero unless `missedAny`. */
	readonly missed: Float64Array;
};

const MISSES_MAX = 16;

/** The scratch of each run, by what is constant in it. */
const owned = new WeakMap<Constants, Scratch>();

function scratchOf(constants: Constants): Scratch {
	const known = owned.get(constants);
	if (known !== undefined) return known;
	const scratch: Scratch = {
		now: 0,
		dueNow: 0,
		dueNext: 0,
		missedNow: 0,
		missedNext: 0,
		releaseNow: 0,
		backoffStart: 0,
		backoffEnd: 0,
		rowNow: 0,
		threads: 0.5,
		gate: 0.5,
		placed: 0.5,
		placedPerLeased: 0.5,
		attempts: 0.5,
		workflows: 0.5,
		capacity: 0.5,
		backingOff: 0.5,
		checkedLater: 0.5,
		missedAny: false,
		missed: new Float64Array(MISSES_MAX),
	};
	owned.set(constants, scratch);
	return scratch;
}

/** Opens a second: points the rings at it. */
export function openSecond(constants: Constants, now: number): Scratch {
	const {hosts} = constants;
	const second = scratchOf(constants);
	assert(constants.misses <= MISSES_MAX, 'a lease survives a handful of missed checks at most');
	second.now = now;
	second.dueNow = (now & constants.dueMask) * hosts;
	second.dueNext = ((now + constants.checkEvery) & constants.dueMask) * hosts;
	second.missedNow = (now & constants.missedMask) * hosts;
	second.missedNext = ((now + constants.recheck) & constants.missedMask) * hosts;
	second.releaseNow = (now & constants.releaseMask) * hosts;
	second.backoffStart = ((now + constants.backoffLow) & constants.releaseMask) * hosts;
	second.backoffEnd = ((now + constants.backoffEnd) & constants.releaseMask) * hosts;
	second.rowNow = (now & constants.rowMask) * hosts;
	second.backingOff = 0;
	second.checkedLater = 0;
	second.missedAny = false;
	for (let behind = 0; behind < MISSES_MAX; behind++) second.missed[behind] = 0;
	return second;
}

/** Adds what comes to the fleet in this second. */
export function takeIn(scratch: Scratch, dwfm: Dwfm, constants: Constants, inputs: Arriving): void {
	const probes = (inputs.probesPerSecond * constants.probeWork) / constants.hosts;
	scratch.threads = Math.max(0, dwfm.threadsPerHost - probes);
	scratch.gate = dwfm.gatePerSecond ?? Infinity;
	scratch.placed = inputs.placedPerSecond;
	scratch.placedPerLeased = dwfm.placeable > 0 ? inputs.placedPerSecond / dwfm.placeable : 0;
}

import {assert} from '../kernel/index.ts';
import type {Droplets, DropletsInputs} from './droplets.types.ts';
import type {Terms} from './terms.ts';

/**
 * The second being worked: where each ring stands, what comes in, and what one host has still to put
 * back. Droplets that have left a crowd and not yet joined another are here, and nowhere else. One
 * object for the whole program: it says nothing between two calls.
 */
export type Second = {
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

const second: Second = {
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

/** Opens a second: points the rings at it. */
export function openSecond(terms: Terms, now: number): Second {
	const {hosts} = terms;
	assert(terms.misses <= MISSES_MAX, 'a lease survives a handful of missed checks at most');
	second.now = now;
	second.dueNow = (now & terms.dueMask) * hosts;
	second.dueNext = ((now + terms.checkEvery) & terms.dueMask) * hosts;
	second.missedNow = (now & terms.missedMask) * hosts;
	second.missedNext = ((now + terms.recheck) & terms.missedMask) * hosts;
	second.releaseNow = (now & terms.releaseMask) * hosts;
	second.backoffStart = ((now + terms.backoffLow) & terms.releaseMask) * hosts;
	second.backoffEnd = ((now + terms.backoffEnd) & terms.releaseMask) * hosts;
	second.rowNow = (now & terms.rowMask) * hosts;
	second.backingOff = 0;
	second.checkedLater = 0;
	second.missedAny = false;
	for (let behind = 0; behind < MISSES_MAX; behind++) second.missed[behind] = 0;
	return second;
}

/** Adds what comes to the fleet in this second. */
export function takeIn(s: Second, x: Droplets, terms: Terms, inputs: DropletsInputs): void {
	const probes = (inputs.probesPerSecond * terms.probeWork) / terms.hosts;
	s.threads = Math.max(0, x.threadsPerHost - probes);
	s.gate = x.gatePerSecond ?? Infinity;
	s.placed = inputs.placedPerSecond;
	s.placedPerLeased = x.placeable > 0 ? inputs.placedPerSecond / x.placeable : 0;
}

import type {Setup} from '../kernel/index.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import {MARGIN_MAX, type Dwfm} from './dwfm.types.ts';
import {constantsOf} from './constants.ts';

/** What an operator could work out for one host (model 11). */
export type Margin = {
	/** Retry work of the broken leases over free capacity: above one it cannot be worked off in time. */
	readonly pressure: number;
	/** Broken leases beyond which the host collapses when its store returns. */
	readonly tippingPoint: number;
	/** Tipping point over broken leases; below one is the wrong side of it. */
	readonly margin: number;
	/** What its threads can do, and what the checks of the leases it holds take of that: seconds a second. */
	readonly capacity: number;
	readonly checks: number;
	/** Work that one more broken lease offers at the longest back-off. */
	readonly workPerBroken: number;
};

export function marginOf(
	dwfm: Dwfm,
	setup: Setup<DwfmParameters>,
	probesPerSecond: number,
	host: number,
): Margin {
	const constants = constantsOf(setup);
	const leased = dwfm.waiting[host]! + dwfm.checking[host]!;
	const broken = Math.max(0, constants.droplets - leased);
	const probes = (probesPerSecond * constants.probeWork) / constants.hosts;
	const checks = (leased / constants.checkEvery) * constants.checkWork;
	const capacity = (dwfm.threadsPerHost - probes) / dwfm.storeLatencyFactor;
	const free = Math.max(1e-6, capacity - checks);
	const backoff = constants.backoffLow + (constants.backoffWidth - 1) / 2;
	const retries = (broken / (dwfm.deadlineSeconds + backoff)) * constants.attemptWork;
	const halfLongest = (constants.backoffEnd - 1) / 2;
	const patience = dwfm.deadlineSeconds + halfLongest;
	const tippingPoint = (free / constants.attemptWork) * patience;
	return {
		pressure: Math.min(MARGIN_MAX, retries / free),
		tippingPoint,
		margin: Math.min(MARGIN_MAX, tippingPoint / Math.max(1e-6, broken)),
		capacity,
		checks,
		workPerBroken: constants.attemptWork / patience,
	};
}

/** Refreshes the worst retry pressure of the fleet in the output. */
export function notePressure(
	dwfm: Dwfm,
	setup: Setup<DwfmParameters>,
	probesPerSecond: number,
): void {
	const {hosts} = constantsOf(setup);
	let worst = 0;
	for (let host = 0; host < hosts; host++) {
		worst = Math.max(worst, marginOf(dwfm, setup, probesPerSecond, host).pressure);
	}
	dwfm.output.pressureWorst = worst;
}

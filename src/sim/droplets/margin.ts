import type {Conditions} from '../kernel/index.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import {MARGIN_MAX, type Droplets} from './droplets.types.ts';
import {termsOf} from './terms.ts';

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
	x: Droplets,
	conditions: Conditions<DropletsParameters>,
	probesPerSecond: number,
	host: number,
): Margin {
	const terms = termsOf(conditions);
	const leased = x.waiting[host]! + x.checking[host]!;
	const broken = Math.max(0, terms.droplets - leased);
	const probes = (probesPerSecond * terms.probeWork) / terms.hosts;
	const checks = (leased / terms.checkEvery) * terms.checkWork;
	const capacity = (x.threadsPerHost - probes) / x.storeLatencyFactor;
	const free = Math.max(1e-6, capacity - checks);
	const backoff = terms.backoffLow + (terms.backoffWidth - 1) / 2;
	const retries = (broken / (x.deadlineSeconds + backoff)) * terms.attemptWork;
	const halfLongest = (terms.backoffEnd - 1) / 2;
	const patience = x.deadlineSeconds + halfLongest;
	const tippingPoint = (free / terms.attemptWork) * patience;
	return {
		pressure: Math.min(MARGIN_MAX, retries / free),
		tippingPoint,
		margin: Math.min(MARGIN_MAX, tippingPoint / Math.max(1e-6, broken)),
		capacity,
		checks,
		workPerBroken: terms.attemptWork / patience,
	};
}

/** Refreshes the fleet's margins in the output. */
export function noteMargins(
	x: Droplets,
	conditions: Conditions<DropletsParameters>,
	probesPerSecond: number,
): void {
	const {hosts} = termsOf(conditions);
	const margins = new Float64Array(hosts);
	const pressures = new Float64Array(hosts);
	for (let host = 0; host < hosts; host++) {
		const {margin, pressure} = marginOf(x, conditions, probesPerSecond, host);
		margins[host] = margin;
		pressures[host] = pressure;
	}
	margins.sort();
	pressures.sort();
	const middle = hosts >> 1;
	x.output.marginMedian = margins[middle]!;
	x.output.marginWorst = margins[0]!;
	x.output.pressureMedian = pressures[middle]!;
	x.output.pressureWorst = pressures[hosts - 1]!;
}

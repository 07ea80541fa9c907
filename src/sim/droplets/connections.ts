import {exp, ln, type Beat, type Conditions} from '../kernel/index.ts';
import {dropQueue} from './crowds.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import type {Droplets} from './droplets.types.ts';
import type {Second} from './second.ts';
import type {Terms} from './terms.ts';

/**
 * How hosts lose DynamoDB and find it again. A host lives on its pooled connections when names stop
 * answering, until the last of them dies. Each second a share `storeEmpty` of look-ups fails: that much
 * of a second counts against the pool, the rest refills it, or brings a cut host nearer to its return.
 */
export function followConnections(
	x: Droplets,
	terms: Terms,
	{parameters}: Conditions<DropletsParameters>,
	storeEmpty: number,
	s: Second,
): void {
	if (storeEmpty <= 0 && x.crossed.storeEmpty <= 0 && !x.strained) return;
	const answered = 1 - storeEmpty;
	const refill = Math.min(1, answered / parameters.poolRefillSeconds);
	let strained = false;
	for (let host = 0; host < terms.hosts; host++) {
		if (x.cut[host] === 1) {
			strained = true;
			if (s.now < x.downUntil[host]!) continue;
			const seconds = x.answeredSeconds[host]! + answered;
			x.answeredSeconds[host] = seconds;
			if (answered > 0 && seconds >= x.reconnectAfterSeconds[host]!) connect(x, terms, host);
			continue;
		}
		const seconds = (x.emptySeconds[host]! + storeEmpty) * (1 - refill);
		x.emptySeconds[host] = seconds < 0.01 ? 0 : seconds;
		if (seconds >= 0.01) strained = true;
		if (storeEmpty > 0 && seconds >= x.poolLifeSeconds[host]!) loseStore(x, terms, s, host);
	}
	x.strained = strained;
}

/** Luck for one loss of names: how long each pool lasts, and when each host asks again afterwards. */
export function drawConnections(
	x: Droplets,
	{parameters}: Conditions<DropletsParameters>,
	beat: Beat,
): void {
	const {poolConnections, connectionLifeSeconds, reconnectSecondsMax, hosts} = parameters;
	const draws = beat.luck('droplets/connections', beat.now);
	const ranks = Array.from({length: hosts}, (_, rank) => rank);
	for (let last = hosts - 1; last > 0; last--) {
		const other = draws.below(last + 1);
		const rank = ranks[last]!;
		ranks[last] = ranks[other]!;
		ranks[other] = rank;
	}
	for (let host = 0; host < hosts; host++) {
		// One draw from each hundredth of the distribution: a hundred hosts stand for a whole fleet, whose
		// curve hardly varies, while which host goes first is anyone's luck.
		const quantile = Math.max(1e-9, (ranks[host]! + draws.unit()) / hosts);
		const shortest = 1 - exp(ln(quantile) / poolConnections);
		x.poolLifeSeconds[host] = -connectionLifeSeconds * ln(shortest);
		if (x.cut[host] === 0) x.reconnectAfterSeconds[host] = draws.between(0, reconnectSecondsMax);
	}
}

/** The pool is gone; queued work fails at once instead of waiting. */
export function loseStore(x: Droplets, terms: Terms, s: Second, host: number): void {
	dropQueue(x, terms, s, host);
	x.cut[host] = 1;
	x.emptySeconds[host] = 0;
	x.answeredSeconds[host] = 0;
	x.strained = true;
}

function connect(x: Droplets, terms: Terms, host: number): void {
	x.cut[host] = 0;
	x.answeredSeconds[host] = 0;
	x.emptySeconds[host] = 0;
	if (terms.jittered) setAside(x, terms, host);
}

/** Broken leases wait for random slots over the next half hour instead of coming back together. */
export function setAside(x: Droplets, terms: Terms, host: number): void {
	const {hosts} = terms;
	for (let slot = host; slot < x.release.length; slot += hosts) x.release[slot] = 0;
	x.releasePerSecond[host] = 0;
	x.reserve[host]! += x.backingOff[host]! + x.held[host]!;
	x.backingOff[host] = 0;
	x.held[host] = 0;
	x.reservePerSecond[host] = x.reserve[host]! / terms.jitter;
	x.busy[host] = 1;
}

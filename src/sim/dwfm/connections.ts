import {exp, ln, type StepContext, type Setup} from '../kernel/index.ts';
import {dropQueue} from './crowds.ts';
import {HOST, moveHost} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm} from './dwfm.types.ts';
import type {Scratch} from './scratch.ts';
import type {Constants} from './constants.ts';

/**
 * How hosts lose DynamoDB and find it again. A host lives on its pooled connections when names stop
 * answering, until the last of them dies. Each second a share `storeEmpty` of look-ups fails: that much
 * of a second counts against the pool, the rest refills it, or brings a cut host nearer to its return.
 */
export function followConnections(
	dwfm: Dwfm,
	constants: Constants,
	{parameters}: Setup<DwfmParameters>,
	storeEmpty: number,
	scratch: Scratch,
): void {
	if (dwfm.fleet.value === 'healthy') return;
	const answered = 1 - storeEmpty;
	const refill = Math.min(1, answered / parameters.poolRefillSeconds);
	let strained = false;
	for (let host = 0; host < constants.hosts; host++) {
		if (dwfm.hostModes[host] === HOST.restarting) {
			strained = true;
			if (scratch.now < dwfm.downUntil[host]!) continue;
			moveHost(dwfm.hostModes, host, 'STARTED');
		}
		if (dwfm.hostModes[host] === HOST.cutOff) {
			strained = true;
			const seconds = dwfm.answeredSeconds[host]! + answered;
			dwfm.answeredSeconds[host] = seconds;
			if (answered > 0 && seconds >= dwfm.reconnectAfterSeconds[host]!)
				connect(dwfm, constants, host);
			continue;
		}
		const seconds = (dwfm.emptySeconds[host]! + storeEmpty) * (1 - refill);
		dwfm.emptySeconds[host] = seconds < 0.01 ? 0 : seconds;
		if (seconds >= 0.01) strained = true;
		if (storeEmpty > 0 && seconds >= dwfm.poolLifeSeconds[host]!) {
			loseStore(dwfm, constants, scratch, host, 'STORE_LOST');
		}
	}
	dwfm.strained = strained;
}

/** Luck for one loss of names: how long each pool lasts, and when each host asks again afterwards. */
export function drawConnections(
	dwfm: Dwfm,
	{parameters}: Setup<DwfmParameters>,
	ctx: StepContext,
): void {
	const {poolConnections, connectionLifeSeconds, reconnectSecondsMax, hosts} = parameters;
	const rng = ctx.streams('droplets/connections', ctx.now);
	const ranks = Array.from({length: hosts}, (_, rank) => rank);
	for (let last = hosts - 1; last > 0; last--) {
		const other = rng.below(last + 1);
		const rank = ranks[last]!;
		ranks[last] = ranks[other]!;
		ranks[other] = rank;
	}
	for (let host = 0; host < hosts; host++) {
		// One draw from each hundredth of the distribution: a hundred hosts stand for a whole fleet, whose
		// curve hardly varies, while which host goes first is anyone's luck.
		const quantile = Math.max(1e-9, (ranks[host]! + rng.unit()) / hosts);
		const shortest = 1 - exp(ln(quantile) / poolConnections);
		dwfm.poolLifeSeconds[host] = -connectionLifeSeconds * ln(shortest);
		if (isConnected(dwfm, host)) {
			dwfm.reconnectAfterSeconds[host] = rng.between(0, reconnectSecondsMax);
		}
	}
}

/** Whether a host is up and has a connection to DynamoDB. */
export function isConnected({hostModes}: Dwfm, host: number): boolean {
	return hostModes[host] === HOST.working || hostModes[host] === HOST.stuck;
}

/** The pool is gone; queued work fails at once instead of waiting. */
export function loseStore(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
	why: 'STORE_LOST' | 'RESTARTED',
): void {
	dropQueue(dwfm, constants, scratch, host);
	moveHost(dwfm.hostModes, host, why);
	dwfm.emptySeconds[host] = 0;
	dwfm.answeredSeconds[host] = 0;
	dwfm.strained = true;
}

function connect(dwfm: Dwfm, constants: Constants, host: number): void {
	moveHost(dwfm.hostModes, host, 'STORE_FOUND');
	dwfm.answeredSeconds[host] = 0;
	dwfm.emptySeconds[host] = 0;
	if (constants.jittered) setAside(dwfm, constants, host);
}

/** Broken leases wait for random slots over the next half hour instead of coming back together. */
export function setAside(dwfm: Dwfm, constants: Constants, host: number): void {
	const {hosts} = constants;
	for (let slot = host; slot < dwfm.release.length; slot += hosts) dwfm.release[slot] = 0;
	dwfm.releasePerSecond[host] = 0;
	dwfm.reserve[host]! += dwfm.backingOff[host]! + dwfm.held[host]!;
	dwfm.backingOff[host] = 0;
	dwfm.held[host] = 0;
	dwfm.reservePerSecond[host] = dwfm.reserve[host]! / constants.jitter;
	dwfm.busy[host] = 1;
}

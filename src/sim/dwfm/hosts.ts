import {workBusyHost} from './busy-host.ts';
import type {Dwfm} from './dwfm.types.ts';
import type {Scratch} from './scratch.ts';
import type {Constants} from './constants.ts';

/** Fewer launches than this are rounding. */
const NOTHING = 1e-9;

/**
 * One second of every host. A host that is up to date and has room for all that comes finishes it at
 * once, with a fixed handful of operations; only the others look at their queues.
 */
export function workHosts(dwfm: Dwfm, constants: Constants, scratch: Scratch): void {
	const {due, release, releasePerSecond, waiting, backingOff, busy, tally} = dwfm;
	const {hosts, checkWork, attemptWork, workflowWork, breaks} = constants;
	const {dueNow, dueNext, releaseNow, backoffStart, backoffEnd, gate, placedPerLeased} = scratch;
	const widthInverse = constants.backoffWidthInverse;
	const room = scratch.threads / dwfm.storeLatencyFactor;
	let checked = 0;
	let established = 0;
	let started = 0;
	let queued = 0;
	for (let host = 0; host < hosts; host++) {
		const rate = releasePerSecond[host]! + release[releaseNow + host]!;
		const available = backingOff[host]!;
		release[releaseNow + host] = 0;
		releasePerSecond[host] = rate;
		const attempts = rate < available ? (rate > 0 ? rate : 0) : available;
		if (busy[host] === 0) {
			const leased = waiting[host]!;
			const checks = due[dueNow + host]!;
			const workflows = placedPerLeased * leased;
			const work = checks * checkWork + attempts * attemptWork + workflows * workflowWork;
			if (work <= room && attempts <= gate) {
				const found = leased * breaks;
				const broken = found < checks ? found : checks;
				const step = broken * widthInverse;
				due[dueNow + host] = 0;
				due[dueNext + host]! += checks - broken + attempts;
				release[backoffStart + host]! += step;
				release[backoffEnd + host]! -= step;
				waiting[host] = leased + attempts - broken;
				backingOff[host] = available + broken - attempts;
				checked += checks - broken;
				established += attempts;
				started += workflows;
				continue;
			}
			busy[host] = 1;
			dwfm.head[host] = scratch.now;
		}
		backingOff[host] = available - attempts;
		scratch.attempts = attempts;
		// Launches were placed on what was up in the last second: a host that comes back in this one has none.
		scratch.workflows =
			scratch.now <= dwfm.downUntil[host]!
				? 0
				: Math.max(0, placedPerLeased * (waiting[host]! + dwfm.checking[host]!));
		queued += scratch.workflows;
		workBusyHost(dwfm, constants, scratch, host);
	}
	tally.goodput += checked + established + started;
	tally.started += started;
	// What was placed on a host that has gone down since is nobody's.
	const stranded = scratch.placed - started - queued;
	if (stranded > NOTHING) tally.lost += stranded;
	tally.units +=
		checked * constants.checkUnits +
		established * constants.attemptUnits +
		started * constants.workflowUnits;
}

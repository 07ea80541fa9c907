import type {Dwfm} from './dwfm.types.ts';
import type {Scratch} from './scratch.ts';
import type {Constants} from './constants.ts';

// The moves of droplets from one crowd to another. Each keeps a host's sum of crowds.

/** Puts back what one host's second has moved: into the rings, and into the crowds that wait there. */
export function putBack(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	if (scratch.missedAny) recheck(dwfm, constants, scratch, host);
	const later = scratch.checkedLater;
	if (later !== 0) {
		dwfm.due[scratch.dueNext + host]! += later;
		dwfm.waiting[host]! += later;
		scratch.checkedLater = 0;
	}
	const backOff = scratch.backingOff;
	if (backOff === 0) return;
	const step = backOff * constants.backoffWidthInverse;
	dwfm.release[scratch.backoffStart + host]! += step;
	dwfm.release[scratch.backoffEnd + host]! -= step;
	dwfm.backingOff[host]! += backOff;
	scratch.backingOff = 0;
}

/** Droplets whose check was missed are checked again soon, or the lease is lost. */
function recheck(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const last = constants.misses - 1;
	const base = (scratch.missedNext + host) * last;
	const held = scratch.now < dwfm.heldUntil[host]!;
	let soon = 0;
	for (let behind = 0; behind <= last; behind++) {
		const count = scratch.missed[behind]!;
		if (count <= 0) continue;
		scratch.missed[behind] = 0;
		if (behind === last && !held) {
			scratch.backingOff += count;
			continue;
		}
		dwfm.missed[base + Math.min(behind, last - 1)]! += count;
		soon += count;
	}
	dwfm.waiting[host]! += soon;
	dwfm.missing[host]! += soon;
	scratch.missedAny = false;
}

/**
 * The owners of a row give up: checks are missed, attempts back off, launches are lost. With `keepWork`
 * the work itself stays in the queue, to be executed for nobody.
 */
export function expireRow(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
	row: number,
	keepWork: boolean,
): void {
	const {misses} = constants;
	const base = ((row & constants.rowMask) * constants.hosts + host) * constants.stride;
	const {rows} = dwfm;
	let checks = 0;
	for (let behind = 0; behind < misses; behind++) checks += rows[base + behind]!;
	if (checks > 0) {
		for (let behind = 0; behind < misses; behind++) {
			scratch.missed[behind]! += rows[base + behind]!;
			rows[base + behind] = 0;
		}
		scratch.missedAny = true;
	}
	const attempts = rows[base + misses]!;
	const workflows = rows[base + misses + 1]!;
	const items = checks + attempts + workflows;
	if (items <= 0) return;
	rows[base + misses] = 0;
	rows[base + misses + 1] = 0;
	dwfm.checking[host]! -= checks;
	dwfm.attempting[host]! -= attempts;
	dwfm.workflows[host]! -= workflows;
	if (constants.jittered) {
		dwfm.reserve[host]! += attempts;
		dwfm.reservePerSecond[host] = Math.max(
			dwfm.reservePerSecond[host]!,
			dwfm.reserve[host]! / constants.jitter,
		);
	} else scratch.backingOff += attempts;
	dwfm.tally.lost += workflows;
	dwfm.tally.timeouts += items;
	if (!keepWork) return;
	const cost = constants.expiredCostShare;
	if (dwfm.zombieItems[host] === 0) dwfm.zombieSince[host] = scratch.now;
	dwfm.zombieItems[host]! += items;
	dwfm.zombieArrived[host]! += items;
	dwfm.zombieWork[host]! +=
		cost *
		(checks * constants.checkWork +
			attempts * constants.attemptWork +
			workflows * constants.workflowWork);
	dwfm.zombieUnits[host]! +=
		cost *
		(checks * constants.checkUnits +
			attempts * constants.attemptUnits +
			workflows * constants.workflowUnits);
}

/** Empties a host's queue, as a restart does: every owner finds out at once. */
export function dropQueue(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	if (dwfm.busy[host] === 1) {
		for (let row = dwfm.head[host]!; row <= scratch.now; row++)
			expireRow(dwfm, constants, scratch, host, row, false);
		settle(dwfm, host);
	}
	putBack(dwfm, constants, scratch, host);
	dwfm.head[host] = scratch.now + 1;
	dwfm.busy[host] = 1;
	dropExpired(dwfm, host);
}

export function dropExpired(dwfm: Dwfm, host: number): void {
	dwfm.zombieItems[host] = 0;
	dwfm.zombieWork[host] = 0;
	dwfm.zombieUnits[host] = 0;
	dwfm.zombieArrived[host] = 0;
}

/** With no row left, what the queue still counts is rounding: it goes back to where it came from. */
export function settle(dwfm: Dwfm, host: number): void {
	dwfm.waiting[host]! += dwfm.checking[host]!;
	dwfm.backingOff[host]! += dwfm.attempting[host]!;
	dwfm.checking[host] = 0;
	dwfm.attempting[host] = 0;
	dwfm.workflows[host] = 0;
}

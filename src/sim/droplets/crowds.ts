import type {Droplets} from './droplets.types.ts';
import type {Second} from './second.ts';
import type {Terms} from './terms.ts';

// The moves of droplets from one crowd to another. Each keeps a host's sum of crowds.

/** Puts back what one host's second has moved: into the rings, and into the crowds that wait there. */
export function putBack(x: Droplets, terms: Terms, s: Second, host: number): void {
	if (s.missedAny) recheck(x, terms, s, host);
	const later = s.checkedLater;
	if (later !== 0) {
		x.due[s.dueNext + host]! += later;
		x.waiting[host]! += later;
		s.checkedLater = 0;
	}
	const backOff = s.backingOff;
	if (backOff === 0) return;
	const step = backOff * terms.backoffWidthInverse;
	x.release[s.backoffStart + host]! += step;
	x.release[s.backoffEnd + host]! -= step;
	x.backingOff[host]! += backOff;
	s.backingOff = 0;
}

/** Droplets whose check was missed are checked again soon, or the lease is lost. */
function recheck(x: Droplets, terms: Terms, s: Second, host: number): void {
	const last = terms.misses - 1;
	const base = (s.missedNext + host) * last;
	const held = s.now < x.heldUntil[host]!;
	let soon = 0;
	for (let behind = 0; behind <= last; behind++) {
		const count = s.missed[behind]!;
		if (count <= 0) continue;
		s.missed[behind] = 0;
		if (behind === last && !held) {
			s.backingOff += count;
			continue;
		}
		x.missed[base + Math.min(behind, last - 1)]! += count;
		soon += count;
	}
	x.waiting[host]! += soon;
	x.missing[host]! += soon;
	s.missedAny = false;
}

/**
 * The owners of a row give up: checks are missed, attempts back off, launches are lost. With `keepWork`
 * the work itself stays in the queue, to be executed for nobody.
 */
export function expireRow(
	x: Droplets,
	terms: Terms,
	s: Second,
	host: number,
	row: number,
	keepWork: boolean,
): void {
	const {misses} = terms;
	const base = ((row & terms.rowMask) * terms.hosts + host) * terms.stride;
	const {rows} = x;
	let checks = 0;
	for (let behind = 0; behind < misses; behind++) checks += rows[base + behind]!;
	if (checks > 0) {
		for (let behind = 0; behind < misses; behind++) {
			s.missed[behind]! += rows[base + behind]!;
			rows[base + behind] = 0;
		}
		s.missedAny = true;
	}
	const attempts = rows[base + misses]!;
	const workflows = rows[base + misses + 1]!;
	const items = checks + attempts + workflows;
	if (items <= 0) return;
	rows[base + misses] = 0;
	rows[base + misses + 1] = 0;
	x.checking[host]! -= checks;
	x.attempting[host]! -= attempts;
	x.workflows[host]! -= workflows;
	if (terms.jittered) {
		x.reserve[host]! += attempts;
		x.reservePerSecond[host] = Math.max(x.reservePerSecond[host]!, x.reserve[host]! / terms.jitter);
	} else s.backingOff += attempts;
	x.tally.lost += workflows;
	x.tally.timeouts += items;
	if (!keepWork) return;
	const cost = terms.expiredCostShare;
	if (x.zombieItems[host] === 0) x.zombieSince[host] = s.now;
	x.zombieItems[host]! += items;
	x.zombieArrived[host]! += items;
	x.zombieWork[host]! +=
		cost *
		(checks * terms.checkWork + attempts * terms.attemptWork + workflows * terms.workflowWork);
	x.zombieUnits[host]! +=
		cost *
		(checks * terms.checkUnits + attempts * terms.attemptUnits + workflows * terms.workflowUnits);
}

/** Empties a host's queue, as a restart does: every owner finds out at once. */
export function dropQueue(x: Droplets, terms: Terms, s: Second, host: number): void {
	if (x.busy[host] === 1) {
		for (let row = x.head[host]!; row <= s.now; row++) expireRow(x, terms, s, host, row, false);
		settle(x, host);
	}
	putBack(x, terms, s, host);
	x.head[host] = s.now + 1;
	x.busy[host] = 1;
	x.stuck[host] = 0;
	dropExpired(x, host);
}

export function dropExpired(x: Droplets, host: number): void {
	x.zombieItems[host] = 0;
	x.zombieWork[host] = 0;
	x.zombieUnits[host] = 0;
	x.zombieArrived[host] = 0;
}

/** With no row left, what the queue still counts is rounding: it goes back to where it came from. */
export function settle(x: Droplets, host: number): void {
	x.waiting[host]! += x.checking[host]!;
	x.backingOff[host]! += x.attempting[host]!;
	x.checking[host] = 0;
	x.attempting[host] = 0;
	x.workflows[host] = 0;
}

import {expireRow, putBack, settle} from './crowds.ts';
import type {Droplets} from './droplets.types.ts';
import type {Second} from './second.ts';
import type {Terms} from './terms.ts';

/** A crowd smaller than this is rounding. */
const NOBODY = 1e-9;

/** A second of a host that is down, cut off, behind, or about to be. */
export function workBusyHost(x: Droplets, terms: Terms, s: Second, host: number): void {
	if (s.now < x.downUntil[host]!) {
		turnAway(x, terms, s, host);
		putBack(x, terms, s, host);
	} else if (x.cut[host] === 1) {
		failFast(x, terms, s, host);
		putBack(x, terms, s, host);
	} else {
		workQueue(x, terms, s, host);
		putBack(x, terms, s, host);
		judge(x, terms, s, host);
	}
}

/** Processing grows slower with the queue, and with the store. */
function workQueue(x: Droplets, terms: Terms, s: Second, host: number): void {
	const items = x.checking[host]! + x.attempting[host]! + x.workflows[host]! + x.zombieItems[host]!;
	const slowness = (1 + items * terms.slowdownPerItem) * x.storeLatencyFactor;
	const patience = Math.max(1, x.deadlineSeconds - terms.attemptWork * slowness);
	s.capacity = s.threads / slowness;
	admit(x, terms, s, host, items);
	serve(x, terms, s, host);
	for (let head = x.head[host]!; head <= s.now && s.now - head >= patience; head++) {
		expireRow(x, terms, s, host, head, !terms.dropExpired);
		x.head[host] = head + 1;
	}
}

/** A host that is down answers nobody. */
function turnAway(x: Droplets, terms: Terms, s: Second, host: number): void {
	x.waiting[host]! -= takeChecks(x, terms, s, host, s.missed, 0);
	s.missedAny = true;
	s.backingOff += s.attempts;
	x.tally.lost += s.workflows;
	x.head[host] = s.now + 1;
}

/** Without DynamoDB each piece of work fails at once, and nothing is queued. */
function failFast(x: Droplets, terms: Terms, s: Second, host: number): void {
	const checks = takeChecks(x, terms, s, host, s.missed, 0);
	x.waiting[host]! -= checks;
	if (!terms.checksNeedStore || terms.leaseGrace) {
		s.missed.fill(0);
		s.checkedLater += checks;
	} else s.missedAny = true;
	const attempts = throughGate(x, s, host, Infinity);
	s.backingOff += attempts;
	x.tally.timeouts += attempts;
	x.tally.lost += s.workflows;
	if (terms.checksNeedStore) x.tally.timeouts += checks;
	else x.tally.goodput += checks;
	x.head[host] = s.now + 1;
}

/** Moves the checks due now out of their rings into `to`, by misses; returns their number. */
function takeChecks(
	x: Droplets,
	terms: Terms,
	s: Second,
	host: number,
	to: Float64Array,
	base: number,
): number {
	const first = x.due[s.dueNow + host]!;
	x.due[s.dueNow + host] = 0;
	to[base] = first;
	if (x.missing[host]! <= NOBODY) return first;
	const ways = terms.misses - 1;
	const from = (s.missedNow + host) * ways;
	let again = 0;
	for (let way = 0; way < ways; way++) {
		const count = x.missed[from + way]!;
		again += count;
		x.missed[from + way] = 0;
		to[base + 1 + way] = count;
	}
	x.missing[host]! -= again;
	return first + again;
}

/** Attempts that may go on now: those due, those held, and at most the gate's rate or `room` of them. */
function throughGate(x: Droplets, s: Second, host: number, room: number): number {
	let waiting = x.held[host]! + s.attempts;
	const reserve = x.reserve[host]!;
	if (reserve > 0) {
		const released = Math.min(reserve, x.reservePerSecond[host]!);
		x.reserve[host] = reserve - released;
		waiting += released;
	}
	const passed = Math.min(waiting, s.gate, room);
	x.held[host] = waiting - passed;
	return passed;
}

/** Puts due work at the tail of the queue, as far as the queue takes it. */
function admit(x: Droplets, terms: Terms, s: Second, host: number, items: number): void {
	const {misses} = terms;
	const {rows} = x;
	const base = (s.rowNow + host) * terms.stride;
	const leased = x.waiting[host]!;
	let checks = takeChecks(x, terms, s, host, rows, base);
	x.waiting[host] = leased - checks;
	// Some leases break by themselves, which is found at the check.
	const broken = Math.max(0, Math.min(rows[base]!, leased * terms.breaks));
	rows[base]! -= broken;
	checks -= broken;
	s.backingOff += broken;
	let room = Infinity;
	if (terms.backpressure) {
		const pending = pendingWork(x, terms, host) + checks * terms.checkWork;
		const length = terms.backpressureShare * x.deadlineSeconds * s.capacity;
		room = Math.max(0, (length - pending) / terms.attemptWork);
	}
	let attempts = throughGate(x, s, host, room);
	let workflows = s.workflows;
	const incoming = checks + attempts + workflows;
	const space = Math.max(0, terms.queueItemsMax - items);
	if (incoming > space) {
		const refused = 1 - space / incoming;
		s.missedAny ||= checks > 0;
		for (let behind = 0; checks > 0 && behind < misses; behind++) {
			const count = rows[base + behind]! * refused;
			rows[base + behind]! -= count;
			s.missed[behind]! += count;
		}
		x.tally.timeouts += incoming * refused;
		x.tally.lost += workflows * refused;
		s.backingOff += attempts * refused;
		checks -= checks * refused;
		attempts -= attempts * refused;
		workflows -= workflows * refused;
	}
	rows[base + misses] = attempts;
	rows[base + misses + 1] = workflows;
	x.checking[host]! += checks;
	x.attempting[host]! += attempts;
	x.workflows[host]! += workflows;
}

/** Thread-seconds in the queue, live and expired. */
function pendingWork(x: Droplets, terms: Terms, host: number): number {
	return (
		x.zombieWork[host]! +
		x.checking[host]! * terms.checkWork +
		x.attempting[host]! * terms.attemptWork +
		x.workflows[host]! * terms.workflowWork
	);
}

/** Strictly first in, first out: expired work is older than any live row, and is executed all the same. */
function serve(x: Droplets, terms: Terms, s: Second, host: number): void {
	const expired = x.zombieWork[host]!;
	if (expired > 0) {
		const share = expired <= s.capacity ? 1 : s.capacity / expired;
		x.tally.units += x.zombieUnits[host]! * share;
		x.tally.zombiesServed += x.zombieItems[host]! * share;
		x.zombieItems[host]! *= 1 - share;
		x.zombieWork[host]! *= 1 - share;
		x.zombieUnits[host]! *= 1 - share;
		if (share < 1) return;
		s.capacity -= expired;
	}
	x.zombieItems[host] = 0;
	x.zombieArrived[host] = 0;
	serveRows(x, terms, s, host);
	s.capacity += expired;
}

function serveRows(x: Droplets, terms: Terms, s: Second, host: number): void {
	const {misses, stride, rowMask, hosts, checkWork, attemptWork, workflowWork} = terms;
	const {rows, tally} = x;
	let budget = s.capacity;
	let head = x.head[host]!;
	for (; head <= s.now && budget > 0; head++) {
		const base = ((head & rowMask) * hosts + host) * stride;
		let checks = 0;
		for (let behind = 0; behind < misses; behind++) checks += rows[base + behind]!;
		let attempts = rows[base + misses]!;
		let workflows = rows[base + misses + 1]!;
		const work = checks * checkWork + attempts * attemptWork + workflows * workflowWork;
		const share = work <= budget ? 1 : budget / work;
		for (let index = base; index < base + stride; index++) rows[index]! *= 1 - share;
		checks *= share;
		attempts *= share;
		workflows *= share;
		x.checking[host]! -= checks;
		x.attempting[host]! -= attempts;
		x.workflows[host]! -= workflows;
		s.checkedLater += checks + attempts;
		tally.goodput += checks + attempts + workflows;
		tally.started += workflows;
		tally.units +=
			checks * terms.checkUnits + attempts * terms.attemptUnits + workflows * terms.workflowUnits;
		if (share < 1) break;
		budget -= work;
	}
	x.head[host] = head;
}

/** Notes how far behind the host is, and lets it go when it is not. */
function judge(x: Droplets, terms: Terms, s: Second, host: number): void {
	const zombies = x.zombieItems[host]!;
	const waited = s.now - x.head[host]!;
	if (zombies > 1) {
		const share = zombies / Math.max(zombies, x.zombieArrived[host]!);
		const age = x.deadlineSeconds + share * (s.now - x.zombieSince[host]!);
		if (age > x.tally.oldest) x.tally.oldest = age;
	} else if (waited > x.tally.oldest) x.tally.oldest = waited;
	x.stuck[host] = pendingWork(x, terms, host) > x.deadlineSeconds * s.capacity ? 1 : 0;
	if (waited >= 0 || zombies > 0) return;
	settle(x, host);
	if (x.missing[host]! > NOBODY || x.held[host]! > 0 || x.reserve[host]! > 0) return;
	x.missing[host] = 0;
	x.busy[host] = 0;
}

import {expireRow, putBack, settle} from './crowds.ts';
import {HOST, moveHost} from './dwfm.machine.ts';
import type {Dwfm} from './dwfm.types.ts';
import type {Scratch} from './scratch.ts';
import type {Constants} from './constants.ts';

/** A crowd smaller than this is rounding. */
const NOBODY = 1e-9;

/** A second of a host that is down, cut off, behind, or about to be. */
export function workBusyHost(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
): void {
	switch (dwfm.hostModes[host]) {
		case HOST.restarting:
			turnAway(dwfm, constants, scratch, host);
			putBack(dwfm, constants, scratch, host);
			return;
		case HOST.cutOff:
			failFast(dwfm, constants, scratch, host);
			putBack(dwfm, constants, scratch, host);
			return;
		default:
			workQueue(dwfm, constants, scratch, host);
			putBack(dwfm, constants, scratch, host);
			judge(dwfm, constants, scratch, host);
	}
}

/** Processing grows slower with the queue, and with the store. */
function workQueue(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const items =
		dwfm.checking[host]! + dwfm.attempting[host]! + dwfm.workflows[host]! + dwfm.zombieItems[host]!;
	const slowness = (1 + items * constants.slowdownPerItem) * dwfm.storeLatencyFactor;
	const patience = Math.max(1, dwfm.deadlineSeconds - constants.attemptWork * slowness);
	scratch.capacity = scratch.threads / slowness;
	admit(dwfm, constants, scratch, host, items);
	serve(dwfm, constants, scratch, host);
	for (let head = dwfm.head[host]!; head <= scratch.now && scratch.now - head >= patience; head++) {
		expireRow(dwfm, constants, scratch, host, head, !constants.dropExpired);
		dwfm.head[host] = head + 1;
	}
}

/** A host that is down answers nobody. */
function turnAway(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	dwfm.waiting[host]! -= takeChecks(dwfm, constants, scratch, host, scratch.missed, 0);
	scratch.missedAny = true;
	scratch.backingOff += scratch.attempts;
	dwfm.tally.lost += scratch.workflows;
	dwfm.head[host] = scratch.now + 1;
}

/** Without DynamoDB each piece of work fails at once, and nothing is queued. */
function failFast(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const checks = takeChecks(dwfm, constants, scratch, host, scratch.missed, 0);
	dwfm.waiting[host]! -= checks;
	if (!constants.checksNeedStore || constants.leaseGrace) {
		scratch.missed.fill(0);
		scratch.checkedLater += checks;
	} else scratch.missedAny = true;
	const attempts = throughGate(dwfm, scratch, host, Infinity);
	scratch.backingOff += attempts;
	dwfm.tally.timeouts += attempts;
	dwfm.tally.lost += scratch.workflows;
	if (constants.checksNeedStore) dwfm.tally.timeouts += checks;
	else dwfm.tally.goodput += checks;
	dwfm.head[host] = scratch.now + 1;
}

/** Moves the checks due now out of their rings into `to`, by misses; returns their number. */
function takeChecks(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
	to: Float64Array,
	base: number,
): number {
	const first = dwfm.due[scratch.dueNow + host]!;
	dwfm.due[scratch.dueNow + host] = 0;
	to[base] = first;
	if (dwfm.missing[host]! <= NOBODY) return first;
	const ways = constants.misses - 1;
	const from = (scratch.missedNow + host) * ways;
	let again = 0;
	for (let way = 0; way < ways; way++) {
		const count = dwfm.missed[from + way]!;
		again += count;
		dwfm.missed[from + way] = 0;
		to[base + 1 + way] = count;
	}
	dwfm.missing[host]! -= again;
	return first + again;
}

/** Attempts that may go on now: those due, those held, and at most the gate's rate or `room` of them. */
function throughGate(dwfm: Dwfm, scratch: Scratch, host: number, room: number): number {
	let waiting = dwfm.held[host]! + scratch.attempts;
	const reserve = dwfm.reserve[host]!;
	if (reserve > 0) {
		const released = Math.min(reserve, dwfm.reservePerSecond[host]!);
		dwfm.reserve[host] = reserve - released;
		waiting += released;
	}
	const passed = Math.min(waiting, scratch.gate, room);
	dwfm.held[host] = waiting - passed;
	return passed;
}

/** Puts due work at the tail of the queue, as far as the queue takes it. */
function admit(
	dwfm: Dwfm,
	constants: Constants,
	scratch: Scratch,
	host: number,
	items: number,
): void {
	const {misses} = constants;
	const {rows} = dwfm;
	const base = (scratch.rowNow + host) * constants.stride;
	const leased = dwfm.waiting[host]!;
	let checks = takeChecks(dwfm, constants, scratch, host, rows, base);
	dwfm.waiting[host] = leased - checks;
	// Some leases break by themselves, which is found at the check.
	const broken = Math.max(0, Math.min(rows[base]!, leased * constants.breaks));
	rows[base]! -= broken;
	checks -= broken;
	scratch.backingOff += broken;
	let room = Infinity;
	if (constants.backpressure) {
		const pending = pendingWork(dwfm, constants, host) + checks * constants.checkWork;
		const length = constants.backpressureShare * dwfm.deadlineSeconds * scratch.capacity;
		room = Math.max(0, (length - pending) / constants.attemptWork);
	}
	let attempts = throughGate(dwfm, scratch, host, room);
	let workflows = scratch.workflows;
	const incoming = checks + attempts + workflows;
	const space = Math.max(0, constants.queueItemsMax - items);
	if (incoming > space) {
		const refused = 1 - space / incoming;
		scratch.missedAny ||= checks > 0;
		for (let behind = 0; checks > 0 && behind < misses; behind++) {
			const count = rows[base + behind]! * refused;
			rows[base + behind]! -= count;
			scratch.missed[behind]! += count;
		}
		dwfm.tally.timeouts += incoming * refused;
		dwfm.tally.lost += workflows * refused;
		scratch.backingOff += attempts * refused;
		checks -= checks * refused;
		attempts -= attempts * refused;
		workflows -= workflows * refused;
	}
	rows[base + misses] = attempts;
	rows[base + misses + 1] = workflows;
	dwfm.checking[host]! += checks;
	dwfm.attempting[host]! += attempts;
	dwfm.workflows[host]! += workflows;
}

/** Thread-seconds in the queue, live and expired. */
function pendingWork(dwfm: Dwfm, constants: Constants, host: number): number {
	return (
		dwfm.zombieWork[host]! +
		dwfm.checking[host]! * constants.checkWork +
		dwfm.attempting[host]! * constants.attemptWork +
		dwfm.workflows[host]! * constants.workflowWork
	);
}

/** Strictly first in, first out: expired work is older than any live row, and is executed all the same. */
function serve(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const expired = dwfm.zombieWork[host]!;
	if (expired > 0) {
		const share = expired <= scratch.capacity ? 1 : scratch.capacity / expired;
		dwfm.tally.units += dwfm.zombieUnits[host]! * share;
		dwfm.tally.zombiesServed += dwfm.zombieItems[host]! * share;
		dwfm.zombieItems[host]! *= 1 - share;
		dwfm.zombieWork[host]! *= 1 - share;
		dwfm.zombieUnits[host]! *= 1 - share;
		if (share < 1) return;
		scratch.capacity -= expired;
	}
	dwfm.zombieItems[host] = 0;
	dwfm.zombieArrived[host] = 0;
	serveRows(dwfm, constants, scratch, host);
	scratch.capacity += expired;
}

function serveRows(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const {misses, stride, rowMask, hosts, checkWork, attemptWork, workflowWork} = constants;
	const {rows, tally} = dwfm;
	let budget = scratch.capacity;
	let head = dwfm.head[host]!;
	for (; head <= scratch.now && budget > 0; head++) {
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
		dwfm.checking[host]! -= checks;
		dwfm.attempting[host]! -= attempts;
		dwfm.workflows[host]! -= workflows;
		scratch.checkedLater += checks + attempts;
		tally.goodput += checks + attempts + workflows;
		tally.started += workflows;
		tally.units +=
			checks * constants.checkUnits +
			attempts * constants.attemptUnits +
			workflows * constants.workflowUnits;
		if (share < 1) break;
		budget -= work;
	}
	dwfm.head[host] = head;
}

/** Notes how far behind the host is, and lets it go when it is not. */
function judge(dwfm: Dwfm, constants: Constants, scratch: Scratch, host: number): void {
	const zombies = dwfm.zombieItems[host]!;
	const waited = scratch.now - dwfm.head[host]!;
	if (zombies > 1) {
		const share = zombies / Math.max(zombies, dwfm.zombieArrived[host]!);
		const age = dwfm.deadlineSeconds + share * (scratch.now - dwfm.zombieSince[host]!);
		if (age > dwfm.tally.oldest) dwfm.tally.oldest = age;
	} else if (waited > dwfm.tally.oldest) dwfm.tally.oldest = waited;
	const isStuck = pendingWork(dwfm, constants, host) > dwfm.deadlineSeconds * scratch.capacity;
	if (isStuck !== (dwfm.hostModes[host] === HOST.stuck)) {
		moveHost(dwfm.hostModes, host, isStuck ? 'QUEUE_OUTGROWN' : 'QUEUE_WORKED_OFF');
	}
	if (waited >= 0 || zombies > 0) return;
	settle(dwfm, host);
	if (dwfm.missing[host]! > NOBODY || dwfm.held[host]! > 0 || dwfm.reserve[host]! > 0) return;
	dwfm.missing[host] = 0;
	dwfm.busy[host] = 0;
}

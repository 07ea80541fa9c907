/**
 * The rules of model 4.3 written a second time, one entity for each lease, sharing no code with
 * src/sim/droplets: a timing wheel for what waits, a ring of items for each host's queue. Slow and
 * literal; the crowd model is held against it.
 */
export type EntityScript = {
	readonly hosts: number;
	readonly dropletsPerHost: number;
	readonly storeUnitsPerSecond: number;
	readonly until: number;
	readonly seed: number;
	/** Seconds in which each host loses DynamoDB and finds it again, in turn. */
	readonly connections: readonly {
		readonly at: number;
		readonly host: number;
		readonly cut: boolean;
	}[];
	readonly steps: readonly EntityStep[];
};

export type EntityStep =
	| {readonly at: number; readonly do: 'break'; readonly share: number}
	| {readonly at: number; readonly do: 'gate'; readonly rate: number}
	| {readonly at: number; readonly do: 'restart'; readonly host: number};

const CHECK_EVERY = 240;
const RECHECK = 60;
const MISSES = 4;
const DEADLINE = 90;
const BACKOFF_LOW = 30;
const BACKOFF_HIGH = 90;
const THREADS = 16;
const WORK = [0.08, 1.2];
const UNITS = [1, 12];
const SLOWDOWN = 20_000;
const QUEUE_MAX = 40_000;
const RESTART = 180;
const BREAK_AT_CHECK = 0.0000033 * CHECK_EVERY;
const STORE_LAG = 3;

const WHEEL = 512;
/** Items of a host's ring; a power of two above the queue's limit. */
const RING = 65_536;

const LEASED = 0;
const BROKEN = 1;

type Entities = {
	readonly script: EntityScript;
	random: number;
	now: number;
	/** Per lease: leased or broken, missed checks, when its timer is due, and the next in its bucket. */
	readonly state: Uint8Array;
	readonly misses: Uint8Array;
	readonly next: Int32Array;
	readonly dueAt: Int32Array;
	readonly bucket: Int32Array;
	/** Per host: the ring of items from `head` (being served) over `live` (first in time) to `tail`. */
	readonly item: Int32Array;
	readonly itemAt: Int32Array;
	readonly head: Float64Array;
	readonly live: Float64Array;
	readonly tail: Float64Array;
	/** Work already done on the head item. */
	readonly begun: Float64Array;
	readonly held: number[][];
	readonly tokens: Float64Array;
	readonly downUntil: Int32Array;
	readonly cut: Uint8Array;
	gate: number;
	latency: number;
	units: number;
	broken: number;
};

/** Broken leases at the end of each second. */
export function simulateEntities(script: EntityScript): Float64Array {
	const e = createEntities(script);
	const curve = new Float64Array(script.until + 1);
	let step = 0;
	let connection = 0;
	for (e.now = 1; e.now <= script.until; e.now++) {
		for (; step < script.steps.length && script.steps[step]!.at <= e.now; step++) {
			follow(e, script.steps[step]!);
		}
		for (; connection < script.connections.length; connection++) {
			const change = script.connections[connection]!;
			if (change.at > e.now) break;
			if (change.cut && e.cut[change.host] === 0) dropQueue(e, change.host);
			e.cut[change.host] = change.cut ? 1 : 0;
		}
		live(e);
		curve[e.now] = e.broken;
	}
	return curve;
}

function createEntities(script: EntityScript): Entities {
	const leases = script.hosts * script.dropletsPerHost;
	const e: Entities = {
		script,
		random: script.seed,
		now: 0,
		state: new Uint8Array(leases),
		misses: new Uint8Array(leases),
		next: new Int32Array(leases),
		dueAt: new Int32Array(leases),
		bucket: new Int32Array(WHEEL).fill(-1),
		item: new Int32Array(script.hosts * RING),
		itemAt: new Int32Array(script.hosts * RING),
		head: new Float64Array(script.hosts),
		live: new Float64Array(script.hosts),
		tail: new Float64Array(script.hosts),
		begun: new Float64Array(script.hosts),
		held: Array.from({length: script.hosts}, () => []),
		tokens: new Float64Array(script.hosts),
		downUntil: new Int32Array(script.hosts),
		cut: new Uint8Array(script.hosts),
		gate: Infinity,
		latency: 1,
		units: 0,
		broken: 0,
	};
	for (let lease = 0; lease < leases; lease++) wait(e, lease, 1 + (lease % CHECK_EVERY));
	return e;
}

function follow(e: Entities, step: EntityStep): void {
	switch (step.do) {
		case 'break':
			breakLeases(e, step.share);
			break;
		case 'gate':
			e.gate = step.rate;
			break;
		case 'restart':
			dropQueue(e, step.host);
			for (const lease of e.held[step.host]!) backOff(e, lease);
			e.held[step.host]!.length = 0;
			e.downUntil[step.host] = e.now + RESTART;
			break;
	}
}

/** Breaks a share of the leases that wait for a check; the wheel is threaded anew. */
function breakLeases(e: Entities, share: number): void {
	const waiting: number[] = [];
	for (let slot = 0; slot < WHEEL; slot++) {
		for (let lease = e.bucket[slot]!; lease >= 0; lease = e.next[lease]!) waiting.push(lease);
	}
	e.bucket.fill(-1);
	for (const lease of waiting) {
		if (e.state[lease] === LEASED && unit(e) < share) lose(e, lease);
		else wait(e, lease, e.dueAt[lease]! - e.now);
	}
}

function live(e: Entities): void {
	let lease = e.bucket[e.now % WHEEL]!;
	e.bucket[e.now % WHEEL] = -1;
	while (lease >= 0) {
		const following = e.next[lease]!;
		come(e, lease);
		lease = following;
	}
	for (let host = 0; host < e.script.hosts; host++) {
		if (e.now < e.downUntil[host]!) continue;
		admitHeld(e, host);
		const slowness = (1 + (e.tail[host]! - e.head[host]!) / SLOWDOWN) * e.latency;
		serve(e, host, THREADS / slowness);
		expire(e, host, DEADLINE - WORK[1]! * slowness);
	}
	const load = (e.units * e.latency) / e.script.storeUnitsPerSecond;
	e.latency += (Math.max(1, load) - e.latency) / STORE_LAG;
	e.units = 0;
}

/** A lease's timer has run out: a check is due, or another attempt. */
function come(e: Entities, lease: number): void {
	const host = hostOf(e, lease);
	if (e.now < e.downUntil[host]!) return fail(e, lease);
	if (e.state[lease] === LEASED) {
		if (e.cut[host] === 1) return fail(e, lease);
		if (unit(e) < BREAK_AT_CHECK) return lose(e, lease);
		return enqueue(e, host, lease);
	}
	if (e.gate !== Infinity || e.held[host]!.length > 0) e.held[host]!.push(lease);
	else if (e.cut[host] === 1) fail(e, lease);
	else enqueue(e, host, lease);
}

function admitHeld(e: Entities, host: number): void {
	const held = e.held[host]!;
	if (held.length === 0) return;
	e.tokens[host] = Math.min(e.tokens[host]! + e.gate, e.gate + 1);
	const count = Math.min(held.length, Math.floor(e.tokens[host]));
	e.tokens[host] -= count;
	for (const lease of held.splice(0, count)) {
		if (e.cut[host] === 1) fail(e, lease);
		else enqueue(e, host, lease);
	}
}

function enqueue(e: Entities, host: number, lease: number): void {
	if (e.tail[host]! - e.head[host]! >= QUEUE_MAX) return fail(e, lease);
	const place = host * RING + (e.tail[host]! % RING);
	// The kind of work stays with the item: its owner may have moved on when it is executed.
	e.item[place] = lease * 2 + e.state[lease]!;
	e.itemAt[place] = e.now;
	e.tail[host]!++;
}

function serve(e: Entities, host: number, budget: number): void {
	let left = budget;
	while (e.head[host]! < e.tail[host]!) {
		const item = e.item[host * RING + (e.head[host]! % RING)]!;
		const kind = item & 1;
		const rest = WORK[kind]! - e.begun[host]!;
		const spent = Math.min(rest, left);
		e.units += (UNITS[kind]! * spent) / WORK[kind]!;
		if (rest > left) {
			e.begun[host]! += left;
			return;
		}
		left -= rest;
		e.begun[host] = 0;
		if (e.head[host]! >= e.live[host]!) {
			e.live[host] = e.head[host]! + 1;
			grant(e, item >> 1);
		}
		e.head[host]!++;
	}
}

/** Owners of items too old to be finished in time give up; the items stay. */
function expire(e: Entities, host: number, patience: number): void {
	while (e.live[host]! < e.tail[host]!) {
		const place = host * RING + (e.live[host]! % RING);
		if (e.now - e.itemAt[place]! < Math.max(1, patience)) return;
		e.live[host]!++;
		fail(e, e.item[place]! >> 1);
	}
}

function dropQueue(e: Entities, host: number): void {
	for (let index = e.live[host]!; index < e.tail[host]!; index++) {
		fail(e, e.item[host * RING + (index % RING)]! >> 1);
	}
	e.head[host] = e.live[host] = e.tail[host]!;
	e.begun[host] = 0;
}

function grant(e: Entities, lease: number): void {
	if (e.state[lease] === BROKEN) e.broken--;
	e.state[lease] = LEASED;
	e.misses[lease] = 0;
	wait(e, lease, CHECK_EVERY);
}

function fail(e: Entities, lease: number): void {
	if (e.state[lease] === BROKEN) return backOff(e, lease);
	e.misses[lease]!++;
	if (e.misses[lease]! >= MISSES) lose(e, lease);
	else wait(e, lease, RECHECK);
}

function lose(e: Entities, lease: number): void {
	e.state[lease] = BROKEN;
	e.broken++;
	backOff(e, lease);
}

function backOff(e: Entities, lease: number): void {
	wait(e, lease, BACKOFF_LOW + Math.floor(unit(e) * (BACKOFF_HIGH - BACKOFF_LOW + 1)));
}

function wait(e: Entities, lease: number, seconds: number): void {
	const due = e.now + seconds;
	e.dueAt[lease] = due;
	e.next[lease] = e.bucket[due % WHEEL]!;
	e.bucket[due % WHEEL] = lease;
}

function hostOf(e: Entities, lease: number): number {
	return Math.floor(lease / e.script.dropletsPerHost);
}

/** A multiplicative congruential generator: another source of luck than the simulation's own. */
function unit(e: Entities): number {
	e.random = (e.random * 48_271) % 2_147_483_647;
	return e.random / 2_147_483_647;
}

import type {Condition, Suspect} from '../../level/index.ts';
import {
	assert,
	unreachable,
	type OrderRecord,
	type World,
	valueAt,
	numberAt,
} from '../../sim/index.ts';
import {gaugesOf, isGauged, type Gauge, type Gauged} from './gauges.ts';
import {updatesPosted, type Since} from './measures.ts';

/** Conditions with those inside them, each once and before whatever it stands in. */
export type CompiledConditions = {
	readonly rows: readonly Row[];
	/** What is read off the Region each second, and the other rows that are asked each second. */
	readonly gauges: readonly Gauge[];
	readonly polled: readonly Row[];
	/** The rows that are asked when an order moves, and when a row inside them turns, inner ones first. */
	readonly ordered: readonly Row[];
	readonly compound: readonly Row[];
	/** Those of the last kind that time alone turns. */
	readonly timed: readonly Row[];
	/** The rows of the conditions that were asked for. */
	readonly asked: readonly number[];
	/** The row of each condition, those inside others among them. */
	readonly rowOf: ReadonlyMap<Condition, number>;
};

/** A condition made ready, so that nobody asks each second of which kind it is. */
type Row = {
	readonly index: number;
	readonly holds: Test;
	/** Turns on the player's orders alone. */
	readonly isByOrders: boolean;
	/** Once so, it stays so. */
	readonly stays: boolean;
	/** The rows that it turns on; none where it is asked of the world. */
	readonly inner: readonly number[];
	/** Turns on time as well. */
	readonly isTimed: boolean;
};

type Test = (memory: Memory, evaluated: Evaluated) => boolean;

/** What is remembered of each row from second to second; plain data, so that it is copied with the run. */
export type Memory = {
	readonly holds: Uint8Array;
	/** Whether it came to hold, or ceased to, in the second that was evaluated last. */
	readonly turned: Uint8Array;
	/** Since when it holds without a break, or -1. */
	readonly since: Int32Array;
	/** When it first held, or -1. */
	readonly first: Int32Array;
	/** What each gauge read last. */
	readonly read: Float64Array;
	/** How many orders had been given, and how many of those had come to an end, when they were last looked through. */
	readonly orders: Int32Array;
};

/** What conditions are evaluated on. */
export type Evaluated = {
	readonly world: World;
	readonly since: Since;
	readonly suspected: Suspect | null;
};

export function compileConditions(conditions: readonly Condition[]): CompiledConditions {
	const rows: Row[] = [];
	const rowOf = new Map<Condition, number>();
	const known = new Map<string, number>();
	const asked = conditions.map(condition => flatten(condition, rows, rowOf, known));
	const gauges = gaugesOf(rowOf);
	const gauged = new Set(gauges.flatMap(({limits}) => limits.map(({row}) => row)));
	return {
		rows,
		asked,
		rowOf,
		gauges,
		polled: rows.filter(
			({index, inner, isByOrders}) => inner.length === 0 && !isByOrders && !gauged.has(index),
		),
		ordered: rows.filter(({inner, isByOrders}) => inner.length === 0 && isByOrders),
		compound: rows.filter(({inner}) => inner.length > 0),
		timed: rows.filter(({isTimed}) => isTimed),
	};
}

export function createMemory({rows, gauges}: CompiledConditions): Memory {
	return {
		holds: new Uint8Array(rows.length),
		turned: new Uint8Array(rows.length),
		since: new Int32Array(rows.length).fill(-1),
		first: new Int32Array(rows.length).fill(-1),
		read: new Float64Array(gauges.length).fill(NaN),
		orders: new Int32Array([-1, -1]),
	};
}

/**
 * Judges every condition in this second, and says whether any turned. What is so in the world is asked each
 * second, what was ordered when an order moved, and the rest when what it turns on has turned.
 */
export function evaluateRows(
	{gauges, polled, ordered, compound, timed}: CompiledConditions,
	memory: Memory,
	evaluated: Evaluated,
): boolean {
	const isFirst = memory.orders[0] === -1;
	const haveOrdersMoved = lookThrough(evaluated.world, memory);
	const {turned} = memory;
	turned.fill(0);
	let hasTurned = isFirst;
	if (haveOrdersMoved && askAll(ordered, memory, evaluated)) hasTurned = true;
	if (readAll(gauges, memory, evaluated)) hasTurned = true;
	if (askAll(polled, memory, evaluated)) hasTurned = true;
	// Time alone turns the innermost of these first; what it changes further out is found below.
	const isQuiet = !hasTurned && !haveOrdersMoved;
	if (isQuiet && !timed.some(row => ask(row, memory, evaluated))) return false;
	if (isQuiet) hasTurned = true;
	for (const row of compound) {
		const isDue = row.isTimed || (row.isByOrders && haveOrdersMoved);
		if (!isFirst && !isDue && !isAny(turned, row.inner)) continue;
		if (ask(row, memory, evaluated)) hasTurned = true;
	}
	return hasTurned;
}

/** A number that stands where it stood turns nothing. */
function readAll(gauges: readonly Gauge[], memory: Memory, {world, since}: Evaluated): boolean {
	const {holds, read: last} = memory;
	let hasTurned = false;
	for (let index = 0; index < gauges.length; index++) {
		const {read, limits} = valueAt(gauges, index);
		const value = read(world, since);
		if (value === last[index]) continue;
		last[index] = value;
		for (const {row, isAbove, bound} of limits) {
			const isSo = (isAbove ? value > bound : value < bound) ? 1 : 0;
			if (isSo === holds[row]) continue;
			turn(row, isSo, memory, world.now);
			hasTurned = true;
		}
	}
	return hasTurned;
}

function askAll(rows: readonly Row[], memory: Memory, evaluated: Evaluated): boolean {
	let hasTurned = false;
	for (const row of rows) if (ask(row, memory, evaluated)) hasTurned = true;
	return hasTurned;
}

/** Judges one, and says whether it turned. */
function ask(row: Row, memory: Memory, evaluated: Evaluated): boolean {
	const {index} = row;
	if (row.stays && memory.holds[index] === 1) return false;
	const isSo = row.holds(memory, evaluated) ? 1 : 0;
	if (isSo === memory.holds[index]) return false;
	turn(index, isSo, memory, evaluated.world.now);
	return true;
}

function turn(row: number, isSo: 0 | 1, {holds, turned, since, first}: Memory, now: number): void {
	holds[row] = isSo;
	turned[row] = 1;
	since[row] = isSo === 1 ? now : -1;
	if (isSo === 1 && first[row] === -1) first[row] = now;
}

function isAny(flags: Uint8Array, places: readonly number[]): boolean {
	for (const place of places) if (flags[place] === 1) return true;
	return false;
}

function isEach(flags: Uint8Array, places: readonly number[]): boolean {
	for (const place of places) if (flags[place] !== 1) return false;
	return true;
}

function lookThrough({orders}: World, {orders: seen}: Memory): boolean {
	let ended = 0;
	for (const {state} of orders) if (state !== 'running') ended++;
	if (seen[0] === orders.length && seen[1] === ended) return false;
	seen[0] = orders.length;
	seen[1] = ended;
	return true;
}

function flatten(
	condition: Condition,
	rows: Row[],
	rowOf: Map<Condition, number>,
	known: Map<string, number>,
): number {
	const text = JSON.stringify(condition);
	const row = known.get(text) ?? add(condition, rows, inner => flatten(inner, rows, rowOf, known));
	known.set(text, row);
	rowOf.set(condition, row);
	return row;
}

function add(condition: Condition, rows: Row[], flat: (inner: Condition) => number): number {
	const inner = innerOf(condition).map(flat);
	const isByOrders = 'done' in condition || 'given' in condition || 'updates' in condition;
	const stays = isByOrders || 'first' in condition || 'at' in condition;
	const isTimed = 'holds' in condition;
	const holds = testOf(condition, inner);
	return rows.push({index: rows.length, holds, isByOrders, stays, inner, isTimed}) - 1;
}

function innerOf(condition: Condition): readonly Condition[] {
	if ('all' in condition) return condition.all;
	if ('any' in condition) return condition.any;
	if ('not' in condition) return [condition.not];
	if ('holds' in condition) return [condition.holds];
	if ('first' in condition) return [condition.first, condition.then];
	if ('while' in condition) return [condition.while];
	return [];
}

function testOf(condition: Condition, inner: readonly number[]): Test {
	const [one = 0, other = 0] = inner;
	if (isGauged(condition)) return readAsGauge;
	if ('all' in condition) return ({holds}) => isEach(holds, inner);
	if ('any' in condition) return ({holds}) => isAny(holds, inner);
	if ('not' in condition) return ({holds}) => holds[one] === 0;
	if ('holds' in condition) {
		const seconds = 60 * condition.minutes;
		return ({holds, since}, {world}) =>
			holds[one] === 1 && world.now - numberAt(since, one) >= seconds;
	}
	if ('first' in condition) {
		return ({first}) =>
			first[one] !== -1 && (first[other] === -1 || numberAt(first, one) < numberAt(first, other));
	}
	if ('while' in condition) {
		return ({holds}, evaluated) => holds[one] === 1 && isOrderOfNow(condition, evaluated.world);
	}
	return (_, evaluated) => isFact(condition, evaluated);
}

function readAsGauge(): never {
	assert(false, 'what turns on a number is read with its gauge, and never asked');
}

/** Whether such an order of the player's was taken on, or took effect, in this very second. */
function isOrderOfNow(
	condition: {readonly done: string} | {readonly given: string},
	world: World,
): boolean {
	const begins = 'done' in condition ? condition.done : condition.given;
	return world.orders.some(record => {
		const {at, due, state, number} = record;
		const isNow =
			'done' in condition
				? state === 'done' && due === world.now
				: state !== 'refused' && at === world.now;
		return isNow && number > 0 && isBegunBy(record, begins);
	});
}

type Fact = Exclude<
	Condition,
	| Gauged
	| {readonly all: readonly Condition[]}
	| {readonly any: readonly Condition[]}
	| {readonly not: Condition}
	| {readonly holds: Condition}
	| {readonly first: Condition}
>;

function isFact(condition: Fact, {world, since, suspected}: Evaluated): boolean {
	if ('done' in condition) return hasOrder(world, since, condition.done, true);
	if ('given' in condition) return hasOrder(world, since, condition.given, false);
	if ('updates' in condition) return updatesPosted(world, since) >= condition.updates;
	if ('suspected' in condition) return suspected === condition.suspected;
	if ('at' in condition) return world.now >= condition.at;
	return unreachable(condition);
}

/** Whether an order of the player's that begins with these words was taken on, or took effect. */
function hasOrder(world: World, {orders}: Since, begins: string, tookEffect: boolean): boolean {
	for (let index = orders; index < world.orders.length; index++) {
		const record = valueAt(world.orders, index);
		if (record.number <= 0) continue; // A colleague's.
		if (tookEffect ? record.state !== 'done' : record.state === 'refused') continue;
		if (isBegunBy(record, begins)) return true;
	}
	return false;
}

function isBegunBy({words}: OrderRecord, begins: string): boolean {
	const typed = words.toLowerCase();
	return typed === begins || typed.startsWith(`${begins} `);
}

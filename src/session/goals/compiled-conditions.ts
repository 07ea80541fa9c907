import type {Condition, Suspect} from '../../level/index.ts';
import {assert, milestoneReader, unreachable, type World} from '../../sim/index.ts';
import {pausedReader} from './automation-state.ts';
import {MEASURES, updatesPosted, type Since} from './measures.ts';

/** Conditions with those inside them, each once and before whatever it stands in. */
export type CompiledConditions = {
	readonly rows: readonly Row[];
	/** The rows of the conditions that were asked for. */
	readonly asked: readonly number[];
	/** The row of each condition, those inside others among them. */
	readonly rowOf: ReadonlyMap<Condition, number>;
};

/** A condition made ready, so that nobody asks each second of which kind it is. */
type Row = {
	readonly holds: Test;
	/** Turns on the player's orders alone. */
	readonly isByOrders: boolean;
	/** Once so, it stays so. */
	readonly stays: boolean;
	/** The rows that it turns on and on nothing else; null where it is asked anew each second. */
	readonly turnsOn: readonly number[] | null;
};

type Test = (memory: Memory, evaluated: Evaluated, index: number) => boolean;

/** What is remembered of each row from second to second; plain data, so that it is copied with the run. */
export type Memory = {
	readonly holds: Uint8Array;
	/** Whether it came to hold, or ceased to, in the second that was evaluated last. */
	readonly turned: Uint8Array;
	/** Since when it holds without a break, or -1. */
	readonly since: Int32Array;
	/** When it first held, or -1. */
	readonly first: Int32Array;
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
	const asked = conditions.map(condition => flatten(condition, rows, rowOf));
	return {rows, asked, rowOf};
}

export function createMemory({rows}: CompiledConditions): Memory {
	return {
		holds: new Uint8Array(rows.length),
		turned: new Uint8Array(rows.length),
		since: new Int32Array(rows.length).fill(-1),
		first: new Int32Array(rows.length).fill(-1),
		orders: new Int32Array([-1, -1]),
	};
}

/**
 * Judges every condition in this second, and says whether any turned: what holds for a while has to be asked
 * about all the while, what turns on others only when one of them has turned.
 */
export function evaluateRows(
	{rows}: CompiledConditions,
	memory: Memory,
	evaluated: Evaluated,
): boolean {
	const {now} = evaluated.world;
	const {holds, turned, since, first, orders} = memory;
	const isFirst = orders[0] === -1;
	const haveOrdersMoved = lookThrough(evaluated.world, memory);
	let hasTurned = isFirst;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index]!;
		turned[index] = 0;
		if (row.stays && holds[index] === 1) continue;
		if (row.isByOrders && !haveOrdersMoved) continue;
		if (row.turnsOn !== null && !isFirst && !isAny(turned, row.turnsOn)) continue;
		const isSo = row.holds(memory, evaluated, index) ? 1 : 0;
		if (isSo === holds[index]) continue;
		holds[index] = isSo;
		turned[index] = 1;
		hasTurned = true;
		since[index] = isSo === 1 ? now : -1;
		if (isSo === 1 && first[index] === -1) first[index] = now;
	}
	return hasTurned;
}

function isAny(flags: Uint8Array, places: readonly number[]): boolean {
	for (const place of places) if (flags[place] === 1) return true;
	return false;
}

function lookThrough({orders}: World, {orders: seen}: Memory): boolean {
	let ended = 0;
	for (const {state} of orders) if (state !== 'running') ended++;
	if (seen[0] === orders.length && seen[1] === ended) return false;
	seen[0] = orders.length;
	seen[1] = ended;
	return true;
}

function flatten(condition: Condition, rows: Row[], rowOf: Map<Condition, number>): number {
	const inner = innerOf(condition).map(each => flatten(each, rows, rowOf));
	const isByOrders = 'done' in condition || 'given' in condition || 'updates' in condition;
	const stays = isByOrders || 'first' in condition || 'at' in condition;
	const turnsOn = inner.length > 0 && !('holds' in condition) ? inner : null;
	const row = rows.push({holds: testOf(condition, inner), isByOrders, stays, turnsOn}) - 1;
	rowOf.set(condition, row);
	return row;
}

function innerOf(condition: Condition): readonly Condition[] {
	if ('all' in condition) return condition.all;
	if ('any' in condition) return condition.any;
	if ('not' in condition) return [condition.not];
	if ('holds' in condition) return [condition.holds];
	if ('first' in condition) return [condition.first, condition.then];
	return [];
}

function testOf(condition: Condition, inner: readonly number[]): Test {
	const [one = 0, other = 0] = inner;
	if ('metric' in condition) return comparison(condition);
	if ('automation' in condition) {
		const [isPaused, wanted] = [pausedReader(condition.automation), condition.is === 'paused'];
		return (_, {world}) => isPaused(world) === wanted;
	}
	if ('milestone' in condition) {
		const isReached = milestoneReader(condition.milestone);
		return (_, {world}) => isReached(world);
	}
	if ('all' in condition) return ({holds}) => inner.every(row => holds[row] === 1);
	if ('any' in condition) return ({holds}) => inner.some(row => holds[row] === 1);
	if ('not' in condition) return ({holds}) => holds[one] === 0;
	if ('holds' in condition) {
		const seconds = 60 * condition.minutes;
		return ({holds, since}, {world}) => holds[one] === 1 && world.now - since[one]! >= seconds;
	}
	if ('first' in condition) {
		return ({first}) => first[one] !== -1 && (first[other] === -1 || first[one]! < first[other]!);
	}
	return (_, evaluated) => isFact(condition, evaluated);
}

function comparison(condition: Extract<Condition, {readonly metric: string}>): Test {
	const {metric} = condition;
	const read = MEASURES[metric];
	assert(read !== undefined, `${metric} is measured`);
	if ('above' in condition) {
		const {above} = condition;
		return (_, {world, since}) => read(world, since) > above;
	}
	const {below} = condition;
	return (_, {world, since}) => read(world, since) < below;
}

type Fact = Exclude<
	Condition,
	| {readonly metric: string}
	| {readonly automation: string}
	| {readonly milestone: string}
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

/** Whether the player has given an order that begins with these words, or one that took effect. */
function hasOrder(world: World, {orders}: Since, begins: string, tookEffect: boolean): boolean {
	for (let index = orders; index < world.orders.length; index++) {
		const {words, state, number} = world.orders[index]!;
		if (number <= 0) continue; // A colleague's.
		if (tookEffect && state !== 'done') continue;
		const typed = words.toLowerCase();
		if (typed === begins || typed.startsWith(`${begins} `)) return true;
	}
	return false;
}

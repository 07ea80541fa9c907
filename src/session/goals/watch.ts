import type {Condition, Suspect} from '../../level/index.ts';
import {assert, milestoneAt, unreachable, type World} from '../../sim/index.ts';
import {automationState} from './automation-state.ts';
import {MEASURES, type Since} from './measures.ts';

/** Conditions with those inside them, each once and before whatever it stands in. */
export type Watch = {
	readonly rows: readonly Row[];
	/** The rows of the conditions that were asked for. */
	readonly asked: readonly number[];
};

type Row = {readonly condition: Condition; readonly inner: readonly number[]};

/** What is remembered of each row from second to second; plain data, so that it is copied with the run. */
export type Memory = {
	readonly holds: Uint8Array;
	/** Since when it holds without a break, or -1. */
	readonly since: Int32Array;
	/** When it first held, or -1. */
	readonly first: Int32Array;
};

/** What conditions are judged on. */
export type Judged = {
	readonly world: World;
	readonly since: Since;
	readonly suspected: Suspect | null;
};

export function watchOf(conditions: readonly Condition[]): Watch {
	const rows: Row[] = [];
	const asked = conditions.map(condition => flatten(condition, rows));
	return {rows, asked};
}

export function createMemory({rows}: Watch): Memory {
	return {
		holds: new Uint8Array(rows.length),
		since: new Int32Array(rows.length).fill(-1),
		first: new Int32Array(rows.length).fill(-1),
	};
}

/** Judges every condition in this second: what holds for a while has to be asked about all the while. */
export function judgeRows({rows}: Watch, memory: Memory, judged: Judged): void {
	const {now} = judged.world;
	for (let index = 0; index < rows.length; index++) {
		const holds = isSo(rows[index]!, index, memory, judged);
		memory.holds[index] = holds ? 1 : 0;
		if (!holds) memory.since[index] = -1;
		else if (memory.since[index] === -1) memory.since[index] = now;
		if (holds && memory.first[index] === -1) memory.first[index] = now;
	}
}

function flatten(condition: Condition, rows: Row[]): number {
	const inner = innerOf(condition).map(each => flatten(each, rows));
	return rows.push({condition, inner}) - 1;
}

function innerOf(condition: Condition): readonly Condition[] {
	if ('all' in condition) return condition.all;
	if ('any' in condition) return condition.any;
	if ('not' in condition) return [condition.not];
	if ('holds' in condition) return [condition.holds];
	if ('first' in condition) return [condition.first, condition.then];
	return [];
}

function isSo({condition, inner}: Row, index: number, memory: Memory, judged: Judged): boolean {
	const {holds, since, first} = memory;
	const [one = 0, other = 0] = inner;
	if ('metric' in condition) return compares(condition, judged);
	if ('all' in condition) return inner.every(row => holds[row] === 1);
	if ('any' in condition) return inner.some(row => holds[row] === 1);
	if ('not' in condition) return holds[one] === 0;
	if ('holds' in condition) {
		return holds[one] === 1 && judged.world.now - since[one]! >= 60 * condition.minutes;
	}
	if ('first' in condition) {
		return first[one] !== -1 && (first[other] === -1 || first[one]! < first[other]!);
	}
	// What has been done stays done.
	return first[index] !== -1 && isLasting(condition) ? true : isFact(condition, judged);
}

type Fact = Exclude<
	Condition,
	| {readonly metric: string}
	| {readonly all: readonly Condition[]}
	| {readonly any: readonly Condition[]}
	| {readonly not: Condition}
	| {readonly holds: Condition}
	| {readonly first: Condition}
>;

function isLasting(condition: Fact): boolean {
	return 'done' in condition || 'given' in condition;
}

function isFact(condition: Fact, {world, since, suspected}: Judged): boolean {
	if ('milestone' in condition) return milestoneAt(world, condition.milestone) !== null;
	if ('automation' in condition) {
		return automationState(world, condition.automation) === condition.is;
	}
	if ('done' in condition) return hasOrder(world, since, condition.done, true);
	if ('given' in condition) return hasOrder(world, since, condition.given, false);
	if ('updates' in condition) return measure('updates.posted', world, since) >= condition.updates;
	if ('suspected' in condition) return suspected === condition.suspected;
	if ('at' in condition) return world.now >= condition.at;
	return unreachable(condition);
}

function compares(
	condition: Extract<Condition, {readonly metric: string}>,
	{world, since}: Judged,
): boolean {
	const value = measure(condition.metric, world, since);
	return 'above' in condition ? value > condition.above : value < condition.below;
}

function measure(id: string, world: World, since: Since): number {
	const read = MEASURES[id];
	assert(read !== undefined, `${id} is measured`);
	return read(world, since);
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

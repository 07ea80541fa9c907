import {assert} from './assert.ts';
import type {Tick} from './tick.ts';

/** Something that will happen: `to` names who hears of it, `event` is plain data. */
export type Planned = {
	readonly due: Tick;
	/** Order of planning; breaks ties, so that equal times are first in, first out. */
	readonly order: number;
	readonly key: string;
	readonly to: string;
	readonly event: {readonly type: string};
};

/** The world's only timer. Plain data, so that a save loses no delay. */
export type Agenda = {planned: number; readonly heap: Planned[]};

const ENTRIES_MAX = 10_000;

export function createAgenda(): Agenda {
	return {planned: 0, heap: []};
}

export function plan(
	agenda: Agenda,
	due: Tick,
	key: string,
	to: string,
	event: {readonly type: string},
): void {
	assert(agenda.heap.length < ENTRIES_MAX, 'the agenda has a limit');
	agenda.heap.push({due, order: agenda.planned++, key, to, event});
	rise(agenda.heap, agenda.heap.length - 1);
}

export function cancel(agenda: Agenda, key: string): void {
	for (let index = agenda.heap.length - 1; index >= 0; index--) {
		// What takes its place may rise, and then what stood above stands here.
		while (agenda.heap[index]?.key === key) removeAt(agenda.heap, index);
	}
}

/** Takes the earliest entry that is due, or nothing. */
export function takeDue(agenda: Agenda, now: Tick): Planned | undefined {
	const first = agenda.heap[0];
	if (first === undefined || first.due > now) return undefined;
	removeAt(agenda.heap, 0);
	return first;
}

function before(a: Planned, b: Planned): boolean {
	return a.due !== b.due ? a.due < b.due : a.order < b.order;
}

function removeAt(heap: Planned[], index: number): void {
	const last = heap.pop();
	if (last === undefined || index === heap.length) return;
	heap[index] = last;
	rise(heap, index);
	sink(heap, index);
}

function rise(heap: Planned[], from: number): void {
	for (let index = from; index > 0;) {
		const parent = (index - 1) >> 1;
		if (!swapIfBefore(heap, index, parent)) return;
		index = parent;
	}
}

function sink(heap: Planned[], from: number): void {
	for (let index = from; ;) {
		const left = 2 * index + 1;
		if (left >= heap.length) return;
		const right = left + 1;
		const least = right < heap.length && before(heap[right]!, heap[left]!) ? right : left;
		if (!swapIfBefore(heap, least, index)) return;
		index = least;
	}
}

/** Swaps two entries when the one at `lower` should be above. */
function swapIfBefore(heap: Planned[], lower: number, upper: number): boolean {
	const a = heap[lower]!;
	const b = heap[upper]!;
	if (!before(a, b)) return false;
	heap[lower] = b;
	heap[upper] = a;
	return true;
}

import {isList, isObject, own, type Json, type Patch} from './patch.ts';

/** What changed from one value to the next; undefined where nothing did. */
export function patchOf(before: Json, after: Json): Patch | undefined {
	if (Object.is(before, after)) return undefined;
	if (isList(before) && isList(after)) return listPatch(before, after);
	if (isObject(before) && isObject(after)) return objectPatch(before, after);
	return ['=', after];
}

function objectPatch(
	before: {readonly [key: string]: Json | undefined},
	after: {readonly [key: string]: Json | undefined},
): Patch | undefined {
	const changed: Record<string, Patch> = {};
	const removed: string[] = [];
	for (const key of Object.keys(before)) {
		if (before[key] !== undefined && own(after, key) === undefined) removed.push(key);
	}
	for (const [key, value] of Object.entries(after)) {
		if (value === undefined) continue;
		const was = own(before, key);
		const inner: Patch | undefined = was === undefined ? ['=', value] : patchOf(was, value);
		if (inner !== undefined) changed[key] = inner;
	}
	const isSame = removed.length === 0 && Object.keys(changed).length === 0;
	return isSame ? undefined : ['{', changed, removed];
}

/** A list that is read oldest first loses its head and grows at its end; whatever else changes lies between. */
function listPatch(before: readonly Json[], after: readonly Json[]): Patch | undefined {
	const dropped = headDropped(before, after);
	const kept = before.slice(dropped);
	let from = 0;
	while (from < kept.length && from < after.length && isSame(kept[from], after[from])) from++;
	let end = 0;
	const ends = Math.min(kept.length, after.length) - from;
	while (end < ends && isSame(kept.at(-1 - end), after.at(-1 - end))) end++;
	const removed = kept.length - from - end;
	const inserted = after.slice(from, after.length - end);
	if (dropped === 0 && removed === 0 && inserted.length === 0) return undefined;
	return ['[', dropped, from, removed, inserted];
}

/** How many items left at the head, where what is left is how the next list begins. */
function headDropped(before: readonly Json[], after: readonly Json[]): number {
	const [first] = after;
	if (first === undefined) return before.length;
	if (before.length > 0 && isSame(before[0], first)) return 0;
	const at = before.findIndex(item => isSame(item, first));
	return Math.max(0, at);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
	if (one === undefined || other === undefined) return one === other;
	return patchOf(one, other) === undefined;
}

/** What JSON can say. A number that is none travels as null. */
export type Json =
	null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json | undefined};

/**
 * How one value becomes the next: a new value; an object's changed and removed keys; or a list that loses items from
 * its head and has some replaced from an index on.
 */
export type Patch =
	| readonly ['=', Json]
	| readonly ['{', Readonly<Record<string, Patch>>, readonly string[]]
	| readonly ['[', dropped: number, from: number, removed: number, inserted: readonly Json[]];

/** What changed from one value to the next; undefined where nothing did. */
export function patchOf(before: Json, after: Json): Patch | undefined {
	if (Object.is(before, after)) return undefined;
	if (isList(before) && isList(after)) return listPatch(before, after);
	if (isObject(before) && isObject(after)) return objectPatch(before, after);
	return ['=', after];
}

/** The next value. What did not change is the same object as before. Throws nothing: a patch that does not fit is refused. */
export function patched(before: Json, patch: Patch): Json | undefined {
	switch (patch[0]) {
		case '=':
			return patch[1];
		case '{': {
			if (!isObject(before)) return undefined;
			const after: Record<string, Json | undefined> = {...before};
			for (const key of patch[2]) delete after[key];
			for (const [key, inner] of Object.entries(patch[1])) {
				if (key === '__proto__') return undefined; // Nothing that we send is called so.
				const value = patched(own(before, key) ?? null, inner);
				if (value === undefined) return undefined;
				after[key] = value;
			}
			return after;
		}
		case '[': {
			const [, dropped, from, removed, inserted] = patch;
			if (!isList(before) || dropped > before.length) return undefined;
			const after = before.slice(dropped);
			if (from + removed > after.length) return undefined;
			after.splice(from, removed, ...inserted);
			return after;
		}
	}
}

function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

function isObject(value: Json | undefined): value is {readonly [key: string]: Json | undefined} {
	return typeof value === 'object' && value !== null && !isList(value);
}

function own(of: {readonly [key: string]: Json | undefined}, key: string): Json | undefined {
	return Object.hasOwn(of, key) ? of[key] : undefined;
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

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

export function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

export function isObject(
	value: Json | undefined,
): value is {readonly [key: string]: Json | undefined} {
	return typeof value === 'object' && value !== null && !isList(value);
}

export function own(of: {readonly [key: string]: Json | undefined}, key: string): Json | undefined {
	return Object.hasOwn(of, key) ? of[key] : undefined;
}

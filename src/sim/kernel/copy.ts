import {assert} from './assert.ts';
import {isNumeric} from './hash.ts';

/** A state as JSON can carry it: typed arrays become plain ones. Every number survives exactly. */
export function toPlain(state: unknown): unknown {
	if (isNumeric(state)) return Array.from(state);
	if (Array.isArray(state)) return state.map(toPlain);
	if (typeof state === 'object' && state !== null) {
		return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, toPlain(value)]));
	}
	return state;
}

/**
 * Writes a saved state into one built the ordinary way. Filling a constructed state keeps its typed
 * arrays and hidden classes; a state made from the copy alone runs every later second several times
 * slower (model 13).
 */
export function restoreInto(state: object, saved: unknown): void {
	assert(typeof saved === 'object' && saved !== null, 'a saved state is an object');
	const target = state as Record<string, unknown>;
	const source = saved as Record<string, unknown>;
	for (const key of Object.keys(target)) {
		if (!(key in source)) delete target[key];
	}
	for (const [key, value] of Object.entries(source)) {
		const present = target[key];
		if (isNumeric(present)) {
			assert(isNumeric(value) || Array.isArray(value), `${key} is saved as numbers`);
			assert(value.length === present.length, `${key} keeps its length`);
			present.set(value as ArrayLike<number>);
		} else if (isRecord(present) && isRecord(value)) {
			restoreInto(present, value);
		} else {
			target[key] = copyOf(value);
		}
	}
}

/** A deep copy of plain data and typed arrays. */
export function copyOf<T>(value: T): T {
	return copied(value) as T;
}

function copied(value: unknown): unknown {
	if (isNumeric(value)) return value.slice();
	if (Array.isArray(value)) return value.map(copied);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		!ArrayBuffer.isView(value)
	);
}

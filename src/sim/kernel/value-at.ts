import {BrokenInvariant} from './assert.ts';

/** What stands at a place that whoever asks has bounded. */
export function valueAt<Value>(list: readonly Value[], place: number): Value {
	const value = list[place];
	if (value === undefined) throw outside(list, place);
	return value;
}

type Numbers = Float64Array | Int32Array | Uint8Array | Uint16Array;

/** The same of a crowd. */
export function numberAt(numbers: Numbers, place: number): number {
	const value = numbers[place];
	if (value === undefined) throw outside(numbers, place);
	return value;
}

function outside({length}: {readonly length: number}, place: number): BrokenInvariant {
	return new BrokenInvariant(`${String(place)} is a place among ${String(length)}`);
}

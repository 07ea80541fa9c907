import {assert} from './assert.ts';

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Two independent 32-bit lanes over a tree of plain data and typed arrays. */
class Lanes {
	high = 0x9e3779b9;
	low = 0x85ebca6b;

	word(word: number): void {
		this.high = Math.imul(this.high ^ word, 0x01000193);
		this.high ^= this.high >>> 15;
		this.low = Math.imul(this.low + word, 0xc2b2ae35);
		this.low ^= this.low >>> 13;
	}

	number(value: number): void {
		assert(Number.isFinite(value), 'state holds only finite numbers');
		scratch[0] = value + 0; // Folds -0 into 0: a save in JSON could not tell them apart.
		this.word(words[0]!);
		this.word(words[1]!);
	}

	text(text: string): void {
		this.word(text.length);
		for (let index = 0; index < text.length; index++) this.word(text.charCodeAt(index));
	}

	value(value: unknown): void {
		if (typeof value === 'number') return this.number(value);
		if (typeof value === 'string') return this.text(value);
		if (typeof value === 'boolean') return this.word(value ? 1 : 2);
		if (value === null || value === undefined) return this.word(3);
		if (isNumeric(value)) {
			this.word(value.length);
			for (let index = 0; index < value.length; index++) this.number(value[index]!);
			return;
		}
		if (Array.isArray(value)) {
			this.word(value.length);
			for (const item of value) this.value(item);
			return;
		}
		assert(typeof value === 'object', 'state is plain data');
		for (const key of Object.keys(value).sort()) {
			this.text(key);
			this.value((value as Record<string, unknown>)[key]);
		}
	}
}

export type Numeric = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export function isNumeric(value: unknown): value is Numeric {
	return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Sixteen hex digits that name a state. Not cryptographic: marks find drift, replays prove scores. */
export function hash(state: unknown): string {
	const lanes = new Lanes();
	lanes.value(state);
	return hex(lanes.high) + hex(lanes.low);
}

function hex(lane: number): string {
	return (lane >>> 0).toString(16).padStart(8, '0');
}

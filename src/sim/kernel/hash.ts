import {assert} from './assert.ts';

/** Which numbers of the large arrays go into a hash: each `every`th, from the `first` on. */
export type Sample = {readonly every: number; readonly first: number};

const WHOLE: Sample = {every: 1, first: 0};
/** Arrays from this length on are crowds by age, of which a sample will do for a mark. */
const RING_LENGTH_MIN = 2048;

/** Two independent 32-bit lanes over a tree of plain data and typed arrays. */
class Lanes {
	high = 0x9e3779b9;
	low = 0x85ebca6b;
	readonly #sample: Sample;
	/** One number, and the two words that it is. */
	readonly #number = new Float64Array(1);
	readonly #words = new Uint32Array(this.#number.buffer);

	constructor(sample: Sample) {
		this.#sample = sample;
	}

	word(word: number): void {
		this.high = Math.imul(this.high ^ word, 0x01000193);
		this.high ^= this.high >>> 15;
		this.low = Math.imul(this.low + word, 0xc2b2ae35);
		this.low ^= this.low >>> 13;
	}

	number(value: number): void {
		assert(Number.isFinite(value), 'state holds only finite numbers');
		this.#number[0] = value + 0; // Folds -0 into 0: a save in JSON could not tell them apart.
		this.word(this.#words[0]!);
		this.word(this.#words[1]!);
	}

	text(text: string): void {
		this.word(text.length);
		for (let index = 0; index < text.length; index++) this.word(text.charCodeAt(index));
	}

	/** As `number` for each, with the lanes kept out of memory: the rings are most of a state. */
	numbers(values: Numeric): void {
		this.word(values.length);
		const scratch = this.#number;
		const words = this.#words;
		const {every, first} = values.length < RING_LENGTH_MIN ? WHOLE : this.#sample;
		let high = this.high;
		let low = this.low;
		for (let index = first; index < values.length; index += every) {
			scratch[0] = values[index]! + 0;
			const w0 = words[0]!;
			const w1 = words[1]!;
			assert((w1 & 0x7ff00000) !== 0x7ff00000, 'state holds only finite numbers');
			high = Math.imul(high ^ w0, 0x01000193);
			high = Math.imul(high ^ (high >>> 15) ^ w1, 0x01000193);
			high ^= high >>> 15;
			low = Math.imul(low + w0, 0xc2b2ae35);
			low = Math.imul((low ^ (low >>> 13)) + w1, 0xc2b2ae35);
			low ^= low >>> 13;
		}
		this.high = high;
		this.low = low;
	}

	value(value: unknown): void {
		if (typeof value === 'number') return this.number(value);
		if (typeof value === 'string') return this.text(value);
		if (typeof value === 'boolean') return this.word(value ? 1 : 2);
		if (value === null || value === undefined) return this.word(3);
		if (isNumeric(value)) return this.numbers(value);
		if (Array.isArray(value)) {
			this.word(value.length);
			for (const item of value) this.value(item);
			return;
		}
		assert(typeof value === 'object', 'state is plain data');
		const keys = Object.keys(value).sort();
		this.word(keys.length); // Without it, {a: {b: 1}} and {a: {}, b: 1} would be one.
		for (const key of keys) {
			this.text(key);
			this.value((value as Record<string, unknown>)[key]);
		}
	}
}

export type Numeric =
	Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export function isNumeric(value: unknown): value is Numeric {
	return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Sixteen hex digits that name a state. Not cryptographic: marks find drift, replays prove scores. */
export function hash(state: unknown, sample: Sample = WHOLE): string {
	const lanes = new Lanes(sample);
	lanes.value(state);
	return hex(lanes.high) + hex(lanes.low);
}

function hex(lane: number): string {
	return (lane >>> 0).toString(16).padStart(8, '0');
}

import seedrandom from 'seedrandom';
import {assert} from './assert.ts';
import {exp, ln} from './logarithm.ts';

/** One run of luck: numbers that depend on seed, stream and moment, and on nothing else. */
export type Rng = {
	/** A fraction in [0, 1), in steps of 2^-32. */
	readonly unit: () => number;
	/** A whole number in [0, bound). */
	readonly below: (bound: number) => number;
	readonly chance: (numerator: number, denominator: number) => boolean;
	readonly between: (low: number, high: number) => number;
	readonly exponential: (mean: number) => number;
	/** Log-normal with the given mean and coefficient of variation. */
	readonly lognormal: (mean: number, variation: number) => number;
};

/** Luck of a stream at a moment (a tick, or a count of that stream's own events). */
export type RandomStreams = (stream: string, moment: number) => Rng;

/**
 * Luck is a function of seed, stream and moment: a draw added today changes nothing tomorrow or next
 * door, and there is no generator state to save. Seedrandom turns (seed, stream) into a 64-bit key once;
 * after that each draw hashes (key, moment, n), because seeding a generator for each moment would cost
 * more than the whole of the DNS automation.
 */
export function randomStreams(seed: string): RandomStreams {
	const keys = new Map<string, readonly [number, number]>();
	return (stream, moment) => {
		let key = keys.get(stream);
		if (key === undefined) {
			const generator = seedrandom.alea(`${seed}/${stream}`);
			key = [generator.int32(), generator.int32()];
			keys.set(stream, key);
		}
		return new HashedRng(key[0], key[1], moment);
	};
}

/** A class and not closures: the DNS automation asks for luck dozens of times a second. */
class HashedRng implements Rng {
	readonly #start: number;
	#drawn = 0;

	constructor(keyHigh: number, keyLow: number, moment: number) {
		this.#start = absorb(absorb(keyHigh, keyLow), moment);
	}

	unit(): number {
		return scramble(absorb(this.#start, this.#drawn++)) / 4_294_967_296;
	}

	below(bound: number): number {
		assert(bound > 0, 'a bound is positive');
		return Math.floor(this.unit() * bound);
	}

	chance(numerator: number, denominator: number): boolean {
		return this.below(denominator) < numerator;
	}

	between(low: number, high: number): number {
		return low + (high - low) * this.unit();
	}

	exponential(mean: number): number {
		return -mean * ln(1 - this.unit());
	}

	lognormal(mean: number, variation: number): number {
		const variance = ln(1 + variation * variation);
		return mean * exp(Math.sqrt(variance) * this.#normal() - variance / 2);
	}

	/** Sum of twelve uniforms: near enough to a normal for waiting times, and exact on every engine. */
	#normal(): number {
		let sum = -6;
		for (let n = 0; n < 12; n++) sum += this.unit();
		return sum;
	}
}

/** One round of MurmurHash3 (public domain constants). */
function absorb(hash: number, word: number): number {
	let k = Math.imul(word | 0, 0xcc9e2d51);
	k = (k << 15) | (k >>> 17);
	const mixed = hash ^ Math.imul(k, 0x1b873593);
	return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function scramble(hash: number): number {
	let h = hash ^ (hash >>> 16);
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

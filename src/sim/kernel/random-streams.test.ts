import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {randomStreams} from './random-streams.ts';

const SEEDS = ['october-20', '', '0', 'a rather longer seed with spaces', '20'];

/** Pearson's statistic of `values` in [0, 1) over ten bins: below 27.9 in 999 of 1,000 fair samples. */
function chiSquare(values: readonly number[]): number {
	const counts = Array.from({length: 10}, () => 0);
	for (const value of values) counts[Math.floor(value * 10)]!++;
	const expected = values.length / 10;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
	const [meanX, meanY] = [mean(xs), mean(ys)];
	let [xy, xx, yy] = [0, 0, 0];
	for (let n = 0; n < xs.length; n++) {
		const [x, y] = [xs[n]! - meanX, ys[n]! - meanY];
		xy += x * y;
		xx += x * x;
		yy += y * y;
	}
	return xy / Math.sqrt(xx * yy);
}

function drawn(seed: string, stream: string, moment: number, count: number): number[] {
	const rng = randomStreams(seed)(stream, moment);
	return Array.from({length: count}, () => rng.unit());
}

/** The first draw of each of many moments: what most seconds of a run use. */
function firstDraws(seed: string, stream: string, moments: number): number[] {
	const ask = randomStreams(seed);
	return Array.from({length: moments}, (_, moment) => ask(stream, moment).unit());
}

describe('luck', () => {
	test('is the same for the same seed, stream and moment, whatever was drawn before', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.nat(), (seed, stream, moment) => {
				const ask = randomStreams(seed);
				const first = ask(stream, moment);
				const numbers = [first.unit(), first.unit(), first.unit()];
				ask('another', moment).unit();
				ask(stream, moment + 1).below(6);
				const again = ask(stream, moment);
				expect([again.unit(), again.unit(), again.unit()]).toEqual(numbers);
				expect(drawn(seed, stream, moment, 3)).toEqual(numbers);
			}),
		);
	});

	test('keeps its numbers from one version to the next', () => {
		const rng = randomStreams('october-20')('dns', 1692);
		const numbers = [rng.below(1_000_000), rng.below(1_000_000), rng.below(1_000_000)];
		expect(numbers).toEqual([469_281, 639_907, 343_132]);
	});

	test.each(SEEDS)('is uniform within a moment (seed %j)', seed => {
		expect(chiSquare(drawn(seed, 'dns', 12_345, 100_000))).toBeLessThan(27.9);
	});

	test.each(SEEDS)('is uniform over the first draws of moments (seed %j)', seed => {
		expect(chiSquare(firstDraws(seed, 'dns', 100_000))).toBeLessThan(27.9);
	});

	test('has no correlation between one moment and the next, or one draw and the next', () => {
		const [moments, rng] = [firstDraws('20', 'dns', 100_000), drawn('20', 'dns', 3, 100_000)];
		expect(Math.abs(correlation(moments.slice(1), moments.slice(0, -1)))).toBeLessThan(0.012);
		expect(Math.abs(correlation(rng.slice(1), rng.slice(0, -1)))).toBeLessThan(0.012);
	});

	test('has streams that do not know each other, nor do seeds', () => {
		const mine = firstDraws('20', 'dns', 100_000);
		expect(Math.abs(correlation(mine, firstDraws('20', 'dnt', 100_000)))).toBeLessThan(0.012);
		expect(Math.abs(correlation(mine, firstDraws('21', 'dns', 100_000)))).toBeLessThan(0.012);
	});

	test('draws whole numbers within their bound, and fractions within theirs', () => {
		fc.assert(
			fc.property(fc.nat(), fc.integer({min: 1, max: 4_294_967_296}), (moment, bound) => {
				const rng = randomStreams('bounds')('x', moment);
				const whole = rng.below(bound);
				expect(Number.isInteger(whole) && whole >= 0 && whole < bound).toBe(true);
				const between = rng.between(-3, 4);
				expect(between >= -3 && between < 4).toBe(true);
			}),
		);
		expect(() => randomStreams('bounds')('x', 0).below(0)).toThrow('a bound is positive');
	});

	test('gives a chance as often as it says', () => {
		const ask = randomStreams('chances');
		let hits = 0;
		for (let moment = 0; moment < 200_000; moment++) {
			if (ask('x', moment).chance(1, 200)) hits++;
		}
		expect(hits).toBeGreaterThan(1_000 - 4 * 32);
		expect(hits).toBeLessThan(1_000 + 4 * 32);
	});

	test('has waiting times with the mean and the spread they are given', () => {
		const rng = randomStreams('waits')('x', 0);
		const samples = Array.from({length: 200_000}, () => [
			rng.exponential(40),
			rng.lognormal(40, 0.5),
		]);
		for (const [column, variation] of [1, 0.5].entries()) {
			const values = samples.map(pair => pair[column]!);
			const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
			const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
			expect(mean / 40).toBeCloseTo(1, 2);
			expect(Math.sqrt(square) / mean / variation).toBeGreaterThan(0.97);
			expect(Math.sqrt(square) / mean / variation).toBeLessThan(1.03);
			expect(values.every(value => value >= 0)).toBe(true);
		}
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {exp, ln} from './logarithm.ts';

const TOLERANCE = 1e-14;

function expectNear(actual: number, reference: number, tolerance = TOLERANCE): void {
	expect(Math.abs(actual - reference)).toBeLessThanOrEqual(
		tolerance * Math.max(1, Math.abs(reference)),
	);
}

describe('the logarithm and the exponential', () => {
	test('ln is what Math.log is, over the whole range of doubles', () => {
		const positive = fc.double({min: 1e-300, max: 1e300, noNaN: true});
		fc.assert(
			fc.property(positive, x => expectNear(ln(x), Math.log(x))),
			{numRuns: 5_000},
		);
		for (let x = 0.5; x < 2; x += 0.001) expectNear(ln(x), Math.log(x));
	});

	test('exp is what Math.exp is, where the model uses it', () => {
		const exponent = fc.double({min: -40, max: 40, noNaN: true});
		fc.assert(
			fc.property(exponent, x => expectNear(exp(x) / Math.exp(x), 1)),
			{numRuns: 5_000},
		);
	});

	test('exp stays near Math.exp out to the edge of its range', () => {
		const exponent = fc.double({min: -700, max: 700, noNaN: true});
		fc.assert(
			fc.property(exponent, x => expectNear(exp(x) / Math.exp(x), 1, 2e-13)),
			{numRuns: 5_000},
		);
	});

	test('one undoes the other', () => {
		const exponent = fc.double({min: -40, max: 40, noNaN: true});
		fc.assert(fc.property(exponent, x => expectNear(ln(exp(x)), x)));
	});

	test('exact values are exact', () => {
		expect([exp(0), ln(1)]).toEqual([1, 0]);
	});

	test.each([0, -1, NaN, Infinity])('ln refuses %d', x => {
		expect(() => ln(x)).toThrow('a logarithm is of a positive finite number');
	});

	test.each([701, -701, NaN])('exp refuses %d', x => {
		expect(() => exp(x)).toThrow('an exponent stays within the range of a double');
	});
});

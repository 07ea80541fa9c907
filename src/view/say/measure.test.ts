import {describe, expect, test} from 'vitest';
import type {Unit} from '../../observe/index.ts';
import {age, duration, measure, whole} from './measure.ts';

describe('numbers read as operators say them', () => {
	test.each<[number | null, Unit, string]>([
		[null, 'share', 'no data'],
		[Number.NaN, 'count', 'no data'],
		[0, 'share', '0 %'],
		[0.0002, 'share', '<0.1 %'],
		[0.621, 'share', '62.1 %'],
		[0.9999, 'share', '>99.9 %'],
		[1, 'share', '100 %'],
		[7.5, 'share', '750.0 %'],
		[903_156, 'count', '903,156'],
		[1.4, 'per-second', '1.4/s'],
		[2_958.4, 'per-second', '2,958/s'],
		[4.2, 'seconds', '4.2s'],
		[74, 'seconds', '1m 14s'],
		[7_500, 'seconds', '2h 05m'],
	])('%s as %s', (value, unit, expected) => {
		expect(measure(value, unit)).toBe(expected);
	});

	test('ages and durations are never negative', () => {
		expect(age(-3)).toBe('0s');
		expect(duration(-3)).toBe('0s');
		expect(age(3_900)).toBe('1h05');
	});

	test('groups of three, at any size', () => {
		expect([0, 999, 1_000, 1_000_000, -12_345].map(whole)).toEqual([
			'0',
			'999',
			'1,000',
			'1,000,000',
			'-12,345',
		]);
	});
});

import {expect, test} from 'vitest';
import {someOf} from './sampled.ts';

const CASES = [0, 1, 2, 3, 4, 5, 6];

test.each([
	[1, [0]],
	[2, [0, 3]],
	[3, [0, 2, 4]],
	[7, CASES],
	[9, CASES],
])('%i of some cases are evenly spaced, from the first on', (count, expected) => {
	expect(someOf(CASES, count, false)).toEqual(expected);
});

test('in heavy mode each is tried', () => {
	expect(someOf(CASES, 1, true)).toEqual(CASES);
});

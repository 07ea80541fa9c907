import {describe, expect, test} from 'vitest';
import {readyForFractions} from './fractions.ts';
import {hash} from './hash.ts';

function someState() {
	return {
		share: 0,
		below: -1,
		third: 1 / 3,
		on: false,
		by: null,
		mode: {name: 'door/1', value: 'shut'},
		list: [{since: 7}, {since: 8}],
		counts: [1, 2, 3],
		crowd: Float64Array.of(0.25, 4),
	};
}

describe('a state made ready for fractions', () => {
	test('is the same state with the same values', () => {
		const state = someState();
		expect(readyForFractions(state)).toBe(state);
		expect(state).toEqual(someState());
		expect(hash(state)).toBe(hash(someState()));
	});

	test('has the same order of fields', () => {
		expect(Object.keys(readyForFractions(someState()))).toEqual(Object.keys(someState()));
	});
});

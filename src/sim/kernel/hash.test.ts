import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {copyOf, toPlain} from './copy.ts';
import {hash} from './hash.ts';

type Plain = null | boolean | number | string | Plain[] | {[key: string]: Plain};

const number = fc.double({noNaN: true, noDefaultInfinity: true});
const state = fc.letrec<{value: Plain}>(tie => ({
	value: fc.oneof(
		{depthSize: 'small'},
		number,
		fc.string(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value')),
		fc.dictionary(
			fc.string().filter(key => key !== '__proto__'),
			tie('value'),
		),
	),
})).value;

/** The next double up: one bit of the last place. */
function nudged(value: number): number {
	const bytes = new Float64Array([value]);
	const bits = new BigInt64Array(bytes.buffer);
	bits[0]! ^= 1n;
	return bytes[0]!;
}

function reversed(value: Plain): Plain {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, item]) => [key, reversed(item)]),
	);
}

describe('hash', () => {
	test('is the same for a copy, for a copy through JSON, and for keys in another order', () => {
		fc.assert(
			fc.property(state, value => {
				const name = hash(value);
				expect(name).toMatch(/^[0-9a-f]{16}$/);
				expect(hash(copyOf(value))).toBe(name);
				expect(hash(JSON.parse(JSON.stringify(toPlain(value))))).toBe(name);
				expect(hash(reversed(value))).toBe(name);
			}),
		);
	});

	test('differs when one number differs in its last bit', () => {
		fc.assert(
			fc.property(fc.array(number, {minLength: 1, maxLength: 40}), fc.nat(), (numbers, pick) => {
				const at = pick % numbers.length;
				const other = numbers.with(at, nudged(numbers[at]!));
				expect(hash({numbers: other})).not.toBe(hash({numbers}));
				expect(hash(new Float64Array(other))).not.toBe(hash(new Float64Array(numbers)));
			}),
		);
	});

	test.each([
		['a flag', {on: true}, {on: false}],
		['a letter', {name: 'enactor-1'}, {name: 'enactor-2'}],
		['a key', {held: 1}, {lapsed: 1}],
		['nothing and zero', {at: null}, {at: 0}],
		['the order of a list', [1, 2, 3], [1, 3, 2]],
		['where one string ends', ['ab', 'c'], ['a', 'bc']],
		['how a list is cut', [[1, 2], [3]], [[1], [2, 3]]],
	])('differs by %s', (_, one, other) => {
		expect(hash(one)).not.toBe(hash(other));
	});

	test('names a typed array and the plain array that JSON makes of it alike', () => {
		expect(hash(new Uint16Array([1, 2, 3]))).toBe(hash([1, 2, 3]));
	});

	test('does not tell zero from minus zero, because JSON cannot', () => {
		expect(hash({x: -0})).toBe(hash({x: 0}));
	});

	test.each([NaN, Infinity, -Infinity])('refuses a state that holds %d', value => {
		expect(() => hash({deep: [{value}]})).toThrow('state holds only finite numbers');
	});

	test('tells where one object ends and the next begins', () => {
		expect(hash({a: {b: 1}})).not.toBe(hash({a: {}, b: 1}));
	});

	test('keeps its value from one version to the next', () => {
		const state = {now: 1692, modes: ['armed', 'idle'], ring: new Float64Array([0.1, 0.2])};
		expect(hash(state)).toBe('97f293d76c8ce7d4');
	});
});

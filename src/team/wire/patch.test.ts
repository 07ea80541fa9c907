import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {patchOf} from './patch-of.ts';
import {patched, type Json} from './patch.ts';

const json = fc
	.jsonValue({maxDepth: 3})
	.map(value => JSON.stringify(value))
	.filter(text => !text.includes('__proto__'))
	.map(text => JSON.parse(text) as Json);

describe('a patch', () => {
	test('makes the next value of any value, over the wire and back', () => {
		fc.assert(
			fc.property(json, json, (before, after) => {
				const patch = patchOf(before, after);
				if (patch === undefined) expect(after).toEqual(before);
				else
					expect(patched(before, JSON.parse(JSON.stringify(patch)) as typeof patch)).toEqual(after);
			}),
			{numRuns: 500},
		);
	});

	test('of a list that scrolls is what came, and how many went', () => {
		const lines = Array.from({length: 200}, (_, at) => ({at, text: `line ${String(at)}`}));
		const next = [...lines.slice(3), {at: 200, text: 'new'}];
		expect(patchOf(lines, next)).toEqual(['[', 3, 197, 0, [{at: 200, text: 'new'}]]);
	});

	test('of a list that grows at its head is what came', () => {
		const alerts = [{id: 'b'}, {id: 'a'}];
		expect(patchOf(alerts, [{id: 'c'}, ...alerts])).toEqual(['[', 0, 0, 0, [{id: 'c'}]]);
	});

	test('of an object is the keys that moved', () => {
		const before = {a: {value: 1, history: [1, 2]}, b: 2};
		expect(patchOf(before, {a: {value: 3, history: [1, 2, 3]}, b: 2})).toEqual([
			'{',
			{a: ['{', {value: ['=', 3], history: ['[', 0, 2, 0, [3]]}, []]},
			[],
		]);
	});

	test('leaves alone what did not change', () => {
		const before = {still: {a: 1}, moves: 1};
		const after = patched(before, ['{', {moves: ['=', 2]}, []]) as typeof before;
		expect(after.still).toBe(before.still);
	});

	test.each<[Json, Parameters<typeof patched>[1]]>([
		[[1], ['[', 2, 0, 0, []]],
		[[1], ['[', 0, 1, 1, []]],
		[{a: 1}, ['[', 0, 0, 0, []]],
		[[1], ['{', {}, []]],
		[{a: 1}, ['{', {a: ['{', {}, []]}, []]],
	])('of something else, %j with %j, is refused', (before, patch) => {
		expect(patched(before, patch)).toBeUndefined();
	});
});

import fc from 'fast-check';
import {expect, test} from 'vitest';
import {pointerReader, type Pointed} from './pointer.ts';

const read = (...chunks: readonly string[]): readonly Pointed[] => chunks.flatMap(pointerReader());

test.each<[string, string, readonly Pointed[]]>([
	['the left button goes down', '\u001B[<0;12;3M', [{what: 'click', column: 11, row: 2}]],
	['and up', '\u001B[<0;12;3m', []],
	['beyond column 223', '\u001B[<0;301;1M', [{what: 'click', column: 300, row: 0}]],
	[
		'the wheel turns',
		'\u001B[<64;1;1M\u001B[<65;1;2M',
		[
			{what: 'wheel-up', column: 0, row: 0},
			{what: 'wheel-down', column: 0, row: 1},
		],
	],
	['another button', '\u001B[<2;1;1M', []],
	['with shift, alt or ctrl', '\u001B[<4;1;1M\u001B[<8;1;1M\u001B[<16;1;1M', []],
	['among keys', 'j\u001B[<0;1;1Mk\u001B[A', [{what: 'click', column: 0, row: 0}]],
	['keys alone', 'jk\u001B[A\u001B[3~', []],
	['in a paste', '\u001B[200~\u001B[<0;1;1M\u001B[201~', []],
	['after a paste', '\u001B[200~x\u001B[201~\u001B[<0;1;1M', [{what: 'click', column: 0, row: 0}]],
])('%s', (_, text, found) => {
	expect(read(text)).toEqual(found);
});

test('however what a terminal sends is cut, the same is read', () => {
	const text =
		'a\u001B[<0;12;3M\u001B[200~\u001B[<0;1;1M\u001B[201~\u001B\u001B[<65;7;8Mb\u001B[<0;2;2M';
	fc.assert(
		fc.property(fc.array(fc.nat({max: text.length}), {maxLength: 6}), cuts => {
			const at = [0, ...cuts.sort((a, b) => a - b), text.length];
			const chunks = at.slice(1).map((end, index) => text.slice(at[index], end));
			expect(read(...chunks)).toEqual(read(text));
		}),
	);
	expect(read(text)).toHaveLength(3);
});

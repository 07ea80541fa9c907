import {describe, expect, test} from 'vitest';
import {present, type Screen, type Size} from '../../src/view/index.ts';
import {drawnMoments, SIZES, sizeWords, UI} from './drawn-moments.ts';
import {faultsOf} from './faults-of.ts';

const MOMENTS = drawnMoments();

describe('a frame is exactly what stands in its file', () => {
	for (const {time, at} of MOMENTS) {
		for (const size of SIZES) {
			test(`${time}, ${sizeWords(size)}`, async () => {
				const file = `./expected/at-${time.replace(':', '')}-${sizeWords(size)}.txt`;
				await expect(textOf(at(size))).toMatchFileSnapshot(file);
			});
		}
	}
});

describe('at any size', () => {
	const sizes = (columns: readonly number[], rows: readonly number[]) =>
		columns.flatMap(wide => rows.map((high): Size => ({columns: wide, rows: high})));

	test.each(MOMENTS)(
		'$time: a frame is as large as the screen, and no number of it is cut',
		({seen}) => {
			const wrong = sizes(
				[60, 61, 67, 75, 76, 79, 80, 99, 107, 108, 113, 120, 141, 179, 180, 200],
				[18, 22, 23, 31, 32, 49, 50, 60],
			).flatMap(size => faultsOf(present(seen, UI, size), size));
			expect(wrong).toEqual([]);
		},
	);
});

test('on the quiet screen at most 60 cells have a hue', () => {
	const [quiet] = MOMENTS;
	if (quiet === undefined) throw new Error('the first moment is quiet');
	const {rows} = quiet.at({columns: 120, rows: 36});
	const cells = rows
		.flat()
		.filter(({tone}) => /^(?:warn|bad)/u.test(tone))
		.map(({text}) => text.replaceAll(' ', '').length);
	expect(cells.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(60);
});

function textOf(screen: Screen): string {
	return `${screen.rows
		.map(row =>
			row
				.map(piece => piece.text)
				.join('')
				.trimEnd(),
		)
		.join('\n')}\n`;
}

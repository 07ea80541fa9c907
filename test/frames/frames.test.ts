import {describe, expect, test} from 'vitest';
import {present, type Screen, type Size} from '../../src/view/index.ts';
import {received} from '../../src/view/input/inbox/index.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {faultsOf} from './faults-of.ts';
import {realMoments} from './real-nights.ts';

const UI = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing' as const,
};

const SIZES: readonly Size[] = [
	{columns: 60, rows: 18},
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
];

const MOMENTS = realMoments();

describe('a frame is exactly what stands in its file', () => {
	for (const [time, observation, earlier] of MOMENTS) {
		const ui = {...UI, inbox: received(UI.inbox, earlier, observation)};
		for (const size of SIZES) {
			const at = `${String(size.columns)}x${String(size.rows)}`;
			test(`${time}, ${at}`, async () => {
				const file = `./expected/at-${time.replace(':', '')}-${at}.txt`;
				await expect(textOf(present(observation, ui, size))).toMatchFileSnapshot(file);
			});
		}
	}
});

describe('at any size', () => {
	const sizes = (columns: readonly number[], rows: readonly number[]) =>
		columns.flatMap(wide => rows.map((high): Size => ({columns: wide, rows: high})));

	test.each(MOMENTS)(
		'%s: a frame is as large as the screen, and no number of it is cut',
		(_, seen) => {
			const wrong = sizes(
				[60, 61, 67, 75, 76, 79, 80, 99, 107, 108, 113, 120, 141, 179, 180, 200],
				[18, 22, 23, 31, 32, 49, 50, 60],
			).flatMap(size => faultsOf(present(seen, UI, size), size));
			expect(wrong).toEqual([]);
		},
	);
});

test('on the quiet screen at most 60 cells have a hue', () => {
	const [[, quiet] = []] = MOMENTS;
	if (quiet === undefined) throw new Error('the first moment is quiet');
	const {rows} = present(quiet, UI, {columns: 120, rows: 36});
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

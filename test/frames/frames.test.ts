import {describe, expect, test} from 'vitest';
import {present, type Screen, type Size} from '../../src/view/index.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
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
	for (const [time, observation] of MOMENTS) {
		for (const size of SIZES) {
			const at = `${String(size.columns)}x${String(size.rows)}`;
			test(`${time}, ${at}`, async () => {
				const file = `./expected/at-${time.replace(':', '')}-${at}.txt`;
				await expect(textOf(present(observation, UI, size))).toMatchFileSnapshot(file);
			});
		}
	}
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

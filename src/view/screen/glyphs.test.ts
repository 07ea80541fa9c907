import {describe, expect, test} from 'vitest';
import {asAscii, sparkline} from './glyphs.ts';
import {span} from './text.ts';

describe('sparklines', () => {
	test('grow from an empty to a full block', () => {
		const values = Array.from({length: 24}, (_, index) => index);
		expect(sparkline(values, 24, 23, 'above')).toBe('▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇███');
	});

	test('a lost sample is a gap and not a zero', () => {
		const lost = [1, Number.NaN, 1];
		expect(sparkline([...Array<number>(18).fill(0), ...lost], 21, 1, 'above').slice(-3)).toBe(
			'█·█',
		);
	});

	test('a spike survives sharing a cell, in the direction that is worse', () => {
		const spike = [...Array<number>(19).fill(0), 1, 0, 0, 0, 0];
		expect(sparkline(spike, 4, 1, 'above')).toBe('▁▁▁█');
		const dip = spike.map(value => 1 - value);
		expect(sparkline(dip, 4, 1, 'below')).toBe('███▁');
	});

	test('a short history stands at the right', () => {
		expect(sparkline([1], 20, 1, 'above')).toBe(`${' '.repeat(19)}█`);
		expect(sparkline([], 3, 1, 'above')).toBe('   ');
		expect(sparkline([1], 0, 1, 'above')).toBe('');
	});
});

test('without UTF-8 every cell stays one cell', () => {
	const screen = {rows: [[span('─ ▁█ ● ▲ ✗ │ … 停', 'dim')]]};
	expect(asAscii(screen)).toEqual({rows: [[span('- _# * ^ x | ~ ??', 'dim')]]});
});

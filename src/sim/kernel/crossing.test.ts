import {expect, test} from 'vitest';
import {fell, rose, staysHigh} from './crossing.ts';

test.each([
	[0, 1, false, false],
	[0.9, 1.1, true, false],
	[1, 1, false, false],
	[1, 2, true, false],
	[2, 3, false, false],
	[2, 1, false, false],
	[2, 0, false, true],
	[1, 0, false, true],
	[0, 0, false, false],
])('from %d to %d, a line at 1 is risen over: %s, fallen under: %s', (before, now, up, down) => {
	expect(rose(before, now, 1)).toBe(up);
	expect(fell(before, now, 1)).toBe(down);
});

test('what is high stays so until it is well below', () => {
	const seen: boolean[] = [];
	for (const value of [1, 5, 6, 4, 3, 2.9, 4, 5, 5.1]) {
		seen.push(staysHigh(seen.at(-1) ?? false, value, 5, 3));
	}
	expect(seen).toEqual([false, false, true, true, true, false, false, false, true]);
});

import {describe, expect, test} from 'vitest';
import {dailySeed, levelOfTheDay} from './daily.ts';

const LEVELS = ['a', 'b', 'c'];

describe('the daily run', () => {
	test('has one seed a day', () => {
		expect(dailySeed('2026-11-21')).toBe('daily-2026-11-21');
	});

	test.each([
		['2026-11-21', '2026-11-22'],
		['2026-12-31', '2027-01-01'],
		['2028-02-28', '2028-02-29'],
		['2028-02-29', '2028-03-01'],
		['2100-02-28', '2100-03-01'],
	])('goes to the next level from %s to %s', (today, tomorrow) => {
		const [one, other] = [today, tomorrow].map(day =>
			LEVELS.indexOf(levelOfTheDay(day, LEVELS) ?? ''),
		);
		expect(other).toBe((one! + 1) % LEVELS.length);
	});

	test('has no level where there is none', () => {
		expect(levelOfTheDay<string>('2026-11-21', [])).toBeUndefined();
	});
});

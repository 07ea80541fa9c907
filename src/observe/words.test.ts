import {expect, test} from 'vitest';
import {clockOf, duration, shortShare, perSecond, whole} from './words.ts';

test('the clock runs over midnight, and UTC is seven hours ahead', () => {
	const start = 84_000;
	expect(clockOf(0, start)).toEqual({pdt: '23:20:00', utc: '06:20:00', date: '19 Oct'});
	expect(clockOf(1692, start)).toEqual({pdt: '23:48:12', utc: '06:48:12', date: '19 Oct'});
	expect(clockOf(2400, start)).toEqual({pdt: '00:00:00', utc: '07:00:00', date: '20 Oct'});
	expect(clockOf(60_000, start)).toEqual({pdt: '16:00:00', utc: '23:00:00', date: '20 Oct'});
});

test('a shift that begins in the small hours is of the second day', () => {
	expect(clockOf(0, 2 * 3_600).date).toBe('20 Oct');
	expect(clockOf(0, 9 * 3_600).date).toBe('19 Oct');
});

test.each([
	[shortShare(0), '0.0 %'],
	[shortShare(0.0042), '0.42 %'],
	[shortShare(0.075), '7.5 %'],
	[shortShare(1), '100 %'],
	[whole(12), '12'],
	[whole(1_234_567.6), '1,234,568'],
	[perSecond(4.25), '4.3/s'],
	[perSecond(4_200), '4,200/s'],
	[duration(42), '42 s'],
	[duration(420), '7 min'],
	[duration(7_500), '2 h 05 min'],
])('%s', (said, expected) => {
	expect(said).toBe(expected);
});

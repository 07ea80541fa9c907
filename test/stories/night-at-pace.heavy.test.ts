import {describe, expect, test} from 'vitest';
import {estimateMinutes} from '../../src/view/programs/console/time/index.ts';
import {nightAtPace} from './night-at-pace.ts';

const SECONDS_AN_ORDER = 8;
/** From 23:20 to the end of the record's own night. */
const NIGHT_SECONDS = 54_000;

describe('October 20 as it happened, typed by somebody who thinks', () => {
	test.each([
		['short', 8, 16],
		['normal', 15, 25],
		['full', 25, 36],
	] as const)('takes its time at length %s', (length, least, most) => {
		const night = nightAtPace('as-it-happened', length, SECONDS_AN_ORDER);
		expect(night).toMatchObject({ended: true, orders: 68});
		expect(night.realMinutes).toBeGreaterThan(least);
		expect(night.realMinutes).toBeLessThan(most);
		// The estimate that was given beforehand is for fewer orders than this player gives.
		const estimated = estimateMinutes(NIGHT_SECONDS, length);
		expect(Math.abs(estimated / night.realMinutes - 1)).toBeLessThan(0.25);
	});

	test('time becomes hot by itself a dozen times or two, and no more', () => {
		const {heats} = nightAtPace('as-it-happened', 'normal', SECONDS_AN_ORDER);
		expect(heats).toBeGreaterThan(8);
		expect(heats).toBeLessThan(30);
	});
});

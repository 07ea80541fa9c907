import {expect, test} from 'vitest';
import {clockFrom} from './clock.ts';
import {secondsOfDay} from './dials/time-of-day.ts';

const CLOCK = clockFrom(84_000); // 23:20

test.each([
	['23:20', 0],
	['23:48:12', 1_692],
	['00:00', 2_400],
	['02:25', 11_100],
	['14:20', 54_000],
	['16:00', 60_000],
	['23:19:59', 86_399],
])('%s is tick %i of a level that starts at 23:20', (time, at) => {
	expect(CLOCK.tickOf(time)).toBe(at);
	expect(CLOCK.at(at)).toBe(time.length === 5 ? `${time}:00` : time);
});

test.each(['', '24:00', '7:48', '07:60', '07:48:60', '07:48:1', ' 07:48', '٠٧:٤٨'])(
	'%j is no time of day',
	text => {
		expect(secondsOfDay(text)).toBeUndefined();
		expect(CLOCK.tickOf(text)).toBeUndefined();
	},
);

import {expect, test} from 'vitest';
import {clockOf} from '../../level/index.ts';
import {LOST_LEASES} from '../../../test/support/debrief.builder.ts';
import {folded} from './timeline.ts';

const clock = clockOf(LOST_LEASES, LOST_LEASES.seed);
const post = (at: number, text: string) => ({
	at,
	kind: 'post' as const,
	text,
	came: 'by aws-status',
});
const order = (at: number, text: string) => ({at, kind: 'order' as const, text, came: 'done'});

test('posts that differ in their counts are one row, with the first count and the last', () => {
	const said = (impacted: string) => `Launches fail. ${impacted} services impacted, 3 resolved.`;
	const rows = folded(clock, [
		post(60, said('38')),
		order(90, 'gate dwfm 4'),
		post(120, said('46')),
		post(180, said('1,068')),
	]);
	expect(rows.map(({text, times, last}) => ({text, times, last}))).toEqual([
		{text: said('38 to 1,068'), times: 3, last: '02:03:00'},
		{text: 'gate dwfm 4', times: 1, last: '02:01:30'},
	]);
});

test('orders with changed parameters are other orders, and other words are another post', () => {
	const moments = [
		order(60, 'gate dwfm 4'),
		order(120, 'gate dwfm 8'),
		post(180, 'Launches fail.'),
		post(240, 'Launches recover.'),
	];
	expect(folded(clock, moments).map(({text}) => text)).toEqual(moments.map(({text}) => text));
});

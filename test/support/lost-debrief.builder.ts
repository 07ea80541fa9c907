import {TRACE_SECONDS} from '../../src/session/relive/traces.ts';
import type {Curve, Debrief, Finding} from '../../src/session/index.ts';
import {aCard, LOST_RESULT} from './card.builder.ts';

const HOURS = 16 + 40 / 60;
const POINTS = (HOURS * 3_600) / TRACE_SECONDS;
const START = 23 * 3_600 + 20 * 60;

/** The second at which a clock of that night shows a time. */
function at(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return (hours * 3_600 + minutes * 60 - START + 86_400) % 86_400;
}

/** A curve that rises from one time to another, and then stays. */
function curve(id: Curve['id'], label: string, total: number, from: string, to: string): Curve {
	const [begins, ends] = [at(from), at(to)];
	const harm = Array.from({length: POINTS}, (_, index) => {
		const share = (index * TRACE_SECONDS - begins) / (ends - begins);
		return total * Math.max(0, Math.min(1, share));
	});
	return {id, label, total, atEnd: total, harm};
}

const NO_FINDING: Omit<Finding, 'id' | 'act' | 'at' | 'did' | 'other' | 'saves' | 'told' | 'then'> =
	{
		...{atLeast: false, turns: null, horizon: 'own ends', why: [], file: null, parts: []},
		...{alone: [], close: null, harm: [], whole: false, asked: [], seen: {before: [], after: null}},
	};

const HELD_BACK: Finding = {
	...NO_FINDING,
	id: 'd2 instead',
	act: 'launches and their network',
	at: at('01:37'),
	did: '“gate dwfm 3” at 01:37, “throttle launches 30 percent” at 03:46, “throttle launches 100 percent” at 04:01',
	other:
		'“gate dwfm 4” at 01:33, “throttle launches 100 percent” at 01:33, “throttle launches off” at 05:20',
	...{saves: 184.2, told: 184, turns: 'won', close: false},
	then: {harm: 331.6, ended: {at: '08:12:00', won: true, why: 'The event is over.'}},
	parts: [
		{id: 'ec2', saves: 170.4},
		{id: 'lambda', saves: 13.8},
	],
	seen: {
		before: [
			{
				...{at: at('01:20'), clock: '01:20:00', title: 'leases lapse', group: 'EC2'},
				...({severity: 'page', metric: 'dwfm.leasedShare', panel: 'dwfm'} as const),
			},
		],
		after: null,
	},
};

const REPAIRED: Finding = {
	...NO_FINDING,
	id: 'd1 earlier',
	act: 'the name and DynamoDB',
	at: at('01:36'),
	did: '“pause dns-automation”, “repoint all rollback” at 01:36',
	other: 'that 30 minutes earlier, at 01:06',
	...{saves: 81.3, told: 81, horizon: 'whole night', close: true},
	then: {harm: 434.3, ended: {at: '16:00:00', won: false, why: 'The shift ended.'}},
	parts: [{id: 'dynamodb', saves: 81.3}],
};

const GOOD: Finding = {
	...NO_FINDING,
	id: 'd1 left out',
	act: 'the name and DynamoDB',
	at: at('01:36'),
	did: '“pause dns-automation”, “repoint all rollback” at 01:36',
	other: 'none of that',
	...{saves: -1_983.4, told: -1_983, horizon: 'whole night'},
	then: {harm: 2_499, ended: {at: '16:00:00', won: false, why: 'The shift ended.'}},
	parts: [
		{id: 'dynamodb', saves: -900.4},
		{id: 'ec2', saves: -1_083},
	],
};

const MENDING: Finding = {
	...NO_FINDING,
	id: 'launch throttle',
	act: 'launches and their network',
	at: at('12:51'),
	did: 'still open: launch throttle 100 %',
	other: '“throttle launches off” at 12:51',
	...{saves: 0.2, told: 0, turns: 'won'},
	then: {harm: 515.4, ended: {at: '13:12:00', won: true, why: 'The event is over.'}},
};

const A_NIGHT: Debrief['night'] = {
	hit: [
		{
			...{id: 'dynamodb', name: 'DynamoDB', what: 'requests failing', unit: 'share'},
			waves: [{from: at('23:50'), until: at('01:37'), worst: 0.91}],
		},
	],
	services: {of: 142, most: 120, at: at('00:10')},
	loops: [
		{
			...{id: 'managers', name: 'Droplet managers (DWFM)', senses: 'state checks'},
			...{believes: 'that a server is gone', does: 'let leases lapse', really: 'it ran'},
			...{came: '617,173 leases broken at most', late: [], byHand: []},
			wrong: [{from: at('00:24'), until: at('01:37')}],
		},
	],
	before: {
		...{at: at('23:47'), leasesBroken: 198, leases: 1_000_000},
		...{alarms: 1, slowestApplySeconds: 900},
	},
	seen: {
		firstPage: at('23:49'),
		telling: {at: at('23:49'), severity: 'ticket', pages: 1, standing: 3},
		looked: at('00:31'),
		lateSeconds: 299,
	},
	tools: {shutOut: [], brokeGlass: null, refused: 0},
	race: {
		...{emptied: at('23:48'), answered: at('01:36'), regressions: 55, locksLost: 154},
		...{oldestApplySeconds: 1_271, leaderGapSeconds: 120},
	},
};

const SOME_ALARMS: Debrief['alarmCraft'] = {
	...{windows: [1, 188, 3], windowSeconds: 600, from: 0, raised: 192},
	bySeverity: {page: 16, ticket: 174, info: 2},
	measures: [
		{
			...{id: 'peak', what: 'alarms in the worst ten minutes', value: 188, unit: 'count'},
			...{limit: 10, met: false, standard: 'ISA-18.2 and EEMUA 191: at most 10'},
		},
	],
	...{frequent: [], longest: []},
};

const ROW = {came: '', times: 1, last: ''};

/** The debrief of the run of October 20 that was lost to a throttle nobody took back, as it is told. */
export function aLostDebrief(over: Partial<Debrief> = {}): Debrief {
	const {open, impacted, services, marks} = aCard();
	return {
		...{level: 'october-20', title: 'October 20', startSecondsOfDay: START, withheld: false},
		...{felt: 'always a step behind', story: '', commitment: ''},
		result: {...LOST_RESULT, seed: '5312'},
		atEnd: {open, impacted, services, marks},
		timeline: [
			{...ROW, at: at('23:48'), clock: '23:48:12', kind: 'milestone', text: 'the name is empty'},
			{...ROW, at: at('23:53'), clock: '23:53:00', kind: 'page', text: 'DynamoDB: requests fail'},
			{...ROW, at: at('01:36'), clock: '01:36:00', kind: 'order', text: 'pause dns-automation'},
			{...ROW, at: at('01:37'), clock: '01:37:00', kind: 'order', text: 'gate dwfm 3'},
			{...ROW, at: at('16:00'), clock: '16:00:00', kind: 'end', text: 'The shift ended.'},
		],
		orders: [
			{
				...{order: 1, at: at('01:36'), clock: '01:36:00', by: 'you', words: 'pause dns-automation'},
				...{state: 'done', message: '', expected: '', came: ''},
			},
		],
		night: A_NIGHT,
		alarmCraft: SOME_ALARMS,
		probes: [],
		better: [GOOD],
		decisions: [HELD_BACK, REPAIRED],
		mending: MENDING,
		reached: ['record-empty', 'leases-lapsed', 'dynamodb-recovered', 'all-leases', 'event-over'],
		curves: [
			curve('run', 'you', 515.6, '00:00', '05:00'),
			curve('expert', 'textbook', 89, '00:00', '01:40'),
			curve('day', 'that day', 1_128, '00:00', '10:00'),
			curve('silent', 'nobody acting', 2_499, '00:00', '15:50'),
		],
		strips: [],
		phase: {path: [], tipping: [], deadlineSeconds: 20},
		fixes: [],
		guards: [],
		...{from: 0, everySeconds: TRACE_SECONDS, livedOn: false},
		runs: {lived: 64, failed: 0, complete: true},
		...over,
	};
}

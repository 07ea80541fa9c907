import type {AxisScore, RunResult} from '../../src/session/index.ts';
import {NOTHING_MORE, type CardTold} from '../../src/view/index.ts';

/** The run of October 20 that was lost to a throttle nobody took back. */
export const LOST_RESULT: RunResult = {
	level: 'october-20',
	seed: '5312',
	version: '0.2.0',
	ticks: 60_000,
	hash: 'c971f50f5f3e6441',
	milestones: [
		came('record-empty', 'the regional name answers with zero addresses', '23:48', '23:48:12'),
		came('leases-lapsed', '95 % of droplet leases have lapsed', '02:24', null),
		came('all-leases', 'leases are held on 99.9 % of droplets again', '05:28', '02:53:00'),
		came('launches-succeed', 'launches succeed', '05:28', '03:47:00'),
		came('dynamodb-recovered', 'DynamoDB requests succeed again', '02:40', '02:02:00'),
		came('nlb-errors-start', 'connections through load balancers fail', '05:30', null),
		came('event-over', 'everything has been healthy for ten minutes', '14:20', null),
	],
	tasks: [
		task('hold-back', 'limit the launches before the name returns', 'met', '00:10:00', 3_000),
		task('give-back', 'lift every throttle with launches well', 'missed', '16:00:00', 60_000),
		task('leases', 'have leases on every droplet again', 'missed', '02:20:00', 10_800),
	],
	unsafe: [
		{id: 'race', what: 'switched the DNS automation on again', at: '04:33:00', tick: 18_780},
	],
	...{diagnosis: [], decisions: [], unfulfilled: [], orders: []},
	harm: {total: 515.6, parts: {ec2: 353.2, dynamodb: 104.7, lambda: 57.7, nlb: 0}},
	money: {creditsDue: 14.5e6, creditsClaimed: 2.9e6, customersLosses: 1.05e9},
	ended: {
		at: '16:00:00',
		won: false,
		why: 'The shift ended and the event did not. Still open: launch throttle 100 %.',
		open: [{id: 'launch-throttle', text: 'launch throttle 100 %', until: ''}],
	},
};

function came(id: string, what: string, real: string, sim: string | null) {
	return {id, what, real, sim, errorMinutes: null};
}

function task(id: string, what: string, state: 'met' | 'missed', at: string, tick: number) {
	return {id, what, state, at, tick};
}

function axis(id: AxisScore['id'], points: number | null, what: string): AxisScore {
	return {id, points, what, moments: []};
}

const MARKS = [
	axis('tasks', 33, '1 of 3 critical tasks met.'),
	axis('safety', 75, '1 unsafe act.'),
];

function standsAt(reached: number, among: number) {
	return {reached, among, histogram: []};
}

/** The same run with its score. */
export function aCard(over: Partial<CardTold> = {}): CardTold {
	const reference = {after: 0, wonAfterSeconds: null};
	return {
		...NOTHING_MORE,
		title: 'October 20',
		ladder: 9,
		room: false,
		result: LOST_RESULT,
		open: [limit('launches', 'launches 100 %', 16_860), limit('gate dwfm', 'gate dwfm 3/s', 8_220)],
		impacted: 0,
		services: 142,
		marks: MARKS,
		clock: at => clockOf(23 * 3600 + 20 * 60 + at),
		soFar: {
			done: 5,
			wanted: 5,
			axes: [
				{
					...axis('harm', 82, '516 minutes.'),
					moments: [
						{at: 3_600, text: '48 minutes of outage in the half hour from here', minutes: 48},
						{at: 9_600, text: '88 minutes of outage in the half hour from here', minutes: 88},
					],
				},
				...MARKS,
				axis('durability', null, 'It was not resolved, so it was not tried again.'),
				axis('diagnosis', null, 'No hypothesis was noted.'),
				axis('communication', 48, 'Words to customers.'),
				axis('time', null, 'It was not brought to an end.'),
			],
			references: [
				{...reference, id: 'expert', name: 'textbook', harm: 89, reached: ['record-empty']},
				{
					...reference,
					...{id: 'day', name: 'that day', harm: 1128},
					reached: ['record-empty', 'leases-lapsed'],
				},
				{
					...reference,
					...{id: 'silent', name: 'nobody acting', harm: 2499},
					reached: ['record-empty', 'leases-lapsed'],
				},
			],
			score: null,
		},
		standing: {
			harm: standsAt(16, 27),
			tasks: standsAt(15, 27),
			safety: standsAt(4, 27),
			durability: standsAt(0, 20),
			diagnosis: standsAt(0, 0),
			communication: standsAt(14, 27),
			time: standsAt(0, 20),
		},
		...over,
	};
}

function limit(id: string, text: string, since: number) {
	return {
		...({kind: 'LIMIT', id, text, short: text, since} as const),
		...{by: 'you', lift: '', acts: []},
	};
}

function clockOf(seconds: number): string {
	const minutes = Math.floor(seconds / 60) % (24 * 60);
	return [Math.floor(minutes / 60), minutes % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
}

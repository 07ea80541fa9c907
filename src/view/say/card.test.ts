import {expect, test} from 'vitest';
import {resultCard} from './card.ts';

test('the card lays the run beside the day, in plain lines that fit any terminal', () => {
	const card = resultCard({
		level: 'october-20',
		seed: '5312',
		version: '0.1.0',
		ticks: 60_000,
		hash: 'dc593e18',
		milestones: [
			{
				id: 'record-empty',
				what: 'the regional name answers with zero addresses',
				real: '23:48',
				sim: '23:48:12',
				errorMinutes: 0.2,
			},
			{
				id: 'all-leases',
				what: 'leases are held on 99.9 % of droplets again',
				real: '05:28',
				sim: '03:12:00',
				errorMinutes: -136,
			},
			{
				id: 'network-latency-elevated',
				what: 'network state takes longer than ten minutes to reach a new instance',
				real: '06:21',
				sim: null,
				errorMinutes: null,
			},
		],
		...{tasks: [], unsafe: [], diagnosis: [], decisions: [], unfulfilled: []},
		harm: {total: 1050, parts: {dynamodb: 150, ec2: 900}},
		money: {creditsDue: 14.5e6, creditsClaimed: 2.9e6, customersLosses: 1.05e9},
		ended: {at: '14:20:00', won: true, why: 'Everything is healthy again.', open: []},
	});
	expect(card).toBe(`october-20: what happened, beside what happened on the day
WON at 14:20:00 PDT  Everything is healthy again.

milestone                                       the day this run    difference
------------------------------------------------------------------------------
the regional name answers with zero addresses     23:48    23:48       as then
leases are held on 99.9 % of droplets again       05:28    03:12  2h 16m early
network state takes longer than ten minutes to    06:21    never             -
  reach a new instance

harm, in minutes of total outage             1050 in all
  ec2                                         900 ########################
  dynamodb                                    150 ####
In money, as the model card assumes: $1.1 billion lost by customers, and $15
million of service credits due, of which $2.9 million would be claimed.

seed 5312, version 0.1.0, hash dc593e18
`);
});

test('a run of another night stands by itself: the day has nothing to say of it', () => {
	const card = resultCard({
		level: 'first-steps',
		seed: '1',
		version: '0.1.0',
		ticks: 3_000,
		hash: 'dc593e18',
		milestones: [
			{
				id: 'record-empty',
				what: 'the regional name answers with zero addresses',
				real: null,
				sim: '20:03:10',
				errorMinutes: null,
			},
			{id: 'x', what: 'never came', real: null, sim: null, errorMinutes: null},
		],
		...{tasks: [], unsafe: [], diagnosis: [], decisions: [], unfulfilled: []},
		harm: {total: 60, parts: {dynamodb: 32}},
		money: {creditsDue: 0, creditsClaimed: 0, customersLosses: 0},
		ended: {at: '20:56:40', won: true, why: 'Customers are served.', open: []},
	});
	expect(card).toContain('first-steps: what happened\nWON at 20:56:40');
	expect(card).toContain('20:03   the regional name answers with zero addresses\n');
	expect(card).not.toMatch(/the day|early|never/u);
});

import {describe, expect, test} from 'vitest';
import {SUBSYSTEMS} from '../../sim/index.ts';
import {dialsOf, isRecovery, type Dials} from './dials.ts';

const NONE: Dials = {
	observability: 0,
	delay: 0,
	problems: 0,
	pressure: 0,
	traps: 0,
	automation: 0,
	length: 0,
};
const LOST = {to: 'dns', type: 'lose-tree', endpoint: 'regional'};
const LOSS = {to: 'border', type: 'packet-loss'};

describe('what makes a level hard is counted', () => {
	test.each<[string, object, Partial<Dials>]>([
		['nothing from nothing', {}, {}],
		[
			'what is dark',
			{withhold: {panels: ['dns'], instruments: ['curve', 'probe']}},
			{observability: 3},
		],
		['slow telemetry', {parameters: {telemetry: {usualDelayMin: 600}}}, {observability: 1}],
		['orders as fast as ever', {orderDelay: 1}, {delay: 0}],
		['orders that take twice as long', {orderDelay: 2}, {delay: 2}],
		['orders that take ten times as long', {orderDelay: 10}, {delay: 3}],
		['one fault', {faults: [LOST]}, {}],
		['the same fault again', {faults: [LOST, LOST]}, {}],
		['two faults', {faults: [LOST, LOSS]}, {problems: 1}],
		['the worst of its nights', {faults: [], variations: [{faults: [LOST, LOSS]}]}, {problems: 1}],
		['how loudly people ask', {dials: {pressure: 2}}, {pressure: 2}],
		['what is unsafe', {unsafe: [{}, {}, {}, {}]}, {traps: 3}],
		[
			'automations that are minded',
			{goals: {win: {all: [{not: {automation: 'nlb-failover', is: 'paused'}}]}}},
			{automation: 1},
		],
		[
			'an automation that is ill',
			{faults: [{type: 'slow-enactor'}], tasks: [{met: {automation: 'dns-automation'}}]},
			{automation: 1},
		],
		['real minutes', {minutes: 12}, {length: 2}],
	])('%s', (_, level, counted) => {
		expect(dialsOf({minutes: 1, ...level})).toEqual({...NONE, ...counted});
	});

	test('and never believed', () => {
		expect(dialsOf({minutes: 1, dials: {traps: 3, automation: 3, pressure: 9}})).toEqual({
			...NONE,
			pressure: 3,
		});
		expect(dialsOf({minutes: 'many', withhold: 7, faults: null, unsafe: 'no'})).toEqual({
			...NONE,
			length: 3,
		});
	});
});

test('recoveries, and no other faults, are named as such', () => {
	for (const {faults} of Object.values(SUBSYSTEMS)) {
		for (const [type, {kind}] of Object.entries(faults)) {
			expect([type, isRecovery(type)]).toEqual([type, kind === 'recovery']);
		}
	}
});

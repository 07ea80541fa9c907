import {describe, expect, test} from 'vitest';
import {lookBack, type LookBack, type Stretch} from '../../src/session/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';

// What a debrief tells of three runs of the night, held against what is known of them.

const LEVEL = levelNamed('october-20');

function nightOf(player: string): LookBack {
	const script = scriptsOf(LEVEL)[player];
	if (script === undefined) throw new Error(`no ${player}`);
	return lookBack(
		LEVEL,
		{
			...{seed: LEVEL.seed, switches: [], parameters: {}, suspicions: [], injects: []},
			orders: script.orders.map((order, index) => ({...order, order: index + 1, by: player})),
			until: LEVEL.limit,
		},
		[],
		'0.1.0',
	);
}

/** `HH:MM` of each stretch. */
function clocks(stretches: readonly Stretch[]): readonly string[] {
	const clock = (at: number) => {
		const seconds = (LEVEL.startSecondsOfDay + at) % 86_400;
		const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
		return `${two(seconds / 3_600)}:${two((seconds % 3_600) / 60)}`;
	};
	return stretches.map(({from, until}) => `${clock(from)} ${clock(until)}`);
}

function loop({night}: LookBack, id: string) {
	const found = night.loops.find(each => each.id === id);
	if (found === undefined) throw new Error(`no loop ${id}`);
	return found;
}

const [day, textbook, reckless] = ['as-it-happened', 'textbook', 'reckless'].map(nightOf) as [
	LookBack,
	LookBack,
	LookBack,
];

describe('the night as it happened', () => {
	test('names every system that was hit, and both waves of those that had two', () => {
		const waves = new Map(day.night.hit.map(({id, waves: all}) => [id, all.length]));
		for (const id of ['lambda', 'sts', 'iam', 'connect', 'redshift', 'support', 'containers'])
			expect(waves.get(id), id).toBeGreaterThan(0);
		for (const id of ['sts', 'lambda', 'connect']) expect(waves.get(id), id).toBeGreaterThan(1);
		expect(day.night.services).toMatchObject({of: 142, most: 142});
	});

	test('says of each controller when its feedback was not so', () => {
		expect(clocks(loop(day, 'failover').wrong)[0]).toMatch(/^05:[34]\d 09:3\d$/u);
		expect(clocks(loop(day, 'failover').byHand)[0]).toMatch(/^09:3\d 14:\d\d$/u);
		expect(clocks(loop(day, 'caches').wrong)[0]).toMatch(/^02:2\d 02:4\d$/u);
		expect(clocks(loop(day, 'managers').late)[0]).toMatch(/^02:3\d 04:\d\d$/u);
		expect(clocks(loop(day, 'pollers').wrong)[0]).toMatch(/^01:2\d 04:4\d$/u);
		expect(clocks(loop(day, 'support').wrong)[0]).toMatch(/^23:5\d 02:4\d$/u);
	});

	test('counts what was broken while everything looked healthy', () => {
		const {leasesBroken, leases, slowestApplySeconds} = day.night.before;
		expect(leases).toBeCloseTo(1_000_000);
		expect(leasesBroken).toBeGreaterThan(50);
		expect(leasesBroken).toBeLessThan(500);
		expect(slowestApplySeconds).toBeGreaterThan(300);
	});

	test('tells what could be seen, and when it was looked at', () => {
		const {telling, looked} = day.night.seen;
		expect(telling).toMatchObject({severity: 'ticket'});
		expect(looked).toBe(day.orders.find(({words}) => words.startsWith('dig'))?.at);
		expect(Math.max(...day.alarmCraft.windows)).toBeGreaterThan(100);
	});

	test('tells when nobody could sign in, and what came to nothing for it', () => {
		expect(day.night.tools.shutOut.length).toBeGreaterThan(0);
		expect(day.night.tools.refused).toBe(
			day.orders.filter(({message}) => message.includes('sign')).length,
		);
	});
});

test('the textbook’s run has no third wave, and no controller that goes on by itself in it', () => {
	const hit = textbook.night.hit.map(({id}) => id);
	expect(hit).toContain('dynamodb');
	expect(hit).not.toContain('network');
	expect(hit).not.toContain('nlb');
	expect(loop(textbook, 'failover').wrong).toEqual([]);
	expect(loop(textbook, 'managers').late).toEqual([]);
	expect(textbook.night.tools.shutOut).toEqual([]);
});

test('the reckless run never comes out of the first wave', () => {
	const end = reckless.night.hit.find(({id}) => id === 'dynamodb')?.waves.at(-1)?.until ?? 0;
	expect(end).toBeGreaterThan(LEVEL.limit - 600);
	expect(loop(reckless, 'enactors').wrong.at(-1)?.until).toBeGreaterThan(LEVEL.limit - 600);
	expect(reckless.night.seen.looked).toBeNull();
	expect(reckless.night.hit.map(({id}) => id)).not.toContain('nlb');
	expect(reckless.night.race.regressions).toBeGreaterThan(10 * day.night.race.regressions);
});

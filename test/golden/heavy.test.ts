import {describe, expect, test} from 'vitest';
import {tickAt, secondsOfDay, type Level} from '../../src/level/index.ts';
import {parseOrder, parseOrderFile, type PlannedOrder} from '../../src/session/index.ts';
import {
	createWorld,
	hashOf,
	loadWorld,
	saveWorld,
	step,
	type World,
	type WorldSettings,
} from '../../src/sim/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import fs from 'node:fs';
import {goldenLevel} from './golden.ts';

// Heavy mode: the world that is saved and loaded after every tick must stay the world that never was.

const level = goldenLevel();
const script = scriptOf(level);
/** The whole event with a twentieth of the hosts takes minutes: `npm run test:heavy`. */
const WHOLE = process.env['HEAVY'] === 'whole';
const FEW_HOSTS = {droplets: {hosts: 5}};

function scriptOf(of: Level): readonly PlannedOrder[] {
	const file = new URL('../../levels/october-20/players/as-it-happened.orders', import.meta.url);
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), of);
	assert(parsed.ok, 'the script of the day is valid');
	return parsed.orders;
}

function settingsOf(parameters: WorldSettings['parameters']): WorldSettings {
	return {...level, parameters};
}

/** One second, with the orders that the day's script gives in it. */
function live(world: World, given: {count: number}): void {
	const now = world.now + 1;
	const attempts = script
		.filter(({at}) => at === now)
		.map(({words}) => {
			const parsed = parseOrder(words);
			assert(parsed.ok, `${words} is an order`);
			given.count++;
			return {number: given.count, by: 'operator', order: parsed.order};
		});
	step(world, attempts);
}

function tickOf(clock: string): number {
	return tickAt(secondsOfDay(clock) ?? 0, level.startSecondsOfDay);
}

describe('save and load after every tick', () => {
	test.each([
		['around the race', '23:47:50', 40],
		['as the name returns', '02:24:40', 40],
		['as the waves of restarts begin', '04:13:30', 40],
		['as failover is switched off', '09:35:40', 40],
	])('%s changes no hash', {timeout: 300_000}, (_, from, ticks) => {
		const settings = settingsOf(level.parameters);
		const straight = createWorld(settings);
		const given = {count: 0};
		while (straight.now < tickOf(from)) live(straight, given);
		let heavy = loadWorld(settings, saveWorld(straight));
		const givenHeavy = {...given};
		for (let second = 0; second < ticks; second++) {
			live(straight, given);
			live(heavy, givenHeavy);
			heavy = loadWorld(settings, saveWorld(heavy));
			expect(hashOf(heavy)).toBe(hashOf(straight));
		}
	});

	test('through the day, with a twentieth of the hosts, changes no hash', {timeout: 1_800_000}, () => {
		const settings = settingsOf(FEW_HOSTS);
		const straight = createWorld(settings);
		let heavy = createWorld(settings);
		const [given, givenHeavy] = [{count: 0}, {count: 0}];
		const every = WHOLE ? 1 : 61;
		while (straight.now < tickOf('14:30') && straight.ending === null) {
			live(straight, given);
			live(heavy, givenHeavy);
			if (straight.now % every === 0) heavy = loadWorld(settings, saveWorld(heavy));
			if (straight.now % 300 === 0) expect(hashOf(heavy)).toBe(hashOf(straight));
		}
		expect(hashOf(heavy)).toBe(hashOf(straight));
	});
});

import fs from 'node:fs';
import {clockOf, type Level} from '../../src/level/index.ts';
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
import {goldenLevel} from './golden.ts';

// Heavy mode: a world that is saved and loaded again and again must stay the world that never was.

const level = goldenLevel();
const script = scriptOf(level);
/** With a twentieth of the hosts a save is a twentieth of the work. */
const FEW_HOSTS = {dwfm: {hosts: 5}};

function scriptOf(of: Level): readonly PlannedOrder[] {
	const file = new URL('../../levels/october-20/players/as-it-happened.orders', import.meta.url);
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), of, of.seed);
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
	const at = clockOf(level, level.seed).tickOf(clock);
	assert(at !== undefined, `${clock} is a time of day`);
	return at;
}

/** Hashes of the two worlds, seconds apart. */
export type Pair = {readonly straight: string; readonly heavy: string};

/** Goes straight to a time of day; from there one of two worlds is saved and loaded after every tick. */
export function heavyFrom(clock: string, ticks: number): readonly Pair[] {
	const settings = settingsOf(level.parameters);
	const straight = createWorld(settings);
	const given = {count: 0};
	while (straight.now < tickOf(clock)) live(straight, given);
	let heavy = loadWorld(settings, saveWorld(straight));
	const givenHeavy = {...given};
	const pairs: Pair[] = [];
	for (let second = 0; second < ticks; second++) {
		live(straight, given);
		live(heavy, givenHeavy);
		heavy = loadWorld(settings, saveWorld(heavy));
		pairs.push({straight: hashOf(straight), heavy: hashOf(heavy)});
	}
	return pairs;
}

/** The day with few hosts until some time, saved and loaded every so many ticks. */
export function heavyDay(everyTicks: number, until = '14:30'): readonly Pair[] {
	const settings = settingsOf(FEW_HOSTS);
	const straight = createWorld(settings);
	let heavy = createWorld(settings);
	const [given, givenHeavy] = [{count: 0}, {count: 0}];
	const pairs: Pair[] = [];
	while (straight.now < tickOf(until) && !hasEnded(straight)) {
		live(straight, given);
		live(heavy, givenHeavy);
		if (straight.now % everyTicks === 0) heavy = loadWorld(settings, saveWorld(heavy));
		if (straight.now % 300 !== 0 && !hasEnded(straight)) continue;
		pairs.push({straight: hashOf(straight), heavy: hashOf(heavy)});
	}
	return pairs;
}

function hasEnded(world: World): boolean {
	return world.ending !== null;
}

import {expect, test} from 'vitest';
import {copyWorld, createWorld, hashOf, step, tick, worldFrom, type World} from './index.ts';

const SETTINGS = {
	seed: 'copies',
	startSecondsOfDay: 84_000,
	limit: tick(7_200),
	parameters: {dwfm: {hosts: 5}},
	switches: [],
	faults: [{at: tick(60), to: 'dwfm', fault: {type: 'break-leases', share: 0.5}}],
} as const;

function live(world: World, until: number): World {
	while (world.now < until) step(world, []);
	return world;
}

test('worlds that go on from a copy are the world that never stopped, each by itself', () => {
	const world = live(createWorld(SETTINGS), 900);
	const copy = copyWorld(world);
	const straight = hashOf(live(world, 1_800));
	expect(hashOf(worldFrom(copy))).not.toBe(straight);
	expect(hashOf(live(worldFrom(copy), 1_800))).toBe(straight);
	expect(hashOf(live(worldFrom(copy), 1_800))).toBe(straight);
});

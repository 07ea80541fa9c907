import {fill, hash, toPlain, type Sample} from './kernel/index.ts';
import {PART_NAMES} from './parts.ts';
import {createWorld} from './world.ts';
import type {World, WorldSettings, WorldState} from './world.types.ts';

const OWN_KEYS = ['now', 'agenda', 'orders', 'milestones', 'harm', 'ending'] as const;
const KEYS: readonly (keyof WorldState)[] = [...PART_NAMES, ...OWN_KEYS];

/** The whole state as JSON text. Numbers survive exactly. */
export function saveWorld(world: World): string {
	return JSON.stringify(Object.fromEntries(KEYS.map(key => [key, toPlain(world[key])])));
}

/** The world that `saveWorld` wrote, built under the same settings. */
export function loadWorld(settings: WorldSettings, text: string): World {
	const world = createWorld(settings);
	const state = Object.fromEntries(KEYS.map(key => [key, world[key]]));
	// Filled in place: the beat keeps its agenda, and every typed array its buffer.
	fill(state, JSON.parse(text) as unknown);
	Object.assign(world, state);
	world.machinery.beat.now = world.now;
	return world;
}

/** How many marks it takes until every number of the large rings has been in one. */
const MARKS_PER_ROUND = 16;
const MARK_SECONDS = 60;

/**
 * One hash a subsystem, for marks: the first difference names where a replay left the record. Of the large
 * rings a mark takes one number in sixteen, other ones each minute, because a whole hash costs as much as
 * two minutes of the Region.
 */
export function hashes(world: World): Readonly<Record<string, string>> {
	const first = Math.floor(world.now / MARK_SECONDS) % MARKS_PER_ROUND;
	return hashParts(world, {every: MARKS_PER_ROUND, first});
}

/** One hash for the whole state. */
export function hashOf(world: World): string {
	return hash(hashParts(world, {every: 1, first: 0}));
}

function hashParts(world: World, sample: Sample): Readonly<Record<string, string>> {
	const marks: Record<string, string> = {};
	for (const name of PART_NAMES) marks[name] = hash(world[name], sample);
	marks['world'] = hash(
		OWN_KEYS.map(key => world[key]),
		sample,
	);
	return marks;
}

import {castOf, isLived} from './cast.ts';
import {copyOf, restoreInto, hash, toPlain, type Sample} from './kernel/index.ts';
import {stableName} from './former-names.ts';
import {SUBSYSTEM_NAMES} from './subsystems.ts';
import {createWorld} from './world.ts';
import type {World, WorldSettings, WorldState} from './world.types.ts';

const OWN_KEYS = ['now', 'agenda', 'orders', 'milestones', 'harm', 'ending'] as const;
const KEYS: readonly (keyof WorldState)[] = [...SUBSYSTEM_NAMES, ...OWN_KEYS, 'troubles', 'levers'];

/** The whole state as JSON text. Numbers survive exactly. */
export function saveWorld(world: World): string {
	return JSON.stringify(Object.fromEntries(KEYS.map(key => [key, toPlain(world[key])])));
}

/** The world that `saveWorld` wrote, built under the same settings. */
export function loadWorld(settings: WorldSettings, text: string): World {
	return worldWith(settings, JSON.parse(text) as unknown);
}

/** A state to go back to, in memory: a hundredth of the work of saving it. */
export type WorldCopy = {readonly settings: WorldSettings; readonly state: Partial<WorldState>};

export function copyWorld(world: World): WorldCopy {
	const state = Object.fromEntries(KEYS.map(key => [key, copyOf(world[key])]));
	return {settings: world.settings, state};
}

/** A world of its own that goes on from there; the copy stays as it is. */
export function worldFrom({settings, state}: WorldCopy): World {
	return worldWith(settings, copyOf(state));
}

function worldWith(settings: WorldSettings, saved: unknown): World {
	const world = createWorld(settings);
	const state = Object.fromEntries(KEYS.map(key => [key, world[key]]));
	// Filled in place: the beat keeps its agenda, and every typed array its buffer.
	restoreInto(state, saved);
	Object.assign(world, state);
	world.derived.ctx.now = world.now;
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
	const cast = castOf(world);
	for (const name of SUBSYSTEM_NAMES) {
		if (isLived(name, cast)) marks[stableName(name)] = hash(world[name], sample);
	}
	marks['world'] = hash(
		OWN_KEYS.map(key => world[key]),
		sample,
	);
	if (world.troubles.standing.length > 0) marks['troubles'] = hash(world.troubles, sample);
	if (world.levers.standing.length > 0) marks['levers'] = hash(world.levers, sample);
	return marks;
}

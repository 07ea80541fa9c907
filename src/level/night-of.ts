import {hash, valueAt} from '../sim/index.ts';
import {clockFrom, type Clock} from './clock.ts';
import type {Level} from './level.types.ts';

/** The night that a seed makes of a level: one of its variations where it has any, or the level as it stands. */
export function nightOf(level: Level, seed: string): Level {
	const {id, variations} = level;
	const drawn = drawnVariation(id, seed, variations.length);
	if (drawn === null) return level;
	return {...level, ...valueAt(variations, drawn), id};
}

/** The one clock of a night: whoever shows or reads a time of day in it asks this one. */
export function clockOf(level: DrawnFrom, seed: string): Clock {
	const {id, variations, startSecondsOfDay} = level;
	const drawn = drawnVariation(id, seed, variations.length);
	return clockFrom(
		drawn === null ? startSecondsOfDay : valueAt(variations, drawn).startSecondsOfDay,
	);
}

/** What of a level its clock is drawn from. */
export type DrawnFrom = Start & {readonly id: string; readonly variations: readonly Start[]};

type Start = {readonly startSecondsOfDay: number};

/** Which of so many variations a seed draws; null where there are none. */
export function drawnVariation(id: string, seed: string, variations: number): number | null {
	if (variations === 0) return null;
	return Number.parseInt(hash([id, seed]).slice(0, 8), 16) % variations;
}

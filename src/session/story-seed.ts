import type {Level} from '../level/index.ts';
import {nameEmptiesAt} from '../sim/index.ts';

/** Seeds tried before giving up: one in two or three hundred makes the story of October 20. */
const TRIES_MAX = 3_000;

/**
 * The given seed if it makes the level's story, or else the next of its line (`seed+1`, `seed+2`, ...) that
 * does: conditioned, never scripted. Null when none is found.
 */
export function storySeed(level: Level, seed: string): string | null {
	const {story} = level;
	if (story === null) return seed;
	for (let tried = 0; tried < TRIES_MAX; tried++) {
		const candidate = tried === 0 ? seed : `${seed}+${String(tried)}`;
		const at = nameEmptiesAt({...level, seed: candidate}, story.until);
		if (at !== null && at >= story.from) return candidate;
	}
	return null;
}

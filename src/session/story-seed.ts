import {nightOf, type Level} from '../level/index.ts';
import {nameEmptiesAt} from '../sim/index.ts';
import {standingAlone} from './goals/index.ts';
import {relive} from './relive/relive.ts';
import {NOBODY} from './relive/source.ts';
import {startRun} from './run.ts';

/** Seeds tried before giving up: one in two or three hundred makes the story of October 20. */
const TRIES_MAX = 3_000;
/** A story that only the whole Region can tell costs a run of it for each try. */
const LIVED_TRIES_MAX = 60;

/** The seed that a run begins with, and what is said where it is another than was asked for. */
export type ChosenSeed =
	| {readonly ok: true; readonly seed: string; readonly said: string}
	| {readonly ok: false; readonly message: string};

/** The seed of a run, whichever door it comes through: the level's own, or one asked for that makes its story. */
export function chooseSeed(level: Level, asked: string | undefined): ChosenSeed {
	if (asked === undefined) return {ok: true, seed: level.seed, said: ''};
	const seed = storySeed(level, asked);
	if (seed === null) {
		return {
			ok: false,
			message: `Neither seed “${asked}” nor the ones after it produce this level.`,
		};
	}
	const other = `Seed ${asked} does not produce this level’s story. ${seed} is the next that does.`;
	return {ok: true, seed, said: seed === asked ? '' : other};
}

/**
 * The given seed if it makes the level's story, or else the next of its line (`seed+1`, `seed+2`, ...) that
 * does: conditioned, never scripted. Null when none is found.
 */
export function storySeed(level: Level, seed: string): string | null {
	const {story} = level;
	if (story === null) return seed;
	const tries = story.kind === 'condition' ? LIVED_TRIES_MAX : TRIES_MAX;
	for (let tried = 0; tried < tries; tried++) {
		const candidate = tried === 0 ? seed : `${seed}+${String(tried)}`;
		if (makesStory(level, candidate)) return candidate;
	}
	return null;
}

function makesStory(level: Level, seed: string): boolean {
	const {story} = level;
	if (story === null) return true;
	if (story.kind === 'condition') {
		const run = startRun(level, {seed, switches: [], parameters: {}, observed: false});
		relive(run, NOBODY, {until: story.at});
		return standingAlone(story.when).isSo(run.world);
	}
	const at = nameEmptiesAt({...nightOf(level, seed), seed}, story.until);
	return at !== null && at >= story.from;
}

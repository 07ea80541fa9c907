import type {Switch, Tick, WorldSettings} from '../sim/index.ts';

/** A level as the game plays it: parsed, checked, times in ticks. */
export type Level = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly startSecondsOfDay: number;
	readonly limit: Tick;
	readonly seed: string;
	/** When the race must empty the regional name for a seed to make this level; null where any seed will do. */
	readonly story: {readonly from: Tick; readonly until: Tick} | null;
	readonly faults: WorldSettings['faults'];
	readonly switches: readonly Switch[];
	readonly parameters: WorldSettings['parameters'];
	/** Names everything that moves the world, and no prose: a better summary spoils no journal. */
	readonly hash: string;
};

/** What is wrong with a level's text, and where. Lines and columns count from 1. */
export type LevelProblem = {
	readonly line: number;
	readonly column: number;
	/** A sentence that says what was expected. */
	readonly message: string;
	readonly suggestions: readonly string[];
};

export type ParsedLevel =
	| {readonly ok: true; readonly level: Level}
	| {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** What a run is scored on. Never one number: each axis says what it measured. */
export const AXES = [
	'harm',
	'tasks',
	'safety',
	'durability',
	'diagnosis',
	'communication',
	'time',
] as const;
export type AxisId = (typeof AXES)[number];

export const AXIS_LABELS: Readonly<Record<AxisId, string>> = {
	harm: 'harm avoided',
	tasks: 'critical tasks',
	safety: 'safety',
	durability: 'durability',
	diagnosis: 'diagnosis',
	communication: 'communication',
	time: 'time',
};

/** A second of the run that earned points or cost some. */
export type ScoredMoment = {
	readonly at: number;
	readonly text: string;
	/** Of full outage, where that is what it measures. */
	readonly minutes?: number;
};

export type AxisScore = {
	readonly id: AxisId;
	/** 0 to 100; null where the run gave nothing to measure. */
	readonly points: number | null;
	/** What was measured, in a sentence. */
	readonly what: string;
	/** Earliest first. */
	readonly moments: readonly ScoredMoment[];
};

/** The same night with other people: what a run's harm and time are held against. */
export type Baseline = {
	readonly name: string;
	readonly harm: number;
	/** How much of it came after the second in which the run was won. */
	readonly after: number;
	/** From the takeover to its win; null where it did not win, or nobody asked. */
	readonly wonAfterSeconds: number | null;
	/** Milestones that it came to. */
	readonly reached: readonly string[];
};

export type Baselines = {readonly silent: Baseline; readonly reference: Baseline | null};

/** A score as far as it is worked out: what needs no other run comes first. */
export type ScoreSoFar = {
	/** Runs that were re-simulated, of so many. */
	readonly done: number;
	readonly wanted: number;
	readonly axes: readonly AxisScore[];
	readonly references: readonly (Baseline & {readonly id: 'silent' | 'expert' | 'day'})[];
	/** The whole of it, at the end. */
	readonly score: Score | null;
};

/** What a run is known by: the lowest of safety and critical tasks, and after it harm. Null where nothing was measured. */
export type Headline = {readonly first: number | null; readonly then: number | null};

export type Score = {
	readonly level: string;
	readonly seed: string;
	readonly version: string;
	/** Of the state that the score was read from: the same journal has the same hash and score. */
	readonly hash: string;
	readonly won: boolean | null;
	/** How it ended, with what was still open where it was lost; empty while it is not over. */
	readonly why: string;
	readonly headline: Headline;
	readonly axes: readonly AxisScore[];
	/** Each hypothesis as it was noted: no points come of these. */
	readonly beliefs: readonly Belief[];
	/** How it was played, because not all runs can be laid side by side. */
	readonly played: Played;
};

/** How sure somebody was of a hypothesis, 50 to 100 per cent, and whether it was so. */
export type Belief = {readonly confidence: number; readonly right: boolean};

export type Played = {
	readonly claimed: ClaimedPlay;
	/** Fixes made beforehand, beyond the level's own. */
	readonly fixes: readonly string[];
	/** Whether numbers of the model were others than the level's. */
	readonly numbers: boolean;
};

/** What a journal says of whoever made it. Living it again proves what came of it, never who gave the orders. */
export type ClaimedPlay = {
	readonly by: 'person' | 'program';
	readonly timed: boolean;
	/** The second in which it left another run, whose player knew what was coming; or null. */
	readonly forkedAt: number | null;
	/** Whether it is what was kept of a damaged journal, and what came after. */
	readonly salvaged: boolean;
};

import type {AxisId, Belief, Headline} from '../score/index.ts';

/** A run as a cohort counts it: played to its end, and proven by living it again. */
export type CohortRun = {
	/** Both empty where nobody said. */
	readonly name: string;
	readonly team: string;
	readonly by: 'person' | 'program';
	readonly level: string;
	/** When it was begun, as a text that sorts by time; empty where nobody said. */
	readonly began: string;
	readonly won: boolean;
	readonly points: Readonly<Partial<Record<AxisId, number | null>>>;
	readonly beliefs: readonly Belief[];
};

/** What a team played together: of the room, and of nobody in it. */
export type CohortRoom = Omit<CohortRun, 'name' | 'by'> & {readonly people: readonly string[]};

/** A level as far as somebody may be sent to it. */
export type Rung = {
	readonly id: string;
	readonly title: string;
	/** Its place in the ladder; null beside it. */
	readonly ladder: number | null;
};

/** How somebody fares on an axis. */
export type Progress = {
	/** The median of their latest runs, and of those before them; null where none has points on it. */
	readonly now: number | null;
	readonly before: number | null;
	/** Of every run that has any, oldest first. */
	readonly points: readonly number[];
};

/** What somebody plays next, and for which axis; on no axis where they are good on all that was measured. */
export type Need = {readonly axis: AxisId | null; readonly level: Rung | null};

export type Member = {
	readonly name: string;
	readonly team: string;
	readonly runs: number;
	readonly won: number;
	/** When their last run was begun; empty where nobody said. */
	readonly last: string;
	/** Of the medians of their latest runs. */
	readonly headline: Headline;
	readonly axes: Readonly<Record<AxisId, Progress>>;
	readonly needs: Need;
};

export type CohortTeam = {
	readonly team: string;
	readonly people: number;
	readonly runs: number;
	readonly won: number;
	/** The medians of what its people have now. */
	readonly axes: Readonly<Record<AxisId, number | null>>;
};

export type Cohort = {
	/** The best headline first; programs are never among people. */
	readonly people: readonly Member[];
	readonly programs: readonly Member[];
	readonly teams: readonly CohortTeam[];
	/** Latest first. */
	readonly rooms: readonly CohortRoom[];
	/** Runs of people who gave no name. */
	readonly unnamed: number;
};

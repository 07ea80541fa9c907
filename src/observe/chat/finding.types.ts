import type {Team} from '../../sim/index.ts';

/** What a metric reads on a team's screen; NaN where nothing has arrived, so that no comparison holds. */
export type Read = (metric: string) => number;

/** What a team makes of its own instruments. The evidence is so; what it is taken for may be wrong. */
export type Finding = {
	readonly when: (read: Read) => boolean;
	/** Said once in a run; metrics stand in it in braces, and become what they read. */
	readonly words: string;
};

/** How a team on the call speaks: it knows its own instruments, and no others. */
export type Voice = {
	readonly from: string;
	/** Hypotheses, the likeliest first. Of the first two that have evidence, luck decides which is thought of first. */
	readonly leads: readonly Finding[];
	/** When nothing is beyond its limits; which of its metrics those are that stand in it. */
	readonly quiet: string;
	/** When one of these is, and it has no idea why. */
	readonly unclear: string;
	/** When what it complained of is over. */
	readonly well: string;
	/** What it tells others who ask, by what they asked. */
	readonly replies: readonly (Finding & {readonly to: string})[];
};

export type Voices = Readonly<Record<Team, Voice>>;

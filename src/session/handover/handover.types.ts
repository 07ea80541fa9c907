import type {Claim, ClaimedTrend, HandoverField, Verdict} from '../../observe/index.ts';

/** Something that was so in the second of a handover, and that a note should carry. */
export type TrueItem = {
	readonly field: HandoverField;
	/** Unlike that of any other item of the same second. */
	readonly id: string;
	/** In a few words. */
	readonly what: string;
};

/** A metric as it was in truth, and where it had gone in ten minutes. */
export type TrueMetric = {
	readonly value: number;
	readonly verdict: Verdict;
	readonly trend: ClaimedTrend;
};

/** What a note is held against: how everything stood in one second. Plain data. */
export type Truth = {
	/** Metrics whose trend, and orders whose cost, lie within a tenth of the line that is drawn through them. */
	readonly close: readonly string[];
	readonly at: number;
	readonly items: readonly TrueItem[];
	readonly metrics: Readonly<Record<string, TrueMetric>>;
	/** Suspects that were to blame. */
	readonly suspects: readonly string[];
	/** Orders given by then, by number. */
	readonly orders: Readonly<Record<number, {readonly what: string; readonly state: string}>>;
	/** Requests that were open; what is not known of a room that there was none. */
	readonly requests: readonly number[];
	readonly promisedAt: number | null;
	/** How metrics went on, minute by minute: had nobody acted, and in the night as it was. */
	readonly later: readonly Readonly<Record<string, readonly number[]>>[];
	/** What was ordered after it. */
	readonly given: readonly {readonly at: number; readonly what: string}[];
};

/** How a claim stands: `open` where the truth does not decide it. */
export type ClaimVerdict = 'right' | 'stale' | 'wrong' | 'masking' | 'open';

export type GradedClaim = {
	readonly claim: Claim;
	readonly verdict: ClaimVerdict;
	/** The item that it carries; null where it is right beyond the list, or not right. */
	readonly carries: string | null;
	/** Why it is not right; empty where it is. */
	readonly why: string;
};

export type FieldGrade = {
	readonly field: HandoverField;
	/** Items that there were. */
	readonly of: number;
	/** Of them, those that the note carries, and those that it does not. */
	readonly kept: readonly TrueItem[];
	readonly lost: readonly TrueItem[];
	/** Claims that are wrong, stale, or true of one metric of a system that is ill. */
	readonly wrong: number;
	readonly stale: number;
	readonly masking: number;
	/** Claims that are right and carry nothing of the list. */
	readonly beyond: number;
};

/** A note field by field: what it kept, lost and got wrong. There is no sum. */
export type HandoverGrade = {
	readonly claims: readonly GradedClaim[];
	readonly fields: readonly FieldGrade[];
};

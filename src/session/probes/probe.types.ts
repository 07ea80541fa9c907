/** The three levels of knowing a situation (Endsley): what is, what it means, what comes next. */
export const PROBE_KINDS = ['perception', 'comprehension', 'projection'] as const;
export type ProbeKind = (typeof PROBE_KINDS)[number];

/** A question about the true state of one second. */
export type ProbeQuestion = {
	readonly kind: ProbeKind;
	/** The metric it is about; null where it is about the whole. */
	readonly metric: string | null;
	readonly ask: string;
	readonly options: readonly string[];
	/** What each option says, as the truth is written. */
	readonly values: readonly string[];
};

/** An answer beside the truth. */
export type GradedQuestion = Omit<ProbeQuestion, 'values'> & {
	/** Options that were so: one of them, or several. */
	readonly right: readonly number[];
	/** Null where somebody did not know, or never answered. */
	readonly answered: number | null;
};

/** A probe of a run, answered. Nothing of it is scored. */
export type GradedProbe = {
	readonly at: number;
	readonly clock: string;
	readonly questions: readonly GradedQuestion[];
};

/** The parts of a handover: how it is, what was done, what is pending, what to watch for, what not to do. */
export const HANDOVER_FIELDS = ['state', 'done', 'pending', 'watch', 'not'] as const;
export type HandoverField = (typeof HANDOVER_FIELDS)[number];

/** One thing that a handover says, in a form that can be held against the truth. Free words stand beside it. */
export type Claim =
	/** As the giver saw it. */
	| {
			readonly field: 'state';
			readonly says: 'value';
			readonly metric: string;
			readonly value: number;
			readonly sampledAt: number;
	  }
	| {
			readonly field: 'state';
			readonly says: 'verdict';
			readonly metric: string;
			readonly verdict: 'ok' | 'warn' | 'crit';
	  }
	| {
			readonly field: 'state';
			readonly says: 'trend';
			readonly metric: string;
			readonly trend: ClaimedTrend;
	  }
	| {
			readonly field: 'state';
			readonly says: 'suspect';
			readonly suspect: string;
			readonly confidence: number;
	  }
	| {
			readonly field: 'state';
			readonly says: 'innocent';
			readonly suspect: string;
			/** The metric that says so. */
			readonly because: string;
	  }
	| {
			readonly field: 'done';
			readonly says: 'order' | 'tried';
			readonly order: number;
			readonly what: string;
			readonly state: string;
	  }
	| {
			readonly field: 'pending';
			readonly says: 'running';
			readonly order: number;
			readonly what: string;
			readonly due: number;
	  }
	| {
			readonly field: 'pending';
			readonly says: 'request';
			readonly n: number;
			readonly what: string;
	  }
	/** What customers were promised word by, a second of the night. */
	| {readonly field: 'pending'; readonly says: 'promise'; readonly at: number}
	| {readonly field: 'pending'; readonly says: 'team'; readonly team: string}
	/** An automation that was paused, or what else has to be given back. */
	| {readonly field: 'pending'; readonly says: 'owed'; readonly what: string}
	| {
			readonly field: 'watch';
			readonly says: 'line';
			readonly metric: string;
			readonly side: 'above' | 'below';
			readonly value: number;
			readonly minutes: number;
			/** Whom to call, or what to order. */
			readonly answer: string;
	  }
	/** How orders begin that are not to be given until then. */
	| {
			readonly field: 'not';
			readonly says: 'until';
			readonly begins: string;
			readonly until: Until;
	  };

export type ClaimedTrend = 'rising' | 'falling' | 'flat';

export type Until =
	| {
			readonly kind: 'metric';
			readonly metric: string;
			readonly side: 'above' | 'below';
			readonly value: number;
	  }
	| {readonly kind: 'automation'; readonly automation: string; readonly is: 'running' | 'paused'}
	| {readonly kind: 'says'; readonly who: string};

/** A note from one seat to another. */
export type Handover = {
	readonly n: number;
	/** Second of the night, and real milliseconds of the room. */
	readonly at: number;
	readonly ms: number;
	readonly from: string;
	readonly to: string;
	readonly claims: readonly Claim[];
	/** What was said beside it, and is never judged. */
	readonly words: string;
	/** When it was read back and taken over; null while it was not. */
	readonly takenAt: number | null;
	/** Numbers of the claims that the taker read back. */
	readonly readBack: readonly number[];
};

/** Claims of each field at most: choosing is the skill. */
export const CLAIMS_MAX: Readonly<Record<HandoverField, number>> = {
	state: 10,
	done: 8,
	pending: 10,
	watch: 6,
	not: 6,
};

/** Claims that a taker reads back. */
export const READ_BACK = 3;

/** The note that was handed over last, and what is written of the next. */
export type Handing = {readonly note: Handover | null; readonly draft: readonly Claim[]};

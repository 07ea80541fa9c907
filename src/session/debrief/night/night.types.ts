/** A stretch of a run, in ticks: its first second, and the first after it. */
export type Stretch = {readonly from: number; readonly until: number};

/** A system that failed its customers, in the waves in which it did. */
export type Hit = {
	readonly id: string;
	readonly name: string;
	/** What was counted of it, as part of a sentence. */
	readonly what: string;
	readonly waves: readonly (Stretch & {readonly worst: number})[];
	readonly unit: 'share' | 'seconds' | 'count';
};

/** A controller of the night, automatic or human, as a loop: what it saw, took for true and did. */
export type Loop = {
	readonly id: string;
	readonly name: string;
	readonly senses: string;
	readonly believes: string;
	readonly does: string;
	/** What was so instead. */
	readonly really: string;
	/** The most that it came to, in words. */
	readonly came: string;
	/** While what it went by was not so, while it came too late, and while somebody had opened the loop by hand. */
	readonly wrong: readonly Stretch[];
	readonly late: readonly Stretch[];
	readonly byHand: readonly Stretch[];
};

/** What a run was, beside what was decided in it: the facts behind the lessons that it can teach. */
export type Night = {
	/** Systems that were hit, in the order in which they were. */
	readonly hit: readonly Hit[];
	/** Of how many services most failed at once, and when. */
	readonly services: {readonly of: number; readonly most: number; readonly at: number | null};
	readonly loops: readonly Loop[];
	/** How it stood in the last minute before a system was hit: what was broken while all was still well. */
	readonly before: {
		readonly at: number;
		readonly leasesBroken: number;
		readonly leases: number;
		readonly alarms: number;
		readonly slowestApplySeconds: number;
	};
	/** What could be seen, and when it was looked at. */
	readonly seen: {
		readonly firstPage: number | null;
		/** The alarm that names the cause: when it came, what it was among. */
		readonly telling: {
			readonly at: number;
			readonly severity: string;
			readonly pages: number;
			readonly standing: number;
		} | null;
		/** When somebody first asked what the name answers. */
		readonly looked: number | null;
		/** The longest that metrics were behind. */
		readonly lateSeconds: number;
	};
	/** What was needed for the repair and hung on what had to be repaired. */
	readonly tools: {
		readonly shutOut: readonly Stretch[];
		readonly brokeGlass: number | null;
		readonly refused: number;
	};
	/** The race for the names. */
	readonly race: {
		readonly emptied: number | null;
		readonly answered: number | null;
		readonly regressions: number;
		readonly locksLost: number;
		readonly oldestApplySeconds: number;
		/** What a single writer costs when it stops: so long nobody writes. */
		readonly leaderGapSeconds: number;
	};
};

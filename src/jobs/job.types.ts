/** What many jobs have in common, which whoever does them is told once. */
export type Brief = {
	readonly kind: string;
	/** One word for all that it says, and for the program that it is said to. */
	readonly word: string;
	readonly data: unknown;
};

/** A piece of work whose answer hangs on nothing but what its key names. */
export type Job = {readonly key: string; readonly brief: Brief; readonly asked: unknown};

/** What came of a job; a broken one says why, as the end of a sentence. */
export type Outcome =
	| {readonly ok: true; readonly answer: unknown}
	| {readonly ok: false; readonly why: string; readonly isEnough?: boolean};

/** How a job of each kind is done: first the brief, then one job after another. */
export type Trades = Readonly<Record<string, (data: never) => (asked: never) => unknown>>;

/** Does jobs one after another. */
export type Hand = {
	do(job: Job): Promise<Outcome>;
	end(): Promise<void>;
};

/** Sees to it that jobs are done, in whatever order, and tells what came of each; of those that are not begun, nothing. */
export type Runner = (
	jobs: readonly Job[],
	hear: (job: Job, outcome: Outcome) => void,
) => Promise<void>;

/** What is known of jobs that were done before. */
export type Results = {
	/** Undefined where nothing is known that can be trusted. */
	read(job: Job): unknown;
	/** Throws where the rest is not to be done without it. */
	write(job: Job, answer: unknown): void;
};

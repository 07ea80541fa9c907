import type {Automation, Mode} from '../kernel/index.ts';
import type {Zones} from './zones.ts';

/** Later than any event of a run, in milliseconds, and still a finite number. */
export const NEVER = 1e15;

/** One of the three workers that make Route 53 match the newest plan (canon 2.3). Times in milliseconds. */
export type Enactor = {
	readonly id: string;
	readonly mode: Mode;
	/** How many times slower than healthy its host is (F), until `slowUntil`. */
	slowness: number;
	slowUntil: number;
	/** Own events so far: the moment of its luck. */
	drawn: number;
	nextAt: number;
	/** Plan in hand, or -1; `pickedAt` is when it passed its only check. */
	plan: number;
	pickedAt: number;
	order: number[];
	position: number;
	/** Whether the lock was read and the batch is being thought over. */
	believing: boolean;
	belief: number;
	thinkMs: number;
	/** Lock value it wrote when it won. */
	held: number;
	lossesHere: number;
	lossesRunning: number;
	lostLocks: number;
	victims: number[];
	/** Newest plan it carried through all endpoints, and when. */
	published: number;
	publishedAt: number;
	failuresRunning: number;
	failures: number;
	saidFailureAt: number;
	saidPublishedAt: number;
	saidDeletedAt: number;
};

export type Dns = {
	newestPlan: number;
	nextPlanAt: number;
	plansDrawn: number;
	readonly zones: Zones;
	readonly zoneModes: Mode[];
	readonly danglingSince: Float64Array;
	/** When each Enactor began to wait for each lock, 0 when it does not: the queue of `lock-fairness`. */
	readonly waitingSince: Float64Array;
	readonly enactors: Enactor[];
	/** With `single-writer`: who leads, and from when it may write. */
	leader: number;
	leaderFrom: number;
	/** Times a root went back to an older plan by an Enactor's hand. */
	regressions: number;
	/** Names ever emptied. */
	emptied: number;
	handEdits: number;
	/** Share of AWS's own requests to DynamoDB that failed a second ago: the zone tool is one of them. */
	internalErrors: number;
	/** Host times as multiples of their mean; never changes. */
	readonly latencies: Float64Array;
	/** Two words from which tree names are made. */
	readonly nameKeys: number[];
	readonly automations: Automation[];
	/** Whether anything happened since the output was written. */
	stale: boolean;
	readonly output: DnsOutput;
};

/** What an operator's tools can read of one Enactor. */
export type EnactorReport = {
	readonly id: string;
	mode: string;
	plan: number;
	/** How long it has carried its plan; 0 when it has none. */
	passAgeSeconds: number;
	/** Generations between its plan and the newest. */
	planAge: number;
	lostLocks: number;
	/** Tick of the last pass it finished, -1 before the first. */
	lastPublishAt: number;
	failures: number;
};

export type DnsInputs = {
	/** Share of AWS's own requests to DynamoDB that fail, 0..1. */
	readonly internalErrors: number;
};

export type DnsOutput = {
	/** Share of the time left that edits under way still take: below 1 in the second the zone tool comes back. */
	editsLeftShare: number;
	/** Live load balancers behind each endpoint, index as ENDPOINTS; 0 is zero answers. */
	readonly answers: number[];
	fullAnswers: number;
	/** Generation each root and rollback alias points at; -1 where there is none. */
	readonly roots: number[];
	readonly rollbacks: number[];
	/** 1 where the public name leads to nothing, as a tree or an address. */
	readonly empties: number[];
	/** Index of the Enactor that holds each lock, -1 for nobody. */
	readonly lockHolders: number[];
	readonly enactors: EnactorReport[];
	newestPlan: number;
	regressions: number;
};

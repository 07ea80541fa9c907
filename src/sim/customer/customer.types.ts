import type {Automation, Mode} from '../kernel/index.ts';

/** The Regions that a company runs in, as places in its arrays: the one that it is at home in, and its standby. */
export const HOME = 0;
export const STANDBY = 1;
export const PLACES = [HOME, STANDBY] as const;

/** What it lets through when it sheds. */
export const SHEDS = ['free', 'most', 'none'] as const;
export type Shed = (typeof SHEDS)[number];

/** What customers can be told. */
export const WORDS = ['investigating', 'cause-unknown', 'recovering', 'restored'] as const;

/**
 * A company in the Region: servers behind a load balancer, a cache before DynamoDB, jobs in a queue, clients that try
 * again, and vendors who run in the same Region. Work is counted in the company's requests on a busy day, which are 1.
 */
export type Customer = {
	/** Where sessions go: `home`, `newAway` or `allAway`. */
	readonly traffic: Mode;
	/** Those who serve feature flags, page, and host the status page: `up` or `down`. */
	readonly vendors: Mode;
	/** Whether the company’s own status page is served from elsewhere. */
	pageMoved: boolean;
	/** By place: what the servers carry, the share of reads that the cache does not have, and of attempts that fail as clients feel it. */
	readonly servers: Float64Array;
	readonly misses: Float64Array;
	readonly felt: Float64Array;
	/** Share of usual users who are there: whoever is failed for long goes, and comes back. */
	present: number;
	/** Share of sessions that are served by the standby. */
	away: number;
	/** Share of sessions that are to be at home once people have asked for it. */
	homeShare: number;
	/** Jobs that wait, in seconds of usual arrivals, and how many usual rates of them may be replayed beside the new ones. */
	jobsWaiting: number;
	replayLimit: number;
	/** Retries for each request that clients may make; null while they are not told. */
	retryBudget: number | null;
	shed: Shed;
	/** Whether the log last said that requests fail. */
	failing: boolean;
	/** `fleet-scale-in` and `deploys`. */
	readonly automations: readonly [Automation, Automation];
	readonly output: CustomerOutputs;
};

export type CustomerInputs = {
	readonly secondsOfDay: number;
	readonly storeErrors: number;
	readonly launchSuccess: number;
	readonly lagSeconds: number;
};

export type CustomerOutputs = {
	/** Share of what users want now that is not done, shed or failed. */
	errors: number;
	/** The same, as the pager’s vendor delivers it. */
	pagedErrors: number;
	/** Retries for each request. */
	retries: number;
	/** Work offered at home over what can be done there. */
	load: number;
	/** Share of the servers that are wanted at home and are not there. */
	serversMissing: number;
	/** Share of launches that do not come into service. */
	launchErrors: number;
	/** Share of reads at home that the cache does not have. */
	cacheMisses: number;
	/** Share of the company’s calls to DynamoDB that fail. */
	awsErrors: number;
	jobsWaitingSeconds: number;
	/** Share of the jobs that come now and do not run. */
	jobsMissed: number;
	/** Share of what users want that is shed. */
	shedShare: number;
	awayShare: number;
	standbyLoad: number;
	/** How old what the standby reads is. */
	staleSeconds: number;
	/** Share of requests that are answered with old data. */
	staleShare: number;
	flagsDown: boolean;
	pagerDown: boolean;
	statusPageDown: boolean;
	/** For how long customers who are failed have heard nothing. */
	untoldSeconds: number;
	/** Share of what users want that fails while they have heard nothing for too long. */
	untoldShare: number;
	/** How often customers were told that all is well while it was not. */
	falseWords: number;
};

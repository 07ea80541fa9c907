import type {Mode} from '../kernel/index.ts';

/** Who looks names up: customers, the internal network with the operators' tools, the droplet managers. */
export const SCOPES = ['customers', 'prod', 'dwfm'] as const;
export type Scope = (typeof SCOPES)[number];

/** The names that carry traffic, in the order in which `answers` begins. */
export const NAMES = ['regional', 'dual-stack', 'fips', 'account'] as const;
export type Name = (typeof NAMES)[number];

/** The caches of one network for one name. */
export type Cache = {
	readonly scope: Scope;
	readonly name: Name;
	/** `answering`, `emptied`, `expiring` or `overridden`: a response policy then answers with fixed addresses. */
	readonly mode: Mode;
	/** Tick at which the override was last set or lifted; 0 before. */
	overrideSince: number;
};

/** Shares are indexed by scope x name: `scope * NAMES.length + name`. */
export type Resolvers = {
	/** Share of the scope's resolvers that hold the empty answer for the name. */
	readonly negative: Float64Array;
	/** What that share falls by each second once the name answers again; 0 while it does not. */
	readonly fallPerSecond: Float64Array;
	/** Whether each name was empty at its authoritative servers a second ago, as 0 or 1. */
	readonly wasEmpty: Float64Array;
	readonly caches: readonly Cache[];
	readonly output: ResolversOutput;
};

export type ResolversInputs = {
	/** Live load balancers behind each endpoint; the four names first, then the cells. */
	readonly answers: readonly number[];
	readonly fullAnswers: number;
	/** Whether customers were told to flush their caches. */
	readonly flushAdvised: boolean;
};

export type ResolversOutput = {
	/** Share of look-ups that get zero answers, 0..1. */
	customersEmpty: number;
	prodEmpty: number;
	dwfmEmpty: number;
	/** Share of the DynamoDB fleet that the answers lead to, 0..1. */
	capacityShare: number;
};

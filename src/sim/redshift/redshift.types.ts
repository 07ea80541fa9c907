import type {Automation, Mode} from '../kernel/index.ts';

/** Redshift and its three faults: metadata in DynamoDB, doomed node replacements, and one IAM call. */
export type Redshift = {
	/** Node replacement: `replacing`, `frozen` or `paused`. */
	readonly replacements: Mode;
	/** Whether launches failed a second ago, as far as the automation looks. */
	launchesFail: boolean;
	/** What the log last said: queries cut off from their metadata, replacements waiting for instances. */
	readonly told: {cutOff: boolean; blocked: boolean};
	/** Clusters whose node credentials have lapsed and that nobody has touched. */
	lapsedClusters: number;
	/** Clusters stuck in `modifying`: their replacement waits for an instance. */
	stuckClusters: number;
	/** Clusters with a node that really failed and waits to be replaced. */
	faultyClusters: number;
	readonly automations: readonly Automation[];
	readonly output: RedshiftOutputs;
};

export type RedshiftInputs = {
	readonly storeErrors: number;
	readonly iamErrors: number;
	/** Share of launches that end in a usable instance, 0..1. */
	readonly launchSuccess: number;
};

export type RedshiftOutputs = {
	/** Share of queries failing in this Region, 0..1. */
	queryErrors: number;
	/** Share of queries by IAM users failing in every other Region, 0..1. */
	iamQueryErrorsElsewhere: number;
	clustersStuck: number;
	replacementsQueued: number;
};

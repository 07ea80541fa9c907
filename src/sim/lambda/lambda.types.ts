import type {Automation, Mode} from '../kernel/index.ts';

/** Lambda: create and update, synchronous and asynchronous calls, and the pollers of event sources. */
export type Lambda = {
	/** Pollers of SQS: `polling` or `stopped`. They do not come back by themselves. */
	readonly sqsPollers: Mode;
	/** Pollers of Kinesis: `polling` or `starved`. They do. */
	readonly kinesisPollers: Mode;
	/** Scale-in of the fleet: `reading` its targets or `blind`. */
	readonly scaleIn: Mode;
	/** Whether the log last said that synchronous calls fail. */
	failing: boolean;
	/** Internal hosts in service, as a share of the full fleet, 0..1. */
	fleetShare: number;
	/** Errors of the store as the fleet feels them, a little late, 0..1. */
	storeFelt: number;
	/** Part of the usual rate that asynchronous calls may use, 0..1; 1 is no limit: they catch up as well. */
	asyncLimit: number;
	/** Part of the usual rate that pollers may use, 0..1; 1 is no limit. */
	pollerLimit: number;
	readonly automations: readonly Automation[];
	readonly output: LambdaOutputs;
};

export type LambdaInputs = {
	/** Errors of DynamoDB as Lambda finds it, 0..1. */
	readonly storeErrors: number;
	/** Errors of internal load balancers, 0..1. */
	readonly balancerErrors: number;
	/** Share of launches that end in a usable instance, 0..1. */
	readonly launchSuccess: number;
};

export type LambdaOutputs = {
	/** Share of synchronous calls failing, 0..1. */
	syncErrors: number;
	/** Work waiting in the asynchronous queue, in seconds of usual arrivals. */
	asyncBacklogSeconds: number;
	/** Work waiting in SQS sources, in seconds of usual arrivals. */
	sqsBacklogSeconds: number;
	/** Age of the oldest unread Kinesis record, in seconds. */
	kinesisAgeSeconds: number;
	/** Share of creates and updates failing, 0..1. */
	createErrors: number;
	sqsPollersDown: boolean;
	/** One figure for the whole service, 0..1 (model 4.7). */
	errors: number;
	/** Internal hosts in service, 0..1. */
	fleetShare: number;
};

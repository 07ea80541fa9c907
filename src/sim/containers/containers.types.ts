import type {Automation, Mode} from '../kernel/index.ts';

/** ECS, EKS and Fargate: tasks that run go on; tasks that must start need EC2. */
export type Containers = {
	/** `rolling` or `paused`. */
	readonly deployments: Mode;
	/** Whether the log last said that tasks cannot be placed. */
	blocked: boolean;
	/** What is left of Fargate’s warm pool, 0..1; absent until tasks were placed on it first. */
	warmPoolShare?: number;
	readonly automations: readonly Automation[];
	readonly output: ContainersOutputs;
};

export type ContainersInputs = {
	/** Errors of DynamoDB, which holds task metadata, 0..1. */
	readonly storeErrors: number;
	/** Share of launches that end in a usable instance, 0..1. */
	readonly launchSuccess: number;
	readonly networkLatencySeconds: number;
};

export type ContainersOutputs = {
	/** Share of task and pod launches failing, 0..1. */
	launchErrors: number;
	/** Tasks running, as a share of those wanted, 0..1. */
	runningShare: number;
};

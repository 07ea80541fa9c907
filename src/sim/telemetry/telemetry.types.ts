import type {Mode} from '../kernel/index.ts';

/** CloudWatch, CloudTrail, EventBridge and SQS: what tells people and systems what happens. */
export type Telemetry = {
	/** Delivery of CloudTrail and of EventBridge: `prompt` or `late`. */
	readonly trail: Mode;
	readonly bus: Mode;
	/** Whether the log last said that metrics are late. */
	metricsLate: boolean;
	/** Delay of metrics on a good minute: drawn once a minute. */
	usualDelaySeconds: number;
	/** Delay added by what the pipeline suffers. */
	addedDelaySeconds: number;
	readonly output: TelemetryOutputs;
};

export type TelemetryInputs = {
	readonly storeErrors: number;
	readonly balancerErrors: number;
	/** Errors of Lambda as one figure, 0..1. */
	readonly functionErrors: number;
};

export type TelemetryOutputs = {
	/** Time from sampling a metric to seeing it. */
	metricDelaySeconds: number;
	/** Share of samples that never arrive, 0..1. */
	metricLossShare: number;
	/** CloudTrail events not yet delivered, in seconds of usual arrivals. */
	trailBacklogSeconds: number;
	/** EventBridge events not yet delivered, in seconds of usual arrivals. */
	busBacklogSeconds: number;
	/** Share of SQS calls failing, 0..1. */
	sqsErrors: number;
};

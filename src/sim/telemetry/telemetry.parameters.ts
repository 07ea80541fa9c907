import type {ParameterTable, Values} from '../kernel/index.ts';

export const TELEMETRY_PARAMETERS = {
	usualDelayMin: {
		value: 30,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'least delay of a metric when all is well',
	},
	usualDelayMax: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'greatest delay of a metric when all is well',
	},
	storeDelaySeconds: {
		value: 240,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'delay added when the store is gone',
	},
	balancerDelaySeconds: {
		value: 3000,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'delay added per unit of balancer errors: 10 % of them add five minutes',
	},
	delayFollowSeconds: {
		value: 300,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'how fast the delay grows and shrinks',
	},
	storeLoss: {
		value: 0.1,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'share of samples lost when the store is gone',
	},
	balancerLoss: {
		value: 1.5,
		unit: 'ratio',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'share of samples lost per unit of balancer errors',
	},
	trailCatchUp: {
		value: 0.4,
		unit: 'ratio',
		source: 'assumed',
		section: 'canon 1.2',
		what: 'CloudTrail work done beyond the usual arrivals while it catches up (draining at 05:48)',
	},
	busCatchUp: {
		value: 0.5,
		unit: 'ratio',
		source: 'assumed',
		section: 'canon 1.2',
		what: 'EventBridge work done beyond the usual arrivals while it catches up (draining at 05:48)',
	},
	functionWeight: {
		value: 0.3,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'share of EventBridge deliveries that go to Lambda',
	},
	sqsStoreWeight: {
		value: 0.7,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'share of SQS calls that fail when the store is gone',
	},
	sqsBalancerWeight: {
		value: 1,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'share of SQS calls that pass an internal balancer',
	},
	sqsFollowSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'how fast SQS follows what it depends on',
	},
	lateSeconds: {
		value: 120,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.17',
		what: 'delay of metrics that counts as late; three quarters of it counts as prompt',
	},
} as const satisfies ParameterTable;

export type TelemetryParameters = Values<typeof TELEMETRY_PARAMETERS>;

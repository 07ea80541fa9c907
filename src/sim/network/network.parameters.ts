import type {ParameterTable, Values} from '../kernel/index.ts';

/**
 * Network Manager, declared as ratios: capacity as a multiple of the inflow it was built for, slowness as
 * a function of backlog over capacity. AWS tells of latency and backlog only (canon 2.8); an absolute
 * capacity beside an absolute demand would make the story hang on a few per cent (model 14).
 */
export const NETWORK_PARAMETERS = {
	capacityRatio: {
		value: 2.1,
		unit: 'multiple of the night inflow',
		min: 0.1,
		source: 'assumed',
		section: 'model 15',
		what: 'changes propagated per second at full rate, over launches and terminations of a night hour',
	},
	baseSeconds: {
		value: 5,
		unit: 's',
		source: 'assumed',
		section: 'model 4.5',
		what: 'time one change takes with nobody before it',
	},
	crowdedUtilisation: {
		value: 0.95,
		unit: 'share',
		source: 'assumed',
		section: 'model 15',
		what: 'utilisation beyond which waiting shows as backlog rather than as jitter',
	},
	slowdownSeconds: {
		value: 490,
		unit: 's of work',
		source: 'assumed',
		section: 'model 4.5',
		what: 'backlog, in seconds of full-rate work, that doubles the cost of one change',
	},
	slowdownMax: {
		value: 0.25,
		unit: 'multiple',
		source: 'assumed',
		section: 'model 4.5',
		what: 'the most that a backlog adds to the cost of one change; keeps the loop bounded',
	},
	boostRatio: {
		value: 2,
		unit: 'multiple',
		source: 'assumed',
		section: 'canon 2.8',
		what: 'rate with the extra workers; AWS took undescribed actions to accelerate',
	},
	coalesceShare: {
		value: 0.35,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.8',
		what: 'share of changes that a later one supersedes when the backlog is deep',
	},
	admitSeconds: {
		value: 60,
		unit: 's of work',
		source: 'assumed',
		section: 'canon 6',
		what: 'work let in at once where the queue-backpressure fix is on; the rest waits outside, at no cost',
	},
	waitSecondsMax: {
		value: 3600,
		unit: 's',
		source: 'assumed',
		section: 'model 15',
		what: 'a change that would wait longer is moot, for its instance has been given up; bounds the backlog',
	},
	gaugeSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'model 4.5',
		what: 'how fast the utilisation gauge follows',
	},
	raisedSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'model 6',
		what: 'latency that customers notice, and up to which a new instance is as good as at once',
	},
	elevatedSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'model 6',
		what: 'latency that AWS would call elevated',
	},
	uselessSeconds: {
		value: 1800,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.8',
		what: 'latency from which a launch counts as failed for those who wait for the instance; less counts in part',
	},
	boostReadySeconds: {
		value: 1800,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.8',
		what: 'time that extra workers take to stand up',
	},
} as const satisfies ParameterTable;

export type NetworkParameters = Values<typeof NETWORK_PARAMETERS>;

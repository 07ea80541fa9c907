import type {ParameterTable, Values} from '../kernel/index.ts';

/** EC2's launch API. AWS publishes no rate of any kind: every rate here is assumed, most are ratios. */
export const LAUNCHES_PARAMETERS = {
	demandPerSecond: {
		value: 60,
		unit: 'launches/s',
		min: 0.6,
		source: 'assumed',
		section: 'model 4.4',
		what: 'launches asked for in a night hour; terminations come at the same rate',
	},
	daytimeShare: {
		value: 0.7,
		unit: 'share',
		source: 'assumed',
		section: 'model 4.4',
		what: 'how much demand grows from the night to the working day',
	},
	daytimeFromSeconds: {
		value: 18_000,
		unit: 's of the day',
		source: 'assumed',
		section: 'model 4.4',
		what: '05:00 PDT, when demand begins to grow',
	},
	daytimeForSeconds: {
		value: 18_000,
		unit: 's',
		source: 'assumed',
		section: 'model 4.4',
		what: 'how long demand takes to grow: until 10:00 PDT; it takes as long to fall in the evening',
	},
	daytimeUntilSeconds: {
		value: 61_200,
		unit: 's of the day',
		source: 'assumed',
		section: 'model 4.4',
		what: '17:00 PDT, when demand begins to fall',
	},
	retrySeconds: {
		value: 45,
		unit: 's',
		min: 1,
		source: 'assumed',
		section: 'model 4.4',
		what: 'time between two tries of one launch that failed',
	},
	hardRetrySeconds: {
		value: 15,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'the same, once customers were told to retry hard',
	},
	patienceSeconds: {
		value: 5400,
		unit: 's',
		source: 'assumed',
		section: 'model 4.4',
		what: 'mean time before a customer gives a failed launch up',
	},
	placementTries: {
		value: 3,
		unit: 'droplets',
		source: 'assumed',
		section: 'model 4.4',
		what: 'droplets that placement asks for one launch; each is a probe on a DWFM host',
	},
	pinnedShare: {
		value: 0.4,
		unit: 'share',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'share of the free slots that pinned launches can reach',
	},
	terminationReleaseSeconds: {
		value: 900,
		unit: 's',
		source: 'assumed',
		section: 'model 4.4',
		what: 'time in which held terminations are released once leases are back, if nothing caps them',
	},
	graceSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'model 4.5',
		what: 'network latency beyond which customers’ automation gives an instance up',
	},
	replaceShare: {
		value: 0.33,
		unit: 'share',
		source: 'assumed',
		section: 'model 4.5',
		what: 'share of unreachable instances that automation watches over',
	},
	replaceDemandShare: {
		value: 0.1,
		unit: 'share of demand',
		source: 'assumed',
		section: 'model 15',
		what: 'the most that automation replaces; without the limit the loop would run away',
	},
	paceLatencySeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 6',
		what: 'network latency that the queue-backpressure fix steers by',
	},
} as const satisfies ParameterTable;

export type LaunchesParameters = Values<typeof LAUNCHES_PARAMETERS>;

import type {ParameterTable, Values} from '../kernel/index.ts';

export const CONTAINERS_PARAMETERS = {
	storeWeight: {
		value: 0.9,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'share of task launches that need DynamoDB at once',
	},
	newInstanceWeight: {
		value: 0.7,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'share of task launches that need a new instance; the others fit on running ones',
	},
	attachUsualSeconds: {
		value: 30,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'wait for a task’s network interface that no scheduler minds',
	},
	attachTimeoutSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'wait for a task’s network interface after which its launch counts as failed',
	},
	attachWeight: {
		value: 0.3,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'share of launches lost when the network is slower than that wait',
	},
	followSeconds: {
		value: 300,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'time over which schedulers retry before a launch counts as failed or as well',
	},
	replacedPerSecond: {
		value: 0.00002,
		unit: '1/s',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'share of running tasks that deployments and scale-in stop a second, to replace them',
	},
	restartSeconds: {
		value: 1800,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'time constant of missing tasks starting once launches succeed',
	},
	blockedErrors: {
		value: 0.05,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'errors that count as blocked; half of it counts as recovered',
	},
	runningWell: {
		value: 0.998,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'tasks running at which the backlog of launches counts as worked off (14:20)',
	},
	holdSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.11',
		what: 'time to hold or release an automation',
	},
} as const satisfies ParameterTable;

export type ContainersParameters = Values<typeof CONTAINERS_PARAMETERS>;

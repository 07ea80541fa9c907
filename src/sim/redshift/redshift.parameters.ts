import type {ParameterTable, Values} from '../kernel/index.ts';

export const REDSHIFT_PARAMETERS = {
	clusters: {
		value: 20_000,
		unit: 'count',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'clusters in the Region',
	},
	storeWeight: {
		value: 0.9,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'share of queries that read or write cluster metadata in DynamoDB',
	},
	iamUserShare: {
		value: 0.3,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'share of queries made by IAM users; the others are local database users',
	},
	followSeconds: {
		value: 30,
		unit: 's',
		min: 1,
		source: 'assumed',
		section: 'canon 1.1',
		what: 'how fast queries follow what they depend on',
	},
	credentialSeconds: {
		value: 345_600,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'life of node credentials, whose ends are spread evenly over the fleet',
	},
	refreshSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'time constant of lapsed credentials being refreshed once the store answers',
	},
	verdictSeconds: {
		value: 300,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'time after which the automation takes a lapsed node for a dead one',
	},
	faultsPerSecond: {
		value: 0.001,
		unit: '1/s',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'nodes of the fleet that really fail a second, on any day',
	},
	replacedPerSecond: {
		value: 0.012,
		unit: '1/s',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'replacements finished a second when launches succeed (14:46 to 04:05 the day after)',
	},
	freezeLaunchSuccess: {
		value: 0.5,
		unit: 'share',
		source: 'assumed',
		section: 'canon 6',
		what: 'launch success below which the switch redshift-freeze starts no replacement',
	},
	cutOffErrors: {
		value: 0.05,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'fall in answered queries that counts as cut off; half of it counts as recovered',
	},
	blockedClusters: {
		value: 20,
		unit: 'count',
		source: 'assumed',
		section: 'canon 2.15',
		what: 'stuck clusters at which replacement counts as blocked',
	},
	holdSeconds: {
		value: 120,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.1',
		what: 'time to hold or release the replacement automation',
	},
} as const satisfies ParameterTable;

export type RedshiftParameters = Values<typeof REDSHIFT_PARAMETERS>;

import type {ParameterTable, Values} from '../kernel/index.ts';

export const RESOLVERS_PARAMETERS = {
	positiveSeconds: {
		value: 20,
		unit: 's',
		source: 'inferred',
		section: 'model 4.2',
		what: 'time constant with which the empty answer replaces the last good one',
	},
	negativeSeconds: {
		value: 900,
		unit: 's',
		source: 'inferred',
		section: 'canon 2.4',
		what: 'an empty answer is kept this long (02:25 to 02:40)',
	},
	advisedFlushRatio: {
		value: 2,
		unit: 'multiple',
		source: 'assumed',
		section: 'canon 1.2',
		what: 'how much faster customers lose the empty answer once they were told to flush their caches',
	},
	negativeShortSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 6',
		what: 'the same with short-negative-ttl',
	},
	regionalWeight: {
		value: 0.86,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.1',
		what: 'look-ups of the regional name',
	},
	dualStackWeight: {
		value: 0.06,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.1',
		what: 'look-ups of the dual-stack name',
	},
	fipsWeight: {
		value: 0.03,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.1',
		what: 'look-ups of the FIPS name',
	},
	accountWeight: {
		value: 0.05,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.1',
		what: 'look-ups of account names, CNAMEs to the regional one',
	},
	flushedShare: {
		value: 0.7,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.4',
		what: 'customers behind the VPC resolvers, which a flush reaches',
	},
	overrideFirstSeconds: {
		value: 720,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'first name overridden in a network (01:03 to 01:15)',
	},
	overrideNextSeconds: {
		value: 180,
		unit: 's',
		source: 'assumed',
		section: 'canon 4.5',
		what: 'each further name, or taking one away',
	},
	overrideGoodSeconds: {
		value: 21_600,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'fixed addresses are all alive for this long',
	},
	overrideDecayPerHour: {
		value: 0.02,
		unit: 'share/h',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'of them retired per hour after that',
	},
} as const satisfies ParameterTable;

export type ResolversParameters = Values<typeof RESOLVERS_PARAMETERS>;

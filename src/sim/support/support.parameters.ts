import type {ParameterTable, Values} from '../kernel/index.ts';

export const SUPPORT_PARAMETERS = {
	storeLostErrors: {
		value: 0.05,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.16',
		what: 'store errors at which the account metadata fails over',
	},
	storeFoundErrors: {
		value: 0.02,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.16',
		what: 'store errors below which answers about accounts are right again',
	},
	failoverSeconds: {
		value: 20,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.16',
		what: 'time for which the metadata errors before its replica answers, wrongly',
	},
	invalidShare: {
		value: 0.95,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.16',
		what: 'share of accounts the replica answers wrongly about while the store is gone',
	},
	bypassSeconds: {
		value: 300,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.16',
		what: 'time to switch the account check off or on by hand',
	},
} as const satisfies ParameterTable;

export type SupportParameters = Values<typeof SUPPORT_PARAMETERS>;

import type {ParameterTable, Values} from '../kernel/index.ts';

export const CONNECT_PARAMETERS = {
	storeWeight: {
		value: 0.7,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'share of calls that fail when the store is gone',
	},
	functionWeight: {
		value: 0.5,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'share of chats that a flow of Lambda functions carries',
	},
	functionErrorsInCalls: {
		value: 0.2,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'Lambda errors that call flows bridge with a default branch before callers notice',
	},
	callFunctionWeight: {
		value: 0.4,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'share of calls that need Lambda beyond that',
	},
	balancerWeight: {
		value: 0.5,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'share of calls that pass an internal balancer',
	},
	followSeconds: {
		value: 60,
		unit: 's',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'how fast calls follow what they depend on',
	},
	chatFollowSeconds: {
		value: 420,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'how fast chats follow: 04:40 pollers restored, 05:00 chats well',
	},
	fullErrors: {
		value: 0.05,
		unit: 'share',
		min: 0.001,
		source: 'assumed',
		section: 'canon 2.9',
		what: 'balancer errors at which every agent’s connection is at risk',
	},
	cutPerSecond: {
		value: 0.0001,
		unit: '1/s',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'share of agents who lose their connection a second, at those errors',
	},
	agentReturnSeconds: {
		value: 3600,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'time constant of agents signing in again (11:27 Lambda well, 13:20 Connect well)',
	},
	returnFunctionErrors: {
		value: 0.2,
		unit: 'share',
		min: 0.001,
		source: 'assumed',
		section: 'canon 2.12',
		what: 'Lambda errors at which no agent can sign in again; below, fewer can the more it fails',
	},
	agentWeight: {
		value: 0.5,
		unit: 'share',
		source: 'assumed',
		section: 'canon 2.12',
		what: 'share of calls lost when no agent is signed in: the rest is handled by flows alone',
	},
	impairedErrors: {
		value: 0.06,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'errors that count as impaired; half of it counts as recovered',
	},
} as const satisfies ParameterTable;

export type ConnectParameters = Values<typeof CONNECT_PARAMETERS>;

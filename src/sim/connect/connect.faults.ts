import {faultsFor, lastingFault, SHARE} from '../kernel/index.ts';
import type {ConnectParameters} from './connect.parameters.ts';
import type {Connect} from './connect.types.ts';

const fault = faultsFor<Connect, ConnectParameters>();

export const CONTACT_ERRORS = 'contact-errors';

export const FLOW_ERRORS = 'flow-function-errors';

export const CONNECT_FAULTS = {
	...lastingFault(FLOW_ERRORS, {
		what: 'that share of the Lambda functions that flows call fails, for Connect alone',
		ends: 'the functions that flows call answer as usual',
	}),
	...lastingFault(CONTACT_ERRORS, {
		what: 'that share of calls and chats fails, beside those that fail anyway',
		ends: 'calls and chats reach Connect as usual',
	}),
	'cut-agents': fault({
		kind: 'fault',
		what: 'that share of the agents is cut off; they sign in again one by one',
		blanks: {share: SHARE},
		apply: (connect, {share}) => {
			connect.agentsOutShare = Math.max(connect.agentsOutShare, share);
		},
	}),
	'return-agents': fault({
		kind: 'recovery',
		what: 'every agent is signed in',
		blanks: {},
		apply: connect => {
			connect.agentsOutShare = 0;
		},
	}),
};

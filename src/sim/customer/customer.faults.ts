import {faultsFor, lastingFault, SHARE} from '../kernel/index.ts';
import type {CustomerParameters} from './customer.parameters.ts';
import {HOME, type Customer} from './customer.types.ts';

const fault = faultsFor<Customer, CustomerParameters>();

export const CACHE_ERRORS = 'company-cache-errors';

export const CUSTOMER_FAULTS = {
	...lastingFault(CACHE_ERRORS, {
		what: 'that share of what the company’s cache has at home cannot be read, and goes to the database',
		ends: 'the company’s cache at home can be read',
	}),
	'lose-company-servers': fault({
		kind: 'fault',
		what: 'that share of the company’s servers at home is lost',
		blanks: {share: SHARE},
		apply: ({servers}, {share}) => {
			servers[HOME]! *= 1 - share;
		},
	}),
	'return-company-servers': fault({
		kind: 'recovery',
		what: 'the company has servers at home for so much of a busy day, at full use',
		blanks: {servers: {kind: 'decimal', min: 0, max: 2, unit: 'ratio'}},
		apply: ({servers}, {servers: most}) => {
			servers[HOME] = Math.max(servers[HOME]!, most);
		},
	}),
};

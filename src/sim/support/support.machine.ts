import {setup} from 'xstate';
import {DECLARED} from '../kernel/index.ts';

export type SupportEvent = {readonly type: 'STORE_LOST'} | {readonly type: 'STORE_FOUND'};

export const SUPPORT_EVENTS = [
	{type: 'STORE_LOST'},
	{type: 'STORE_FOUND'},
] as const satisfies readonly SupportEvent[];

/**
 * The designers knew two answers: valid (let in) and error (let in, the check is down). The failover
 * brought the third, well-formed and wrong (canon 2.16).
 */
export const accountsMachine = setup({
	types: {events: {} as SupportEvent},
	delays: {failoverEnds: DECLARED},
}).createMachine({
	id: 'accounts',
	initial: 'valid',
	states: {
		valid: {on: {STORE_LOST: 'error'}},
		error: {on: {STORE_FOUND: 'valid'}, after: {failoverEnds: 'invalid'}},
		invalid: {on: {STORE_FOUND: 'valid'}},
	},
});

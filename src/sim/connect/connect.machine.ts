import {setup} from 'xstate';

export type AgentsEvent = {readonly type: 'SIGN_IN_FAILED'} | {readonly type: 'SIGN_IN_WORKED'};

/** Whether agents who were cut off can sign in again, which takes Lambda. */
export const agentsMachine = setup({
	types: {events: {} as AgentsEvent},
}).createMachine({
	id: 'agents',
	initial: 'signing-in',
	states: {
		'signing-in': {on: {SIGN_IN_FAILED: 'locked-out'}},
		'locked-out': {on: {SIGN_IN_WORKED: 'signing-in'}},
	},
});

const AGENTS_EVENTS: readonly AgentsEvent[] = [{type: 'SIGN_IN_FAILED'}, {type: 'SIGN_IN_WORKED'}];

export const CONNECT_CHARTS = {agents: {machine: agentsMachine, events: AGENTS_EVENTS}};

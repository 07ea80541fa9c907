import {setup} from 'xstate';

export const STORE_EVENTS = [
	'CONNECTIONS_FADED',
	'CONNECTIONS_GONE',
	'CLIENTS_RETURNED',
	'LOAD_EXCEEDED',
	'LOAD_CARRIED',
	'CLIENTS_BACK',
] as const;
export type StoreEvent = {readonly type: (typeof STORE_EVENTS)[number]};

/** How clients find the front end; storage behind it is healthy throughout. */
export const storeMachine = setup({types: {events: {} as StoreEvent}}).createMachine({
	id: 'store',
	initial: 'serving',
	states: {
		serving: {on: {CONNECTIONS_FADED: 'fading', LOAD_EXCEEDED: 'overloaded'}},
		fading: {
			on: {
				CONNECTIONS_GONE: 'cutOff',
				CLIENTS_RETURNED: 'reconnecting',
				LOAD_EXCEEDED: 'overloaded',
				CLIENTS_BACK: 'serving',
			},
		},
		cutOff: {on: {CLIENTS_RETURNED: 'reconnecting', LOAD_EXCEEDED: 'overloaded'}},
		reconnecting: {
			on: {CONNECTIONS_FADED: 'fading', LOAD_EXCEEDED: 'overloaded', CLIENTS_BACK: 'serving'},
		},
		overloaded: {on: {LOAD_CARRIED: 'reconnecting'}},
	},
});

export const STORE_CHARTS = {
	store: {machine: storeMachine, events: STORE_EVENTS.map(type => ({type}))},
};

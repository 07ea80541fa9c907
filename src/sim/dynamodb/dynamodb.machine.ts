import {setup} from 'xstate';

export const DYNAMODB_EVENTS = [
	'CONNECTIONS_FADED',
	'CONNECTIONS_GONE',
	'CLIENTS_RETURNED',
	'LOAD_EXCEEDED',
	'LOAD_CARRIED',
	'CLIENTS_BACK',
] as const;
export type DynamoDbEvent = {readonly type: (typeof DYNAMODB_EVENTS)[number]};

/** How clients find the front end; storage behind it is healthy throughout. */
export const storeMachine = setup({types: {events: {} as DynamoDbEvent}}).createMachine({
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

export const DYNAMODB_CHARTS = {
	store: {machine: storeMachine, events: DYNAMODB_EVENTS.map(type => ({type}))},
};

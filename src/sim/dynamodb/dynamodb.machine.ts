import {setup} from 'xstate';

export type FrontEndEvent = {readonly type: 'LOAD_EXCEEDED'} | {readonly type: 'LOAD_CARRIED'};

/** The front end under what is asked of it; storage behind it is healthy throughout. */
export const frontEndMachine = setup({types: {events: {} as FrontEndEvent}}).createMachine({
	id: 'front-end',
	initial: 'serving',
	states: {
		serving: {on: {LOAD_EXCEEDED: 'overloaded'}},
		overloaded: {on: {LOAD_CARRIED: 'serving'}},
	},
});

const FRONT_END_EVENTS: readonly FrontEndEvent[] = [
	{type: 'LOAD_EXCEEDED'},
	{type: 'LOAD_CARRIED'},
];

export const DYNAMODB_CHARTS = {'front-end': {machine: frontEndMachine, events: FRONT_END_EVENTS}};

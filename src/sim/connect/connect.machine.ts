import {setup} from 'xstate';

export type ConnectEvent = {readonly type: 'CONTACTS_FAILED'} | {readonly type: 'CONTACTS_RESUMED'};

export const CONNECT_EVENTS = [
	{type: 'CONTACTS_FAILED'},
	{type: 'CONTACTS_RESUMED'},
] as const satisfies readonly ConnectEvent[];

export const contactMachine = setup({
	types: {events: {} as ConnectEvent},
}).createMachine({
	id: 'contact',
	initial: 'answering',
	states: {
		answering: {on: {CONTACTS_FAILED: 'impaired'}},
		impaired: {on: {CONTACTS_RESUMED: 'answering'}},
	},
});

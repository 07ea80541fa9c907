import {setup} from 'xstate';

export type ContactEvent = {readonly type: 'CONTACTS_FAILED'} | {readonly type: 'CONTACTS_RESUMED'};

export const CONTACT_EVENTS = [
	{type: 'CONTACTS_FAILED'},
	{type: 'CONTACTS_RESUMED'},
] as const satisfies readonly ContactEvent[];

export const contactMachine = setup({
	types: {events: {} as ContactEvent},
}).createMachine({
	id: 'contact',
	initial: 'answering',
	states: {
		answering: {on: {CONTACTS_FAILED: 'impaired'}},
		impaired: {on: {CONTACTS_RESUMED: 'answering'}},
	},
});

import {setup} from 'xstate';

export const SCOPE_EVENTS = [
	'NAMES_LOST',
	'NAMES_FOUND',
	'OVERRIDE_SET',
	'CACHES_CLEARED',
] as const;
export type ScopeEvent = {readonly type: (typeof SCOPE_EVENTS)[number]};

/** What the resolvers of one network give for the names of DynamoDB. */
export const scopeMachine = setup({types: {events: {} as ScopeEvent}}).createMachine({
	id: 'scope',
	initial: 'answering',
	states: {
		answering: {on: {NAMES_LOST: 'emptied', OVERRIDE_SET: 'overridden'}},
		emptied: {on: {NAMES_FOUND: 'expiring', OVERRIDE_SET: 'overridden'}},
		expiring: {
			on: {NAMES_LOST: 'emptied', CACHES_CLEARED: 'answering', OVERRIDE_SET: 'overridden'},
		},
		overridden: {on: {NAMES_LOST: 'emptied', NAMES_FOUND: 'expiring'}},
	},
});

export const RESOLVERS_CHARTS = {
	scope: {machine: scopeMachine, events: SCOPE_EVENTS.map(type => ({type}))},
};

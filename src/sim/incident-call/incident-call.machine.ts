import {setup} from 'xstate';

export type TeamEvent =
	{readonly type: 'PAGED'} | {readonly type: 'JOINED'} | {readonly type: 'RELEASED'};

/** One team: its people sleep until somebody pages them, and stay until they are let go. */
export const teamMachine = setup({types: {events: {} as TeamEvent}}).createMachine({
	id: 'team',
	initial: 'asleep',
	states: {
		asleep: {on: {PAGED: 'paged'}},
		paged: {on: {JOINED: 'present'}},
		present: {on: {RELEASED: 'asleep'}},
	},
});

export const INCIDENT_CALL_CHARTS = {
	team: {
		machine: teamMachine,
		events: [{type: 'PAGED'}, {type: 'JOINED'}, {type: 'RELEASED'}] satisfies TeamEvent[],
	},
};

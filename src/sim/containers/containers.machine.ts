import {setup} from 'xstate';

export type ContainersEvent =
	{readonly type: 'LAUNCHES_FAILED'} | {readonly type: 'LAUNCHES_RESUMED'};

export const CONTAINERS_EVENTS = [
	{type: 'LAUNCHES_FAILED'},
	{type: 'LAUNCHES_RESUMED'},
] as const satisfies readonly ContainersEvent[];

export const containersMachine = setup({
	types: {events: {} as ContainersEvent},
}).createMachine({
	id: 'containers',
	initial: 'launching',
	states: {
		launching: {on: {LAUNCHES_FAILED: 'blocked'}},
		blocked: {on: {LAUNCHES_RESUMED: 'launching'}},
	},
});

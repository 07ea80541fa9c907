import {setup} from 'xstate';

/** A throttle of the API, as operators left it. */
export const throttleMachine = setup({
	types: {events: {} as {type: 'THROTTLED'} | {type: 'OPENED'}},
}).createMachine({
	id: 'throttle',
	initial: 'open',
	states: {
		open: {on: {THROTTLED: 'throttled'}},
		throttled: {on: {OPENED: 'open'}},
	},
});

/** Whether placement finds leased droplets. */
export const placementMachine = setup({
	types: {
		events: {} as {type: 'DROPLETS_SHORT'} | {type: 'DROPLETS_LOST'} | {type: 'DROPLETS_FOUND'},
	},
}).createMachine({
	id: 'placement',
	initial: 'placing',
	states: {
		placing: {on: {DROPLETS_SHORT: 'straining', DROPLETS_LOST: 'starved'}},
		straining: {on: {DROPLETS_LOST: 'starved', DROPLETS_FOUND: 'placing'}},
		starved: {on: {DROPLETS_SHORT: 'straining', DROPLETS_FOUND: 'placing'}},
	},
});

export const LAUNCHES_CHARTS = {
	throttle: {machine: throttleMachine, events: [{type: 'THROTTLED'}, {type: 'OPENED'}]},
	placement: {
		machine: placementMachine,
		events: [{type: 'DROPLETS_SHORT'}, {type: 'DROPLETS_LOST'}, {type: 'DROPLETS_FOUND'}],
	},
} as const;

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

/** What a launch finds: a leased droplet with room for it, or every place taken. */
export const placementMachine = setup({
	types: {events: {} as {type: 'PLACES_GONE'} | {type: 'PLACES_FREE'}},
}).createMachine({
	id: 'placement',
	initial: 'placing',
	states: {
		placing: {on: {PLACES_GONE: 'full'}},
		full: {on: {PLACES_FREE: 'placing'}},
	},
});

export const LAUNCHES_CHARTS = {
	throttle: {machine: throttleMachine, events: [{type: 'THROTTLED'}, {type: 'OPENED'}]},
	placement: {
		machine: placementMachine,
		events: [{type: 'PLACES_GONE'}, {type: 'PLACES_FREE'}],
	},
} as const;

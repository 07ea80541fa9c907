import {setup} from 'xstate';

export type BorderEvent =
	| {readonly type: 'LOSS_BEGAN'}
	| {readonly type: 'LOSS_ENDED'}
	| {readonly type: 'TRAFFIC_REROUTED'};

/** Every event the chart can get, for walking it and for drawing it. */
export const BORDER_EVENTS = [
	{type: 'LOSS_BEGAN'},
	{type: 'LOSS_ENDED'},
	{type: 'TRAFFIC_REROUTED'},
] as const satisfies readonly BorderEvent[];

export const borderMachine = setup({
	types: {events: {} as BorderEvent},
}).createMachine({
	id: 'border',
	initial: 'clear',
	states: {
		clear: {on: {LOSS_BEGAN: 'lossy'}},
		lossy: {on: {LOSS_ENDED: 'clear', TRAFFIC_REROUTED: 'rerouted'}},
		rerouted: {on: {LOSS_ENDED: 'clear'}},
	},
});

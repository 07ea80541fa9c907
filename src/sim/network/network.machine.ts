import {setup} from 'xstate';

const PROPAGATION_EVENTS = [
	{type: 'LATENCY_RAISED'},
	{type: 'LATENCY_ELEVATED'},
	{type: 'LATENCY_LOWERED'},
	{type: 'LATENCY_NORMAL'},
] as const;

/** How late the network state of new instances is. */
export const propagationMachine = setup({
	types: {events: {} as (typeof PROPAGATION_EVENTS)[number]},
}).createMachine({
	id: 'propagation',
	initial: 'current',
	states: {
		current: {on: {LATENCY_RAISED: 'behind', LATENCY_ELEVATED: 'swamped'}},
		behind: {on: {LATENCY_ELEVATED: 'swamped', LATENCY_NORMAL: 'current'}},
		swamped: {on: {LATENCY_LOWERED: 'behind', LATENCY_NORMAL: 'current'}},
	},
});

/**
 * Extra propagation workers take a while to stand up; AWS does not say what it did (canon 2.8). States keep the name of
 * the wait, which is what it took in the first world; how long it is, is a parameter.
 */
export const accelerationMachine = setup({
	types: {events: {} as {type: 'BOOST_ORDERED'} | {type: 'BOOST_STOPPED'}},
}).createMachine({
	id: 'acceleration',
	initial: 'ordinary',
	states: {
		ordinary: {on: {BOOST_ORDERED: 'preparing'}},
		preparing: {after: {1800: 'accelerated'}, on: {BOOST_STOPPED: 'ordinary'}},
		accelerated: {on: {BOOST_STOPPED: 'ordinary'}},
	},
});

export const NETWORK_CHARTS = {
	propagation: {machine: propagationMachine, events: PROPAGATION_EVENTS},
	acceleration: {
		machine: accelerationMachine,
		events: [
			{type: 'BOOST_ORDERED'},
			{type: 'BOOST_STOPPED'},
			{type: 'xstate.after.1800.acceleration.preparing'},
		],
	},
} as const;

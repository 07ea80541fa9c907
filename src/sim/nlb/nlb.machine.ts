import {setup} from 'xstate';

const CHECKER_EVENTS = [
	{type: 'CHECKS_LATE'},
	{type: 'CHECKS_OVERWHELMED'},
	{type: 'CHECKS_RELIEVED'},
	{type: 'CHECKS_PROMPT'},
] as const;

/** Whether health checks are on time. */
export const checkerMachine = setup({
	types: {events: {} as (typeof CHECKER_EVENTS)[number]},
}).createMachine({
	id: 'checker',
	initial: 'prompt',
	states: {
		prompt: {on: {CHECKS_LATE: 'late', CHECKS_OVERWHELMED: 'overwhelmed'}},
		late: {on: {CHECKS_PROMPT: 'prompt', CHECKS_OVERWHELMED: 'overwhelmed'}},
		overwhelmed: {on: {CHECKS_RELIEVED: 'late', CHECKS_PROMPT: 'prompt'}},
	},
});

/** AZ DNS failover: takes zones that look bad out of a balancer's DNS name. */
export const failoverMachine = setup({
	types: {
		events: {} as
			{type: 'ZONES_REMOVED'} | {type: 'ZONES_RETURNED'} | {type: 'PAUSED'} | {type: 'RESUMED'},
	},
}).createMachine({
	id: 'failover',
	initial: 'watching',
	states: {
		watching: {on: {ZONES_REMOVED: 'removing', PAUSED: 'paused'}},
		removing: {on: {ZONES_RETURNED: 'watching', PAUSED: 'paused'}},
		paused: {on: {RESUMED: 'watching'}},
	},
});

/** One zone in every balancer's DNS: left to its checks, or held in or out by an operator. */
export const zoneMachine = setup({
	types: {events: {} as {type: 'PINNED'} | {type: 'DRAINED'} | {type: 'RELEASED'}},
}).createMachine({
	id: 'zone',
	initial: 'free',
	states: {
		free: {on: {PINNED: 'pinned', DRAINED: 'drained'}},
		pinned: {on: {RELEASED: 'free', DRAINED: 'drained'}},
		drained: {on: {RELEASED: 'free', PINNED: 'pinned'}},
	},
});

export const NLB_CHARTS = {
	checker: {machine: checkerMachine, events: CHECKER_EVENTS},
	failover: {
		machine: failoverMachine,
		events: [
			{type: 'ZONES_REMOVED'},
			{type: 'ZONES_RETURNED'},
			{type: 'PAUSED'},
			{type: 'RESUMED'},
		],
	},
	zone: {
		machine: zoneMachine,
		events: [{type: 'PINNED'}, {type: 'DRAINED'}, {type: 'RELEASED'}],
	},
} as const;

import {setup} from 'xstate';

/** Whether health checks are on time. */
export const checkerMachine = setup({
	types: {
		events: {} as {type: 'CHECKS_PROMPT'} | {type: 'CHECKS_LATE'} | {type: 'CHECKS_OVERWHELMED'},
	},
}).createMachine({
	id: 'checker',
	initial: 'prompt',
	states: {
		prompt: {on: {CHECKS_LATE: 'late', CHECKS_OVERWHELMED: 'overwhelmed'}},
		late: {on: {CHECKS_PROMPT: 'prompt', CHECKS_OVERWHELMED: 'overwhelmed'}},
		overwhelmed: {on: {CHECKS_LATE: 'late', CHECKS_PROMPT: 'prompt'}},
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

export const NLB_CHARTS = {
	checker: {
		machine: checkerMachine,
		events: [{type: 'CHECKS_PROMPT'}, {type: 'CHECKS_LATE'}, {type: 'CHECKS_OVERWHELMED'}],
	},
	failover: {
		machine: failoverMachine,
		events: [
			{type: 'ZONES_REMOVED'},
			{type: 'ZONES_RETURNED'},
			{type: 'PAUSED'},
			{type: 'RESUMED'},
		],
	},
} as const;

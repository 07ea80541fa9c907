import {setup} from 'xstate';

export type DeploymentsEvent = {readonly type: 'PAUSED'} | {readonly type: 'RESUMED'};

/** Deployments and scale-in of customers: they stop tasks that run, in order to start others. */
export const deploymentsMachine = setup({
	types: {events: {} as DeploymentsEvent},
}).createMachine({
	id: 'deployments',
	initial: 'rolling',
	states: {
		rolling: {on: {PAUSED: 'paused'}},
		paused: {on: {RESUMED: 'rolling'}},
	},
});

const DEPLOYMENTS_EVENTS: readonly DeploymentsEvent[] = [{type: 'PAUSED'}, {type: 'RESUMED'}];

export const CONTAINERS_CHARTS = {
	deployments: {machine: deploymentsMachine, events: DEPLOYMENTS_EVENTS},
};

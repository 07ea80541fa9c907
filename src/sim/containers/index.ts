import {CONTAINERS_CHARTS} from './containers.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {CONTAINERS_FAULTS} from './containers.faults.ts';
import {CONTAINERS_PARAMETERS} from './containers.parameters.ts';
import {CONTAINERS_ORDERS} from './containers.orders.ts';
import {createContainers, stepContainers} from './containers.step.ts';

export type {ContainersParameters} from './containers.parameters.ts';
export type {Containers, ContainersInputs, ContainersOutputs} from './containers.types.ts';

export * from './containers.levers.ts';

/** ECS, EKS and Fargate. */
export const containers = subsystem({
	parameters: CONTAINERS_PARAMETERS,
	charts: CONTAINERS_CHARTS,
	orders: CONTAINERS_ORDERS,
	faults: CONTAINERS_FAULTS,
	inputs: () => ({storeErrors: 0, launchSuccess: 0, networkLatencySeconds: 0}),
	create: createContainers,
	step: stepContainers,
});

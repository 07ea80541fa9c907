import {CONTAINERS_EVENTS, containersMachine} from './containers.machine.ts';

export {applyContainers, CONTAINERS_ORDERS, validateContainers} from './containers.orders.ts';
export {CONTAINERS_PARAMETERS, type ContainersParameters} from './containers.parameters.ts';
export {createContainers, deliverContainers, stepContainers} from './containers.step.ts';
export type {Containers, ContainersInputs, ContainersOutputs} from './containers.types.ts';

export const CONTAINERS_CHARTS = {
	containers: {machine: containersMachine, events: CONTAINERS_EVENTS},
};

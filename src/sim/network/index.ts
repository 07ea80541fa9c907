export {NETWORK_CHARTS} from './network.machine.ts';
export {applyNetwork, NETWORK_ORDERS, validateNetwork} from './network.orders.ts';
export {NETWORK_PARAMETERS, type NetworkParameters} from './network.parameters.ts';
export {createNetwork, deliverNetwork, stepNetwork} from './network.step.ts';
export type {Network, NetworkInputs, NetworkOutput, Priority} from './network.types.ts';

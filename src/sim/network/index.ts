import {subsystem} from '../kernel/index.ts';
import {NETWORK_FAULTS} from './network.faults.ts';
import {NETWORK_PARAMETERS} from './network.parameters.ts';
import {NETWORK_ORDERS} from './network.orders.ts';
import {createNetwork, stepNetwork, deliverNetwork} from './network.step.ts';
import {NETWORK_CHARTS} from './network.machine.ts';

export {NETWORK_ORDERS} from './network.orders.ts';
export {NETWORK_PARAMETERS, type NetworkParameters} from './network.parameters.ts';
export {createNetwork, deliverNetwork, stepNetwork} from './network.step.ts';
export type {Network, NetworkInputs, NetworkOutput, Priority} from './network.types.ts';

/** Network Manager. */
export const network = subsystem({
	parameters: NETWORK_PARAMETERS,
	charts: NETWORK_CHARTS,
	orders: NETWORK_ORDERS,
	faults: NETWORK_FAULTS,
	inputs: () => ({usualPerSecond: 0, launchedPerSecond: 0, terminatedPerSecond: 0}),
	create: createNetwork,
	step: stepNetwork,
	deliver: deliverNetwork,
});

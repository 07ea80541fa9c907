import {CONNECT_CHARTS} from './connect.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {CONNECT_FAULTS} from './connect.faults.ts';
import {CONNECT_ORDERS} from './connect.orders.ts';
import {CONNECT_PARAMETERS} from './connect.parameters.ts';
import {createConnect, stepConnect} from './connect.step.ts';

export type {ConnectParameters} from './connect.parameters.ts';
export type {Connect, ConnectInputs, ConnectOutputs} from './connect.types.ts';

export * from './connect.levers.ts';

/** Connect. */
export const connect = subsystem({
	parameters: CONNECT_PARAMETERS,
	charts: CONNECT_CHARTS,
	orders: CONNECT_ORDERS,
	faults: CONNECT_FAULTS,
	inputs: () => ({storeErrors: 0, balancerErrors: 0, functionErrors: 0}),
	create: createConnect,
	step: stepConnect,
});

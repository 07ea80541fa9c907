import {CONNECT_EVENTS, contactMachine} from './connect.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {CONNECT_FAULTS} from './connect.faults.ts';
import {CONNECT_PARAMETERS} from './connect.parameters.ts';
import {createConnect, stepConnect, deliverConnect} from './connect.step.ts';

export type {ConnectParameters} from './connect.parameters.ts';
export type {Connect, ConnectInputs, ConnectOutputs} from './connect.types.ts';

/** Connect. */
export const connect = subsystem({
	parameters: CONNECT_PARAMETERS,
	charts: {contact: {machine: contactMachine, events: CONNECT_EVENTS}},
	orders: {},
	faults: CONNECT_FAULTS,
	inputs: () => ({storeErrors: 0, balancerErrors: 0, functionErrors: 0}),
	create: createConnect,
	step: stepConnect,
	deliver: deliverConnect,
});

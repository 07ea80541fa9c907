import {accountsMachine, SUPPORT_EVENTS} from './support.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {SUPPORT_FAULTS} from './support.faults.ts';
import {SUPPORT_PARAMETERS} from './support.parameters.ts';
import {SUPPORT_ORDERS} from './support.orders.ts';
import {createSupport, stepSupport, deliverSupport} from './support.step.ts';

export type {SupportParameters} from './support.parameters.ts';
export type {Support, SupportAnswer, SupportInputs, SupportOutputs} from './support.types.ts';

/** Support Center. */
export const support = subsystem({
	parameters: SUPPORT_PARAMETERS,
	charts: {accounts: {machine: accountsMachine, events: SUPPORT_EVENTS}},
	orders: SUPPORT_ORDERS,
	faults: SUPPORT_FAULTS,
	inputs: () => ({storeErrors: 0}),
	create: createSupport,
	step: stepSupport,
	deliver: deliverSupport,
});

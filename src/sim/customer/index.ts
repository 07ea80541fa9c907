import {subsystem} from '../kernel/index.ts';
import {CUSTOMER_FAULTS} from './customer.faults.ts';
import {CUSTOMER_CHARTS} from './customer.machine.ts';
import {CUSTOMER_ORDERS} from './customer.orders.ts';
import {CUSTOMER_PARAMETERS} from './customer.parameters.ts';
import {createCustomer, stepCustomer} from './customer.step.ts';

export type {CustomerParameters} from './customer.parameters.ts';
export type {Customer, CustomerInputs, CustomerOutputs} from './customer.types.ts';

/** A company in the Region, whose night is played from its own chair. */
export const customer = subsystem({
	parameters: CUSTOMER_PARAMETERS,
	charts: CUSTOMER_CHARTS,
	orders: CUSTOMER_ORDERS,
	faults: CUSTOMER_FAULTS,
	inputs: () => ({secondsOfDay: 0, storeErrors: 0, launchSuccess: 1, lagSeconds: 0}),
	create: createCustomer,
	step: stepCustomer,
});

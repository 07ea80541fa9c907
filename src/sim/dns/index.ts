import {subsystem} from '../kernel/index.ts';
import {DNS_FAULTS} from './dns.faults.ts';
import {DNS_PARAMETERS} from './dns.parameters.ts';
import {DNS_ORDERS} from './dns.orders.ts';
import {createDns} from './dns.create.ts';
import {stepDns, deliverDns} from './dns.step.ts';
import {DNS_CHARTS} from './dns.machine.ts';

export {automationsNamed} from './automations.ts';
export {createDns} from './dns.create.ts';
export {DNS_FAULTS} from './dns.faults.ts';
export {stepDns} from './dns.step.ts';
export {DNS_ORDERS, EDIT_IDS} from './dns.orders.ts';
export * from './dns.types.ts';
export * from './dns.parameters.ts';
export * from './endpoints.ts';
export {treeName} from './tree-names.ts';
export * from './zones.ts';

/** DynamoDB's DNS automation, and the zones it writes. */
export const dns = subsystem({
	parameters: DNS_PARAMETERS,
	charts: DNS_CHARTS,
	orders: DNS_ORDERS,
	faults: DNS_FAULTS,
	inputs: () => ({internalErrors: 0}),
	create: createDns,
	step: stepDns,
	deliver: deliverDns,
});

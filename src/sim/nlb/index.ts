import {subsystem} from '../kernel/index.ts';
import {NLB_FAULTS} from './nlb.faults.ts';
import {NLB_PARAMETERS} from './nlb.parameters.ts';
import {NLB_ORDERS} from './nlb.orders.ts';
import {createNlb, stepNlb} from './nlb.step.ts';
import {NLB_CHARTS} from './nlb.machine.ts';

export {NLB_ORDERS} from './nlb.orders.ts';
export {NLB_PARAMETERS, type NlbParameters} from './nlb.parameters.ts';
export {createNlb, stepNlb} from './nlb.step.ts';
export {zonePlaces} from './zone-failover.ts';
export type {Nlb, NlbInputs, NlbOutput, Class, ZoneHold} from './nlb.types.ts';

/** Network load balancers, their health checker and failover. */
export const nlb = subsystem({
	parameters: NLB_PARAMETERS,
	charts: NLB_CHARTS,
	orders: NLB_ORDERS,
	faults: NLB_FAULTS,
	inputs: () => ({usualPerSecond: 0, launchedPerSecond: 0, latencySeconds: 0}),
	create: createNlb,
	step: stepNlb,
});

export {NLB_CHARTS} from './nlb.machine.ts';
export {NLB_ORDERS, applyNlb, validateNlb} from './nlb.orders.ts';
export {NLB_PARAMETERS, type NlbParameters} from './nlb.parameters.ts';
export {createNlb, deliverNlb, stepNlb} from './nlb.step.ts';
export {zonePlaces} from './zone-failover.ts';
export type {Nlb, NlbInputs, NlbOutput, Class, ZoneHold} from './nlb.types.ts';

export * from './call.types.ts';
export type {StatusUpdate} from './status-update.ts';
export {CALL_PARAMETERS, type CallParameters} from './call.parameters.ts';
export {CALL_CHARTS} from './call.machine.ts';
export {createCall, deliverCall, isPresent, stepCall} from './call.step.ts';
export {CALL_ORDERS, carryOutCall, weighCall} from './call.orders.ts';

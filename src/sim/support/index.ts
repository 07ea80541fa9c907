import {accountsMachine, SUPPORT_EVENTS} from './support.machine.ts';

export {applySupport, SUPPORT_ORDERS, validateSupport} from './support.orders.ts';
export {SUPPORT_PARAMETERS, type SupportParameters} from './support.parameters.ts';
export {createSupport, deliverSupport, stepSupport} from './support.step.ts';
export type {Support, SupportAnswer, SupportInputs, SupportOutputs} from './support.types.ts';

export const SUPPORT_CHARTS = {accounts: {machine: accountsMachine, events: SUPPORT_EVENTS}};

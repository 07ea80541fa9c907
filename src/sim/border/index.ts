import {BORDER_EVENTS, borderMachine} from './border.machine.ts';

export {BORDER_ORDERS, applyBorder, validateBorder} from './border.orders.ts';
export {BORDER_PARAMETERS, type BorderParameters} from './border.parameters.ts';
export {createBorder, deliverBorder, stepBorder, injectBorderFault} from './border.step.ts';
export type {Border, BorderFault, BorderOutputs} from './border.types.ts';

export const BORDER_CHARTS = {border: {machine: borderMachine, events: BORDER_EVENTS}};

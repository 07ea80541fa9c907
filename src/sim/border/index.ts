import {BORDER_EVENTS, borderMachine} from './border.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {BORDER_PARAMETERS} from './border.parameters.ts';
import {BORDER_ORDERS} from './border.orders.ts';
import {BORDER_FAULTS} from './border.faults.ts';
import {createBorder, stepBorder, deliverBorder} from './border.step.ts';

export type {BorderParameters} from './border.parameters.ts';
export type {Border, BorderOutputs} from './border.types.ts';

/** The border network of one availability zone. */
export const border = subsystem({
	parameters: BORDER_PARAMETERS,
	charts: {border: {machine: borderMachine, events: BORDER_EVENTS}},
	orders: BORDER_ORDERS,
	faults: BORDER_FAULTS,
	inputs: () => ({}),
	create: createBorder,
	step: (state, _inputs, setup, ctx) => stepBorder(state, setup, ctx),
	deliver: deliverBorder,
});

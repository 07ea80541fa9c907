import {
	consoleMachine,
	OPERATOR_EVENTS,
	operatorMachine,
	SERVICE_EVENTS,
	tokensMachine,
} from './access.machine.ts';

export {ACCESS_ORDERS, carryOutAccess, weighAccess} from './access.orders.ts';
export {ACCESS_PARAMETERS, type AccessParameters} from './access.parameters.ts';
export {createAccess, deliverAccess, stepAccess} from './access.step.ts';
export type {Access, AccessInputs, AccessOutputs, OperatorAccess} from './access.types.ts';

export const ACCESS_CHARTS = {
	operator: {machine: operatorMachine, events: OPERATOR_EVENTS},
	tokens: {machine: tokensMachine, events: SERVICE_EVENTS},
	console: {machine: consoleMachine, events: SERVICE_EVENTS},
};

import {
	consoleMachine,
	OPERATOR_EVENTS,
	operatorMachine,
	SERVICE_EVENTS,
	tokensMachine,
} from './identity.machine.ts';

export {IDENTITY_ORDERS, applyIdentity, validateIdentity} from './identity.orders.ts';
export {IDENTITY_PARAMETERS, type IdentityParameters} from './identity.parameters.ts';
export {createIdentity, deliverIdentity, stepIdentity} from './identity.step.ts';
export type {Identity, IdentityInputs, IdentityOutputs, OperatorAccess} from './identity.types.ts';

export const IDENTITY_CHARTS = {
	operator: {machine: operatorMachine, events: OPERATOR_EVENTS},
	tokens: {machine: tokensMachine, events: SERVICE_EVENTS},
	console: {machine: consoleMachine, events: SERVICE_EVENTS},
};

import {
	consoleMachine,
	OPERATOR_EVENTS,
	operatorMachine,
	SERVICE_EVENTS,
	tokensMachine,
} from './identity.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {IDENTITY_FAULTS} from './identity.faults.ts';
import {IDENTITY_PARAMETERS} from './identity.parameters.ts';
import {IDENTITY_ORDERS} from './identity.orders.ts';
import {createIdentity, stepIdentity, deliverIdentity} from './identity.step.ts';

export type {IdentityParameters} from './identity.parameters.ts';
export type {Identity, IdentityInputs, IdentityOutputs, OperatorAccess} from './identity.types.ts';

export {CALLER_NAMES, callerErrorsOf, callerShares, iamStoreErrorsOf, SHED} from './callers.ts';
export * from './identity.levers.ts';

/** STS, IAM and signing in. */
export const identity = subsystem({
	parameters: IDENTITY_PARAMETERS,
	charts: {
		operator: {machine: operatorMachine, events: OPERATOR_EVENTS},
		tokens: {machine: tokensMachine, events: SERVICE_EVENTS},
		console: {machine: consoleMachine, events: SERVICE_EVENTS},
	},
	orders: IDENTITY_ORDERS,
	faults: IDENTITY_FAULTS,
	inputs: () => ({storeErrors: 0, balancerErrors: 0}),
	create: createIdentity,
	step: stepIdentity,
	deliver: deliverIdentity,
});

import {
	INVOCATIONS_EVENTS,
	invocationsMachine,
	kinesisPollersMachine,
	KINESIS_POLLERS_EVENTS,
	SQS_POLLERS_EVENTS,
	sqsPollersMachine,
} from './functions.machine.ts';

export {carryOutFunctions, FUNCTIONS_ORDERS, weighFunctions} from './functions.orders.ts';
export {FUNCTIONS_PARAMETERS, type FunctionsParameters} from './functions.parameters.ts';
export {createFunctions, deliverFunctions, stepFunctions} from './functions.step.ts';
export type {Functions, FunctionsInputs, FunctionsOutputs} from './functions.types.ts';

export const FUNCTIONS_CHARTS = {
	'sqs-pollers': {machine: sqsPollersMachine, events: SQS_POLLERS_EVENTS},
	'kinesis-pollers': {machine: kinesisPollersMachine, events: KINESIS_POLLERS_EVENTS},
	invocations: {machine: invocationsMachine, events: INVOCATIONS_EVENTS},
};

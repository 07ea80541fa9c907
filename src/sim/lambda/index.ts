import {
	INVOCATIONS_EVENTS,
	invocationsMachine,
	kinesisPollersMachine,
	KINESIS_POLLERS_EVENTS,
	SQS_POLLERS_EVENTS,
	sqsPollersMachine,
} from './lambda.machine.ts';

export {applyLambda, LAMBDA_ORDERS, validateLambda} from './lambda.orders.ts';
export {LAMBDA_PARAMETERS, type LambdaParameters} from './lambda.parameters.ts';
export {createLambda, deliverLambda, stepLambda} from './lambda.step.ts';
export type {Lambda, LambdaInputs, LambdaOutputs} from './lambda.types.ts';

export const LAMBDA_CHARTS = {
	'sqs-pollers': {machine: sqsPollersMachine, events: SQS_POLLERS_EVENTS},
	'kinesis-pollers': {machine: kinesisPollersMachine, events: KINESIS_POLLERS_EVENTS},
	invocations: {machine: invocationsMachine, events: INVOCATIONS_EVENTS},
};

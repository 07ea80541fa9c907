import {LAMBDA_CHARTS} from './lambda.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {LAMBDA_FAULTS} from './lambda.faults.ts';
import {LAMBDA_PARAMETERS} from './lambda.parameters.ts';
import {LAMBDA_ORDERS} from './lambda.orders.ts';
import {createLambda, stepLambda} from './lambda.step.ts';

export type {LambdaParameters} from './lambda.parameters.ts';
export type {Lambda, LambdaInputs, LambdaOutputs} from './lambda.types.ts';

/** Lambda. */
export const lambda = subsystem({
	parameters: LAMBDA_PARAMETERS,
	charts: LAMBDA_CHARTS,
	orders: LAMBDA_ORDERS,
	faults: LAMBDA_FAULTS,
	inputs: () => ({storeErrors: 0, balancerErrors: 0, launchSuccess: 0}),
	create: createLambda,
	step: stepLambda,
});

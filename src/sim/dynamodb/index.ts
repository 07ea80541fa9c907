import {subsystem} from '../kernel/index.ts';
import {DYNAMODB_FAULTS} from './dynamodb.faults.ts';
import {DYNAMODB_ORDERS} from './dynamodb.orders.ts';
import {DYNAMODB_PARAMETERS} from './dynamodb.parameters.ts';
import {createDynamoDb, stepDynamoDb} from './dynamodb.step.ts';
import {DYNAMODB_CHARTS} from './dynamodb.machine.ts';

export * from './dynamodb.parameters.ts';
export * from './dynamodb.types.ts';

/** DynamoDB's front end as its clients find it. */
export const dynamodb = subsystem({
	parameters: DYNAMODB_PARAMETERS,
	charts: DYNAMODB_CHARTS,
	orders: DYNAMODB_ORDERS,
	faults: DYNAMODB_FAULTS,
	inputs: () => ({
		customersEmpty: 0,
		prodEmpty: 0,
		dwfmEmpty: 0,
		capacityShare: 0,
		balancerErrors: 0,
		retryAdvised: false,
	}),
	create: createDynamoDb,
	step: stepDynamoDb,
});

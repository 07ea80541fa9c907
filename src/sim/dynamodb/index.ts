export {createDynamoDb, deliverDynamoDb, stepDynamoDb} from './dynamodb.step.ts';
export {DYNAMODB_CHARTS} from './dynamodb.machine.ts';
export * from './dynamodb.parameters.ts';
export * from './dynamodb.types.ts';

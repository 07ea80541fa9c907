import {DEPENDENT_TABLE, type Dependency} from './subsystems.ts';

/** Names of the services on the Health Dashboard, in the order of the dependents' errors. */
export const SERVICE_NAMES: readonly string[] = DEPENDENT_TABLE.map(([name]) => name);
export const SERVICE_COUNT = SERVICE_NAMES.length;

/** A system that a service is built on, and the share of its requests that are lost when that is gone. */
export type ServiceNeed = {readonly need: Dependency; readonly weight: number};

/** What each service is built on, as its owners declared it; heaviest first. */
export const SERVICE_NEEDS: ReadonlyMap<string, readonly ServiceNeed[]> = new Map(
	DEPENDENT_TABLE.map(([name, , , needs]) => [
		name,
		Object.entries(needs)
			.map(([need, weight]) => ({need: need as Dependency, weight}))
			.sort((a, b) => b.weight - a.weight),
	]),
);

/** The metric that tells how each such system fares, and its name on a panel. */
export const NEED_METRICS: Readonly<
	Record<Dependency, {readonly metric: string; readonly name: string}>
> = {
	dynamodb: {metric: 'dynamodb.customerErrors', name: 'DynamoDB'},
	ec2: {metric: 'ec2.launchErrors', name: 'EC2 launches'},
	network: {metric: 'network.latency', name: 'network of new instances'},
	nlb: {metric: 'nlb.internalErrors', name: 'NLB'},
	lambda: {metric: 'lambda.errors', name: 'Lambda'},
	sts: {metric: 'sts.errors', name: 'STS'},
	iam: {metric: 'iam.errors', name: 'IAM'},
	sqs: {metric: 'sqs.errors', name: 'SQS'},
	cloudwatch: {metric: 'cloudwatch.loss', name: 'CloudWatch'},
	containers: {metric: 'containers.errors', name: 'ECS, EKS, Fargate'},
	connect: {metric: 'connect.callErrors', name: 'Connect'},
	redshift: {metric: 'redshift.queryErrors', name: 'Redshift'},
	support: {metric: 'support.lockedOut', name: 'Support'},
};

/** The metric of each service that leans on a single system whole: it is that system. */
export const SYSTEM_METRICS: ReadonlyMap<string, string> = new Map(
	[...SERVICE_NEEDS].flatMap(([name, needs]) =>
		needs.flatMap(({need, weight}) =>
			needs.length === 1 && weight === 1 ? [[name, NEED_METRICS[need].metric] as const] : [],
		),
	),
);

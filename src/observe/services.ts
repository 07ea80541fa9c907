import {DEPENDENT_TABLE, type Dependency} from './subsystems.ts';
import {systemCalled, systemOf} from './systems.ts';

/** Names of the services on the Health Dashboard, in the order of the dependents' errors. */
export const SERVICE_NAMES: readonly string[] = DEPENDENT_TABLE.map(([name]) => name);
export const SERVICE_COUNT = SERVICE_NAMES.length;

/** What a service is built on: the metric that tells how that fares, and the share of its requests lost when it is gone. */
export type ServiceNeed = {
	readonly name: string;
	readonly metric: string;
	readonly weight: number;
};

type Needed = Pick<ServiceNeed, 'metric' | 'name'>;

/** The metric that tells how each part fares that services are built on, and its name on a panel. */
const PARTS: Readonly<Record<Dependency, Needed>> = {
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

/** The metric of each service that is a single system whole. */
export const SYSTEM_METRICS: ReadonlyMap<string, string> = new Map(
	DEPENDENT_TABLE.flatMap(([name, , , needs]) => {
		const [[need, weight] = [], ...others] = Object.entries(needs);
		const isWhole = need !== undefined && weight === 1 && others.length === 0;
		return isWhole ? [[name, PARTS[need as Dependency].metric] as const] : [];
	}),
);

/** What each service is built on, heaviest first; one that is a system needs what that system needs. */
export const SERVICE_NEEDS: ReadonlyMap<string, readonly ServiceNeed[]> = new Map(
	DEPENDENT_TABLE.map(([name, , , needs]) => {
		const metric = SYSTEM_METRICS.get(name);
		if (metric !== undefined) return [name, needsOfSystem(metric)];
		const parts = Object.entries(needs)
			.map(([need, weight]) => ({...PARTS[need as Dependency], weight}))
			.filter(part => !part.name.split(', ').includes(name))
			.sort((a, b) => b.weight - a.weight);
		return [name, parts];
	}),
);

function needsOfSystem(metric: string): readonly ServiceNeed[] {
	return (systemOf(metric)?.needs ?? []).flatMap(id => {
		const system = systemCalled(id);
		const [sign] = system?.signs ?? [];
		if (system === undefined || sign === undefined) return [];
		return [{name: system.name, metric: sign.metric, weight: 1}];
	});
}

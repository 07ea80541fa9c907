/** A system on the map, and the metrics that speak for it; the first by its value. */
export type System = {readonly name: string; readonly metrics: readonly string[]};

const system = (name: string, ...metrics: readonly string[]): System => ({name, metrics});

/** The way trouble travels, from the top down. */
export const SPINE: readonly System[] = [
	system(
		'DNS automation',
		'dns.planAge.enactor-1',
		'dns.planAge.enactor-2',
		'dns.planAge.enactor-3',
	),
	system('DynamoDB name', 'resolvers.customersEmpty', 'resolvers.dwfmEmpty'),
	system('DynamoDB', 'dynamodb.customerErrors', 'dynamodb.prodErrors'),
	system('Droplet leases', 'dwfm.leasedShare', 'dwfm.goodputShare'),
	system('EC2 launches', 'ec2.successShare'),
	system('Network Manager', 'network.latency', 'network.inflowShare'),
	system('Load balancers', 'nlb.errors', 'nlb.checkLoad'),
];

/** Those that suffer and pass nothing on. */
export const SUFFERERS: readonly System[] = [
	system('Sign-in, STS, IAM', 'signIn.errors', 'sts.errors', 'iam.errors'),
	system('Support Center', 'support.lockedOut'),
	system('Lambda, SQS sources', 'lambda.errors', 'lambda.sqsPollersDown'),
	system('Redshift', 'redshift.queryErrors'),
	system('CloudWatch', 'cloudwatch.delay', 'cloudwatch.loss'),
	system('ECS, EKS, Fargate', 'containers.errors'),
	system('Lambda, STS', 'nlb.internalErrors'),
	system('Connect', 'connect.callErrors', 'connect.chatErrors'),
	system('Border, use1-az1', 'border.loss'),
];

export const SYSTEMS: readonly System[] = [...SPINE, ...SUFFERERS];

/** How the metrics of a system begin that does not name them one by one. */
const BEGINNINGS: readonly (readonly [beginning: string, name: string])[] = [
	['dns.', 'DNS automation'],
	['resolvers.', 'DynamoDB name'],
	['dynamodb.', 'DynamoDB'],
	['dwfm.', 'Droplet leases'],
	['ec2.', 'EC2 launches'],
	['network.', 'Network Manager'],
	['nlb.', 'Load balancers'],
	['lambda.', 'Lambda, SQS sources'],
	['sqs.', 'Lambda, SQS sources'],
	['redshift.', 'Redshift'],
	['cloudwatch.', 'CloudWatch'],
	['containers.', 'ECS, EKS, Fargate'],
	['connect.', 'Connect'],
	['support.', 'Support Center'],
	['border.', 'Border, use1-az1'],
];

/** The system on the map that a metric tells of; undefined where it is of none. */
export function systemOf(metric: string): System | undefined {
	const named = SYSTEMS.find(({metrics}) => metrics.includes(metric));
	if (named !== undefined) return named;
	const name = BEGINNINGS.find(([beginning]) => metric.startsWith(beginning))?.[1];
	return SYSTEMS.find(each => each.name === name);
}

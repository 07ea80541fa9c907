import {rules, type AlertRule} from './alert-rule.ts';

/** Alarms of the services that suffer and feed nothing back: levels, so they are late. */
export const SYMPTOM_RULES: readonly AlertRule[] = [
	...rules('lambda', 'page', [
		['lambda-errors', 'lambda.errors', 0.05, 0.01, 60, 'Lambda: {} of invocations fail'],
	]),
	...rules('lambda', 'ticket', [
		['lambda-create', 'lambda.createErrors', 0.05, 0.01, 60, 'Lambda: {} of updates fail'],
		['lambda-pollers', 'lambda.sqsPollersDown', 0.5, 0.4, 120, 'Lambda: the SQS pollers are down'],
		['lambda-sqs', 'lambda.sqsBacklog', 300, 60, 60, 'Lambda: SQS sources are {} behind'],
		['lambda-async', 'lambda.asyncBacklog', 300, 60, 60, 'Lambda: async calls are {} behind'],
		['lambda-kinesis', 'lambda.kinesisAge', 300, 60, 60, 'Lambda: Kinesis iterators are {} old'],
	]),
	...rules('identity', 'page', [
		['sts-errors', 'sts.errors', 0.05, 0.01, 60, 'STS: {} of calls fail'],
		['iam-errors', 'iam.errors', 0.05, 0.01, 60, 'IAM: {} of calls fail'],
		['sign-in', 'signIn.errors', 0.05, 0.01, 60, 'console sign-in: {} fail'],
	]),
	...rules('redshift', 'ticket', [
		['redshift-queries', 'redshift.queryErrors', 0.05, 0.01, 60, 'Redshift: {} of queries fail'],
		[
			'redshift-iam',
			'redshift.iamElsewhere',
			0.05,
			0.01,
			60,
			'Redshift, other Regions: {} fail for IAM users',
		],
		['redshift-stuck', 'redshift.stuck', 50, 10, 120, 'Redshift: {} clusters stuck in modifying'],
		['redshift-queue', 'redshift.queued', 50, 10, 120, 'Redshift: {} replacements wait for EC2'],
	]),
	...rules('support', 'page', [
		[
			'support-shut',
			'support.lockedOut',
			0.05,
			0.01,
			120,
			'Support Center turns away {} of customers',
		],
	]),
	...rules('connect', 'page', [
		['connect-calls', 'connect.callErrors', 0.05, 0.01, 60, 'Connect: {} of calls fail'],
	]),
	...rules('connect', 'ticket', [
		['connect-chats', 'connect.chatErrors', 0.05, 0.01, 60, 'Connect: {} of chats fail'],
	]),
	...rules('containers', 'page', [
		['containers', 'containers.errors', 0.05, 0.01, 60, 'ECS, EKS, Fargate: {} of launches fail'],
	]),
	...rules('monitoring', 'page', [
		['sqs-errors', 'sqs.errors', 0.05, 0.01, 60, 'SQS: {} of requests fail'],
	]),
	...rules('monitoring', 'ticket', [
		['metrics-late', 'cloudwatch.delay', 180, 120, 30, 'CloudWatch: metrics arrive {} late'],
		['metrics-lost', 'cloudwatch.loss', 0.05, 0.02, 60, 'CloudWatch: {} of metrics are lost'],
	]),
	...rules('monitoring', 'info', [
		['cloudtrail', 'cloudtrail.backlog', 600, 300, 60, 'CloudTrail is {} behind'],
		['eventbridge', 'eventbridge.backlog', 600, 300, 60, 'EventBridge is {} behind'],
	]),
	...rules('ours', 'page', [
		['our-errors', 'ours.pagedErrors', 0.05, 0.01, 60, '{} of our requests are not done'],
	]),
	...rules('ours', 'ticket', [
		['our-load', 'ours.load', 1, 0.85, 60, 'our servers have {} of the load that they can take'],
		['our-fleet', 'fleet.serversMissing', 0.2, 0.05, 120, '{} of the servers we want are missing'],
		['our-launches', 'fleet.launchErrors', 0.5, 0.1, 120, '{} of our launches fail'],
		['our-cache', 'fleet.cacheMisses', 0.6, 0.3, 60, '{} of our reads miss the cache'],
		['our-jobs', 'jobs.waiting', 600, 60, 60, 'our jobs wait {}'],
		['our-flags', 'vendors.flagsDown', 0.5, 0.4, 60, 'our flag vendor does not answer'],
	]),
];

import {rules, type AlertRule, type Line} from './alert-rule.ts';

/** The alarm that names the cause. On the day it was a ticket among hundreds (canon 2.1). */
export const TELLING_ALERT = 'dns-no-answers';

const PASSES_OLD = ['enactor-1', 'enactor-2', 'enactor-3'].map((name): Line => [
	`dns-pass-old-${name}`,
	`dns.planAge.${name}`,
	300,
	120,
	30,
	`${name} stuck on one plan for {}`,
]);

const NO_ANSWERS = 'dynamodb.us-east-1.amazonaws.com answers 0 addresses (A, AAAA)';

/**
 * Alarms along the causal line. Rates and ages are early, levels are late (model 10): a pass that grows
 * old, an inflow above capacity and goodput below throughput speak long before errors and latency do.
 */
export const CAUSE_RULES: readonly AlertRule[] = [
	...rules('dns-automation', 'ticket', [
		...PASSES_OLD,
		[TELLING_ALERT, 'dns.answers.regional', 1, 2, 30, NO_ANSWERS],
	]),
	...rules('dynamodb', 'page', [
		['dynamodb-errors', 'dynamodb.customerErrors', 0.05, 0.01, 60, 'DynamoDB: {} of requests fail'],
		['dynamodb-down', 'dynamodb.customerErrors', 0.5, 0.1, 60, 'DynamoDB: {} of requests fail'],
		[
			'dynamodb-internal',
			'dynamodb.prodErrors',
			0.05,
			0.01,
			60,
			'DynamoDB: {} of internal calls fail',
		],
		['dynamodb-fleet', 'resolvers.capacityShare', 0.5, 0.8, 60, 'names cover {} of DynamoDB'],
	]),
	...rules('dynamodb', 'ticket', [
		['dynamodb-traffic', 'dynamodb.requests', 0.7, 0.85, 60, 'DynamoDB traffic at {} of usual'],
		['dynamodb-pools', 'dynamodb.connected', 0.7, 0.85, 60, 'DynamoDB connections held: {}'],
		['dynamodb-tables', 'dynamodb.replicationLag', 60, 30, 60, 'global tables are {} behind'],
	]),
	...rules('ec2', 'page', [
		['ec2-launches', 'ec2.successShare', 0.9, 0.97, 60, 'EC2 launch success rate {}'],
		['ec2-launches-30', 'ec2.successShare', 0.3, 0.5, 120, 'EC2 launch success rate only {}'],
		['dwfm-leases-90', 'dwfm.leasedShare', 0.9, 0.95, 60, 'droplet leases: {} held'],
		['dwfm-leases-50', 'dwfm.leasedShare', 0.5, 0.6, 60, 'droplet leases: {} held'],
		['dwfm-goodput', 'dwfm.goodputShare', 0.05, 0.3, 120, 'droplet managers: {} of work is useful'],
	]),
	...rules('ec2', 'ticket', [
		['ec2-insufficient', 'ec2.insufficient', 5, 1, 60, 'InsufficientInstanceCapacity at {}'],
		['ec2-limited', 'ec2.limited', 5, 1, 60, 'RequestLimitExceeded at {}'],
		['ec2-pent-up', 'ec2.pentUp', 50_000, 20_000, 120, '{} launches held back by customers'],
		['dwfm-leases', 'dwfm.leasedShare', 0.99, 0.995, 60, 'droplet leases: {} held and falling'],
		['dwfm-cut', 'dwfm.hostsCut', 5, 2, 120, '{} droplet managers cannot reach DynamoDB'],
		['dwfm-timeouts', 'dwfm.timeouts', 1, 0.2, 60, 'droplet managers time out at {}'],
		['dwfm-oldest', 'dwfm.oldest', 30, 10, 60, 'oldest droplet-manager work waits {}'],
	]),
	...rules('ec2', 'info', [
		['dwfm-queued', 'dwfm.queued', 10_000, 5_000, 60, '{} items queued at droplet managers'],
		['dwfm-down', 'dwfm.hostsDown', 0.5, 0.25, 1, '{} droplet managers restarting'],
	]),
	...rules('network', 'page', [
		['border-loss', 'border.loss', 0.02, 0.01, 30, 'use1-az1 border network drops {} of packets'],
		['network-latency', 'network.latency', 600, 120, 60, 'instances wait {} for their network'],
	]),
	...rules('network', 'ticket', [
		['network-inflow', 'network.inflowShare', 1, 0.9, 60, 'Network Manager: inflow {} of capacity'],
		['network-backlog', 'network.backlog', 20_000, 5_000, 60, '{} network changes not propagated'],
		['network-cut', 'network.unreachable', 1_000, 300, 60, '{} instances run without network'],
	]),
	...rules('nlb', 'page', [
		['nlb-delay', 'nlb.checkDelay', 10, 3, 60, 'NLB health checks run {} late'],
		['nlb-down', 'nlb.errors', 0.1, 0.03, 60, 'NLB: {} of connections fail'],
		[
			'nlb-internal',
			'nlb.internalErrors',
			0.05,
			0.01,
			60,
			'internal balancers: {} of connections fail',
		],
	]),
	...rules('nlb', 'ticket', [
		['nlb-young', 'nlb.youngTargets', 1_000, 400, 60, '{} targets in service without network'],
		['nlb-load', 'nlb.checkLoad', 0.9, 0.8, 60, 'NLB health checks at {} of capacity'],
		['nlb-errors', 'nlb.errors', 0.01, 0.003, 60, 'NLB: {} of connections fail'],
		['nlb-zones', 'nlb.zonesOut', 0.2, 0.05, 60, 'zones dropping out of load balancer DNS'],
	]),
];

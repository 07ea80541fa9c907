import type {World} from '../sim/index.ts';
import {metrics, shareOf, type Metric} from './metric.ts';

const ENDPOINTS = ['regional', 'dual-stack', 'fips', 'account'] as const;
const ENACTORS = [0, 1, 2] as const;

/** Everything that is measured, panel by panel. The order is the order of the columns in the pipeline. */
export const METRICS: readonly Metric[] = [
	...metrics('dns', 'internal', [
		...ENDPOINTS.map(
			(endpoint, index) =>
				[
					`dns.answers.${endpoint}`,
					`addresses behind ${endpoint}`,
					'count',
					(w: World) => w.dns.output.answers[index] ?? 0,
				] as const,
		),
		...ENACTORS.map(
			index =>
				[
					`dns.planAge.enactor-${String(index + 1)}`,
					`pass age, enactor-${String(index + 1)}`,
					'seconds',
					(w: World) => w.dns.output.enactors[index]?.passAgeSeconds ?? 0,
				] as const,
		),
		...ENACTORS.map(
			index =>
				[
					`dns.lockLosses.enactor-${String(index + 1)}`,
					`locks lost, enactor-${String(index + 1)}`,
					'count',
					(w: World) => w.dns.output.enactors[index]?.lostLocks ?? 0,
				] as const,
		),
		['dns.regressions', 'older plan over newer', 'count', w => w.dns.output.regressions],
		['dns.newestPlan', 'newest plan', 'count', w => w.dns.output.newestPlan],
		[
			'resolvers.customersEmpty',
			'empty answers, customers',
			'share',
			w => w.resolvers.output.customersEmpty,
		],
		['resolvers.prodEmpty', 'empty answers, internal', 'share', w => w.resolvers.output.prodEmpty],
		['resolvers.dwfmEmpty', 'empty answers, managers', 'share', w => w.resolvers.output.dwfmEmpty],
		[
			'resolvers.capacityShare',
			'fleet the answers lead to',
			'share',
			w => w.resolvers.output.capacityShare,
		],
	]),
	...metrics('dynamodb', 'internal', [
		['store.customerErrors', 'errors, customers', 'share', w => w.store.output.customerErrors],
		['store.prodErrors', 'errors, internal', 'share', w => w.store.output.prodErrors],
		['store.requests', 'requests, of usual', 'share', w => w.store.output.requestsShare],
		[
			'store.trafficLost',
			'requests missing',
			'share',
			w => Math.max(0, 1 - w.store.output.requestsShare),
		],
		['store.connected', 'connections held', 'share', w => w.store.output.connectedShare],
		['store.reconnects', 'reconnects', 'per-second', w => w.store.output.reconnectsPerSecond],
		[
			'store.replicationLag',
			'global tables behind',
			'seconds',
			w => w.store.output.replicationLagSeconds,
		],
	]),
	...metrics('droplets', 'internal', [
		['dwfm.leasedShare', 'leases held', 'share', w => w.droplets.output.leasedShare],
		['dwfm.broken', 'leases broken', 'count', w => w.droplets.output.broken],
		['dwfm.queued', 'work queued', 'count', w => w.droplets.output.queued],
		['dwfm.zombies', 'work past its deadline', 'count', w => w.droplets.output.zombies],
		['dwfm.oldest', 'oldest work', 'seconds', w => w.droplets.output.oldestSeconds],
		['dwfm.goodput', 'goodput', 'per-second', w => w.droplets.output.goodputPerSecond],
		['dwfm.throughput', 'throughput', 'per-second', w => w.droplets.output.throughputPerSecond],
		[
			'dwfm.goodputShare',
			'goodput of throughput',
			'share',
			w => shareOf(w.droplets.output.goodputPerSecond, w.droplets.output.throughputPerSecond),
		],
		['dwfm.timeouts', 'timeouts', 'per-second', w => w.droplets.output.timeoutsPerSecond],
		[
			'dwfm.started',
			'launch workflows done',
			'per-second',
			w => w.droplets.output.startedPerSecond,
		],
		['dwfm.storeLoad', 'load put on DynamoDB', 'share', w => w.droplets.output.storeLoad],
		['dwfm.hostsStuck', 'managers stuck', 'count', w => w.droplets.output.hostsStuck],
		['dwfm.pressure', 'retry pressure R, worst', 'count', w => w.droplets.output.pressureWorst],
		['dwfm.hostsDown', 'managers restarting', 'count', w => w.droplets.output.hostsDown],
		['dwfm.hostsCut', 'managers without DynamoDB', 'count', w => w.droplets.output.hostsCut],
	]),
	...metrics('launches', 'internal', [
		['ec2.demand', 'launches wanted', 'per-second', w => w.launches.output.demandPerSecond],
		['ec2.requests', 'launch requests', 'per-second', w => w.launches.output.requestsPerSecond],
		['ec2.admitted', 'admitted', 'per-second', w => w.launches.output.admittedPerSecond],
		['ec2.limited', 'RequestLimitExceeded', 'per-second', w => w.launches.output.limitedPerSecond],
		[
			'ec2.insufficient',
			'InsufficientInstanceCapacity',
			'per-second',
			w => w.launches.output.insufficientPerSecond,
		],
		['ec2.failed', 'failed otherwise', 'per-second', w => w.launches.output.failedPerSecond],
		['ec2.successShare', 'launches that succeed', 'share', w => w.launches.output.successShare],
		['ec2.launchErrors', 'launches that fail', 'share', w => 1 - w.launches.output.successShare],
		['ec2.pentUp', 'launches held back', 'count', w => w.launches.output.pentUp],
	]),
	...metrics('network', 'internal', [
		['network.latency', 'propagation latency', 'seconds', w => w.network.output.latencySeconds],
		['network.backlog', 'propagations waiting', 'count', w => w.network.output.backlog],
		['network.inflow', 'inflow', 'per-second', w => w.network.output.inflowPerSecond],
		['network.capacity', 'capacity', 'per-second', w => w.network.output.capacityPerSecond],
		[
			'network.inflowShare',
			'inflow of capacity',
			'share',
			w => w.network.output.inflowPerSecond / Math.max(1e-9, w.network.output.capacityPerSecond),
		],
		[
			'network.unreachable',
			'instances without network',
			'count',
			w => w.network.output.unreachable,
		],
	]),
	// Anybody outside can measure it, so it stays on the screen when all else has gone: the wrong lead.
	...metrics('network', 'public', [
		['border.loss', 'packet loss, use1-az1 border', 'share', w => w.border.output.packetLossShare],
	]),
	...metrics('balancers', 'internal', [
		['nlb.errors', 'connection errors', 'share', w => w.balancers.output.customerErrors],
		['nlb.internalErrors', 'errors, internal', 'share', w => w.balancers.output.internalErrors],
		[
			'nlb.checkDelay',
			'health checks late by',
			'seconds',
			w => w.balancers.output.checkDelaySeconds,
		],
		['nlb.checkLoad', 'health-check load', 'share', w => w.balancers.output.checkLoadShare],
		['nlb.flaps', 'targets flapping', 'per-second', w => w.balancers.output.flapsPerSecond],
		['nlb.youngTargets', 'targets without network', 'count', w => w.balancers.output.youngTargets],
		['nlb.zonesOut', 'zones out of DNS', 'count', w => w.balancers.output.zonesOut],
	]),
	...metrics('lambda', 'internal', [
		['lambda.errors', 'invocation errors', 'share', w => w.functions.output.errors],
		['lambda.syncErrors', 'synchronous errors', 'share', w => w.functions.output.syncErrors],
		[
			'lambda.createErrors',
			'create and update errors',
			'share',
			w => w.functions.output.createErrors,
		],
		[
			'lambda.asyncBacklog',
			'async backlog',
			'seconds',
			w => w.functions.output.asyncBacklogSeconds,
		],
		[
			'lambda.sqsBacklog',
			'SQS source backlog',
			'seconds',
			w => w.functions.output.sqsBacklogSeconds,
		],
		[
			'lambda.kinesisAge',
			'Kinesis iterator age',
			'seconds',
			w => w.functions.output.kinesisAgeSeconds,
		],
		[
			'lambda.sqsPollersDown',
			'SQS pollers down',
			'count',
			w => (w.functions.output.sqsPollersDown ? 1 : 0),
		],
	]),
	...metrics('identity', 'internal', [
		['sts.errors', 'STS errors', 'share', w => w.access.output.stsErrors],
		['iam.errors', 'IAM errors', 'share', w => w.access.output.iamErrors],
		['signIn.errors', 'console sign-in errors', 'share', w => w.access.output.signInErrors],
	]),
	...metrics('services', 'internal', [
		[
			'containers.errors',
			'ECS/EKS/Fargate launch errors',
			'share',
			w => w.containers.output.launchErrors,
		],
		['connect.callErrors', 'Connect call errors', 'share', w => w.contact.output.callErrors],
		['connect.chatErrors', 'Connect chat errors', 'share', w => w.contact.output.chatErrors],
		['redshift.queryErrors', 'Redshift query errors', 'share', w => w.warehouse.output.queryErrors],
		[
			'redshift.iamElsewhere',
			'Redshift IAM errors, other Regions',
			'share',
			w => w.warehouse.output.iamQueryErrorsElsewhere,
		],
		['redshift.stuck', 'Redshift clusters stuck', 'count', w => w.warehouse.output.clustersStuck],
		[
			'redshift.queued',
			'Redshift replacements queued',
			'count',
			w => w.warehouse.output.replacementsQueued,
		],
		[
			'support.lockedOut',
			'customers locked out of Support',
			'share',
			w => w.support.output.lockedOutShare,
		],
		['sqs.errors', 'SQS errors', 'share', w => w.telemetry.output.sqsErrors],
	]),
	...metrics('monitoring', 'internal', [
		['cloudwatch.delay', 'metrics late by', 'seconds', w => w.telemetry.output.metricDelaySeconds],
		['cloudwatch.loss', 'metrics lost', 'share', w => w.telemetry.output.metricLossShare],
		[
			'cloudtrail.backlog',
			'CloudTrail behind',
			'seconds',
			w => w.telemetry.output.trailBacklogSeconds,
		],
		[
			'eventbridge.backlog',
			'EventBridge behind',
			'seconds',
			w => w.telemetry.output.busBacklogSeconds,
		],
	]),
];

const INDEXES: ReadonlyMap<string, number> = new Map(METRICS.map(({id}, index) => [id, index]));

/** The column of a metric in the pipeline. */
export function metricIndex(id: string): number {
	return INDEXES.get(id) ?? -1;
}

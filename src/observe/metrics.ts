import {PUBLIC_ENDPOINTS} from './subsystems.ts';
import type {World} from '../sim/index.ts';
import {metrics, shareOf, type Metric} from './metric.ts';
import {COMPANY_METRICS} from './metrics-company.ts';

const ENACTORS = [0, 1, 2] as const;

/** Everything that is measured. The order is the order of the columns in the pipeline. */
export const METRICS: readonly Metric[] = [
	...metrics('internal', [
		...PUBLIC_ENDPOINTS.map(
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
					`apply age, enactor-${String(index + 1)}`,
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
		['dns.regressions', 'plan regressions', 'count', w => w.dns.output.regressions],
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
		[
			'dynamodb.customerErrors',
			'errors, customers',
			'share',
			w => w.dynamodb.output.customerErrors,
		],
		['dynamodb.prodErrors', 'errors, internal', 'share', w => w.dynamodb.output.prodErrors],
		['dynamodb.requests', 'requests, of usual', 'share', w => w.dynamodb.output.requestsShare],
		[
			'dynamodb.trafficLost',
			'requests missing',
			'share',
			w => Math.max(0, 1 - w.dynamodb.output.requestsShare),
		],
		['dynamodb.connected', 'connections held', 'share', w => w.dynamodb.output.connectedShare],
		['dynamodb.reconnects', 'reconnects', 'per-second', w => w.dynamodb.output.reconnectsPerSecond],
		[
			'dynamodb.replicationLag',
			'global tables behind',
			'seconds',
			w => w.dynamodb.output.replicationLagSeconds,
		],
		['dwfm.leasedShare', 'leases held', 'share', w => w.dwfm.output.leasedShare],
		['dwfm.broken', 'leases broken', 'count', w => w.dwfm.output.broken],
		['dwfm.queued', 'work queued', 'count', w => w.dwfm.output.queued],
		['dwfm.zombies', 'work past its deadline', 'count', w => w.dwfm.output.zombies],
		['dwfm.oldest', 'oldest work', 'seconds', w => w.dwfm.output.oldestSeconds],
		['dwfm.goodput', 'goodput', 'per-second', w => w.dwfm.output.goodputPerSecond],
		['dwfm.throughput', 'throughput', 'per-second', w => w.dwfm.output.throughputPerSecond],
		[
			'dwfm.goodputShare',
			'goodput of throughput',
			'share',
			w => shareOf(w.dwfm.output.goodputPerSecond, w.dwfm.output.throughputPerSecond),
		],
		['dwfm.timeouts', 'timeouts', 'per-second', w => w.dwfm.output.timeoutsPerSecond],
		['dwfm.started', 'launch workflows done', 'per-second', w => w.dwfm.output.startedPerSecond],
		['dwfm.storeLoad', 'load put on DynamoDB', 'share', w => w.dwfm.output.storeLoad],
		['dwfm.hostsStuck', 'managers stuck', 'count', w => w.dwfm.output.hostsStuck],
		['dwfm.pressure', 'retry pressure R, worst', 'count', w => w.dwfm.output.pressureWorst],
		['dwfm.hostsDown', 'managers restarting', 'count', w => w.dwfm.output.hostsDown],
		['dwfm.hostsCut', 'managers without DynamoDB', 'count', w => w.dwfm.output.hostsCut],
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
	...metrics('public', [
		['border.loss', 'packet loss, use1-az1 border', 'share', w => w.border.output.packetLossShare],
		['nlb.errors', 'connection errors', 'share', w => w.nlb.output.customerErrors],
		['nlb.internalErrors', 'errors, internal', 'share', w => w.nlb.output.internalErrors],
		['nlb.checkDelay', 'health checks late by', 'seconds', w => w.nlb.output.checkDelaySeconds],
		['nlb.checkLoad', 'health-check load', 'share', w => w.nlb.output.checkLoadShare],
		['nlb.flaps', 'targets flapping', 'per-second', w => w.nlb.output.flapsPerSecond],
		['nlb.youngTargets', 'targets without network', 'count', w => w.nlb.output.youngTargets],
		['nlb.zonesOut', 'zones out of DNS', 'count', w => w.nlb.output.zonesOut],
		['lambda.errors', 'invocation errors', 'share', w => w.lambda.output.errors],
		['lambda.syncErrors', 'synchronous errors', 'share', w => w.lambda.output.syncErrors],
		['lambda.createErrors', 'create and update errors', 'share', w => w.lambda.output.createErrors],
		['lambda.asyncBacklog', 'async backlog', 'seconds', w => w.lambda.output.asyncBacklogSeconds],
		['lambda.sqsBacklog', 'SQS source backlog', 'seconds', w => w.lambda.output.sqsBacklogSeconds],
		[
			'lambda.kinesisAge',
			'Kinesis iterator age',
			'seconds',
			w => w.lambda.output.kinesisAgeSeconds,
		],
		[
			'lambda.sqsPollersDown',
			'SQS pollers down',
			'count',
			w => (w.lambda.output.sqsPollersDown ? 1 : 0),
		],
		['sts.errors', 'STS errors', 'share', w => w.identity.output.stsErrors],
		['iam.errors', 'IAM errors', 'share', w => w.identity.output.iamErrors],
		['signIn.errors', 'console sign-in errors', 'share', w => w.identity.output.signInErrors],
		[
			'containers.errors',
			'ECS/EKS/Fargate launch errors',
			'share',
			w => w.containers.output.launchErrors,
		],
		['connect.callErrors', 'Connect call errors', 'share', w => w.connect.output.callErrors],
		['connect.chatErrors', 'Connect chat errors', 'share', w => w.connect.output.chatErrors],
		['redshift.queryErrors', 'Redshift query errors', 'share', w => w.redshift.output.queryErrors],
		[
			'redshift.iamElsewhere',
			'Redshift IAM errors, other Regions',
			'share',
			w => w.redshift.output.iamQueryErrorsElsewhere,
		],
		['redshift.stuck', 'Redshift clusters stuck', 'count', w => w.redshift.output.clustersStuck],
		[
			'redshift.queued',
			'Redshift replacements queued',
			'count',
			w => w.redshift.output.replacementsQueued,
		],
		[
			'support.lockedOut',
			'customers locked out of Support',
			'share',
			w => w.support.output.lockedOutShare,
		],
		['sqs.errors', 'SQS errors', 'share', w => w.telemetry.output.sqsErrors],
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
	...COMPANY_METRICS,
];

const INDEXES: ReadonlyMap<string, number> = new Map(METRICS.map(({id}, index) => [id, index]));

/** The column of a metric in the pipeline. */
export function metricIndex(id: string): number {
	return INDEXES.get(id) ?? -1;
}

import {assert} from '../sim/index.ts';
import {ln} from './subsystems.ts';
import type {Reading, Trend, Verdict} from './observation.types.ts';

/**
 * One metric as the panels show it. The limits are operators' rules of thumb for what deserves a second
 * look; they are not the alert rules, and a metric without them is just a number.
 */
export type Gauge = {
	readonly id: string;
	/** At most 15 cells; wide panels use the reading's own label. */
	readonly name: string;
	readonly limits: Limits | null;
};
export type Limits = {
	readonly worse: 'above' | 'below';
	readonly warn: number;
	readonly crit: number;
	/** Where a bar is full, on the bad side of `crit`. */
	readonly full: number;
};

/** Full at the whole, unless told: most are shares. */
const above = (id: string, name: string, warn: number, crit: number, full = 1): Gauge => ({
	id,
	name,
	limits: {worse: 'above', warn, crit, full},
});
const below = (id: string, name: string, warn: number, crit: number): Gauge => ({
	id,
	name,
	limits: {worse: 'below', warn, crit, full: 0},
});
/** Of these there has to be one. */
const atLeastOne = (id: string, name: string): Gauge => below(id, name, 1, 1);
const number = (id: string, name: string): Gauge => ({id, name, limits: null});

const HOUR = 3_600;
const enactors = [1, 2, 3].map(n => String(n));

/** What the panels show, in their order. Rates and ages come first: they are early, levels are late (model 10). */
const GAUGE_LIST: readonly Gauge[] = [
	above('dynamodb.customerErrors', 'DynamoDB errors', 0.002, 0.05),
	above('dynamodb.prodErrors', 'DDB, internal', 0.002, 0.05),
	above('signIn.errors', 'Sign-in errors', 0.02, 0.3),
	below('dwfm.leasedShare', 'Droplet leases', 0.99, 0.9),
	below('ec2.successShare', 'EC2 launches ok', 0.98, 0.8),
	above('ec2.launchErrors', 'launches fail', 0.02, 0.2),
	above('network.latency', 'Network latency', 60, 600, 4 * HOUR),
	above('nlb.errors', 'NLB errors', 0.002, 0.02),
	above('lambda.errors', 'Lambda errors', 0.01, 0.1),

	...enactors.map(n => above(`dns.planAge.enactor-${n}`, `enactor-${n} age`, 60, 300, HOUR)),
	number('dns.newestPlan', 'newest plan'),
	number('dns.regressions', 'regressions'),
	atLeastOne('dns.answers.regional', 'regional addr'),
	atLeastOne('dns.answers.dual-stack', 'dual-stack addr'),
	atLeastOne('dns.answers.fips', 'fips addr'),
	atLeastOne('dns.answers.account', 'account addr'),
	above('resolvers.customersEmpty', 'empty, customer', 0.002, 0.05),
	above('resolvers.prodEmpty', 'empty, internal', 0.002, 0.05),
	above('resolvers.dwfmEmpty', 'empty, DWFM', 0.002, 0.05),
	below('resolvers.capacityShare', 'fleet reached', 0.8, 0.5),
	...enactors.map(n => number(`dns.lockLosses.enactor-${n}`, `enactor-${n} locks`)),

	above('dwfm.oldest', 'oldest work', 10, 30, HOUR),
	below('dwfm.goodputShare', 'useful work', 0.5, 0.05),
	number('dwfm.goodput', 'goodput'),
	number('dwfm.throughput', 'throughput'),
	above('dwfm.timeouts', 'timeouts', 0.2, 10, 1_000),
	number('dwfm.queued', 'work queued'),
	number('dwfm.zombies', 'past deadline'),
	number('dwfm.broken', 'leases broken'),
	number('dwfm.started', 'launches done'),
	above('dwfm.storeLoad', 'load on store', 0.8, 1, 4),
	above('dwfm.pressure', 'retry pressure', 0.9, 1, 10),
	above('dwfm.hostsStuck', 'hosts stuck', 0, 20, 500),
	number('dwfm.hostsDown', 'restarting'),
	above('dwfm.hostsCut', 'cut off hosts', 0, 20, 500),

	number('ec2.demand', 'wanted'),
	number('ec2.requests', 'requests'),
	number('ec2.admitted', 'admitted'),
	above('ec2.insufficient', 'no capacity', 1, 20, 10_000),
	above('ec2.limited', 'rate limited', 1, 20, 10_000),
	above('ec2.failed', 'failed', 1, 20, 10_000),
	number('ec2.pentUp', 'held back'),

	above('network.inflowShare', 'inflow/capacity', 0.9, 1, 4),
	number('network.inflow', 'inflow'),
	number('network.capacity', 'capacity'),
	number('network.backlog', 'waiting'),
	above('network.unreachable', 'without network', 300, 1_000, 1_000_000),
	above('border.loss', 'az1 packet loss', 0.01, 0.02),

	above('nlb.checkLoad', 'check load', 0.9, 1, 4),
	above('nlb.checkDelay', 'checks late by', 3, 10, HOUR),
	above('nlb.flaps', 'flapping', 0.5, 5, 1_000),
	above('nlb.youngTargets', 'young targets', 500, 2_000, 100_000),
	above('nlb.zonesOut', 'zones out', 0.05, 0.3, 6),
	above('nlb.internalErrors', 'internal errors', 0.002, 0.02),

	number('dynamodb.requests', 'requests'),
	number('dynamodb.connected', 'connections'),
	number('dynamodb.reconnects', 'reconnects'),
	above('dynamodb.replicationLag', 'global tables', 30, 300, 4 * HOUR),
	above('sts.errors', 'STS errors', 0.01, 0.1),
	above('iam.errors', 'IAM errors', 0.01, 0.1),
	above('lambda.syncErrors', 'Lambda sync', 0.01, 0.1),
	above('lambda.createErrors', 'Lambda creates', 0.01, 0.1),
	above('lambda.sqsBacklog', 'SQS sources', 60, 600, 4 * HOUR),
	above('lambda.sqsPollersDown', 'SQS pollers off', 0, 0),
	above('lambda.kinesisAge', 'Kinesis age', 60, 600, 4 * HOUR),
	above('lambda.asyncBacklog', 'Lambda async', 60, 600, 4 * HOUR),
	above('containers.errors', 'ECS launches', 0.01, 0.1),
	above('connect.callErrors', 'Connect calls', 0.01, 0.1),
	above('connect.chatErrors', 'Connect chats', 0.01, 0.1),
	above('redshift.queryErrors', 'Redshift query', 0.01, 0.1),
	above('redshift.iamElsewhere', 'Redshift IAM', 0.01, 0.1),
	number('redshift.stuck', 'Redshift stuck'),
	number('redshift.queued', 'Redshift queue'),
	above('support.lockedOut', 'Support locked', 0.01, 0.3),
	above('sqs.errors', 'SQS errors', 0.01, 0.1),
	above('cloudwatch.delay', 'metrics late by', 120, 600, HOUR),
	above('cloudwatch.loss', 'metrics lost', 0.02, 0.2),
	above('cloudtrail.backlog', 'CloudTrail late', 300, 1_800, 4 * HOUR),
	above('eventbridge.backlog', 'EventBus late', 300, 1_800, 4 * HOUR),

	above('ours.errors', 'not done', 0.01, 0.05),
	above('ours.load', 'load', 0.9, 1, 4),
	above('ours.retries', 'retries', 0.2, 1, 5),
	number('ours.shed', 'shed'),
	above('ours.awsErrors', 'AWS calls fail', 0.01, 0.1),
	above('ours.untold', 'told nothing', 600, 1_800, 4 * HOUR),
	above('fleet.serversMissing', 'servers missing', 0.1, 0.3),
	above('fleet.launchErrors', 'our launches', 0.1, 0.5),
	above('fleet.cacheMisses', 'cache misses', 0.3, 0.6),
	above('jobs.waiting', 'jobs waiting', 60, 600, 4 * HOUR),
	above('jobs.missed', 'jobs not run', 0.01, 0.1),
	number('standby.away', 'at standby'),
	above('standby.load', 'standby load', 0.9, 1, 4),
	above('standby.stale', 'standby old by', 60, 600, 4 * HOUR),
	above('standby.staleServed', 'old answers', 0.01, 0.1),
	above('vendors.flagsDown', 'flag vendor', 0, 0),
	above('vendors.pagerDown', 'pager', 0, 0),
	above('vendors.statusPageDown', 'status page', 0, 0),
];

const GAUGES = new Map(GAUGE_LIST.map(gauge => [gauge.id, gauge]));
const RANKS = new Map(GAUGE_LIST.map((gauge, rank) => [gauge.id, rank]));

/** The short name of a metric, or undefined where it has none. */
export function shortName(id: string): string | undefined {
	return GAUGES.get(id)?.name;
}

/** The metric that has a short name, whichever case it is written in. */
export function idNamed(name: string): string | undefined {
	const wanted = name.toLowerCase();
	return GAUGE_LIST.find(gauge => gauge.name.toLowerCase() === wanted)?.id;
}

/** What is worth a second look at a metric, or null where nobody has said. */
export function limitsOf(id: string): Limits | null {
	return GAUGES.get(id)?.limits ?? null;
}

/** The limits of a metric that is known to have some. */
export function limitsKnown(id: string): Limits {
	const limits = limitsOf(id);
	assert(limits !== null, `${id} has limits`);
	return limits;
}

/** Where a metric stands among its panel's; unknown ones come last. */
export function rankOf(id: string): number {
	return RANKS.get(id) ?? GAUGE_LIST.length;
}

export function verdictOn(reading: Reading | undefined): Verdict {
	if (reading?.judged !== undefined) return reading.judged.verdict;
	if (reading === undefined || reading.value === null || Number.isNaN(reading.value))
		return 'unknown';
	const limits = limitsOf(reading.id);
	return limits === null ? 'ok' : judge(limits, reading.value);
}

/**
 * How far beyond what is well a value is, from 0 to 3: up to 1 it is well, up to 2 it is worth a look, above it is
 * critical, and 3 where the bar is full. Even below the critical limit, by orders of magnitude above it, so that a
 * share and an hour are compared at a glance.
 */
export function badnessOf(limits: Limits, value: number): number {
	// What is good when high is told by what is missing of the whole.
	const isAbove = limits.worse === 'above';
	const bad = (at: number) => (isAbove ? at : 1 - at);
	const [is, warn, crit, full] = [value, limits.warn, limits.crit, limits.full].map(bad) as [
		number,
		number,
		number,
		number,
	];
	if (judge(limits, value) === 'ok') return warn > 0 ? clamped(is / warn) : 0;
	if (judge(limits, value) === 'warn') return 1 + clamped((is - warn) / (crit - warn));
	// Of what has to be nothing, or has to be there, there is no more or less.
	if (crit <= 0) return limits.worse === 'below' ? 3 : 2;
	return 2 + clamped(ln(is / crit) / ln(full / crit));
}

function clamped(part: number): number {
	return Math.max(0, Math.min(1, part));
}

export function judge(limits: Limits, value: number): Verdict {
	const beyond = (limit: number) => (limits.worse === 'above' ? value > limit : value < limit);
	if (beyond(limits.crit)) return 'crit';
	return beyond(limits.warn) ? 'warn' : 'ok';
}

const TREND_MINUTES = 6;

/** `rising`, `falling` or `steady`, from the last minutes: what goes up and down is told as it goes now. Empty where there is too little. */
export function trendOf(reading: Reading): Trend {
	if (reading.judged !== undefined) return reading.judged.trend;
	const seen = reading.history.slice(-TREND_MINUTES).filter(value => !Number.isNaN(value));
	if (seen.length < 4) return '';
	const half = Math.floor(seen.length / 2);
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const before = mean(seen.slice(0, half));
	const after = mean(seen.slice(half));
	const change = after - before;
	if (Math.abs(change) <= 0.05 * Math.max(Math.abs(before), Math.abs(after))) return 'steady';
	return change > 0 ? 'rising' : 'falling';
}

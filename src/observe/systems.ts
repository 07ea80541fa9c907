import {badnessOf, limitsOf, trendOf, verdictOn} from './gauges.ts';
import type {Reading, Trend, Verdict} from './observation.types.ts';
import {SYSTEMS as MEASURED, type Cast, type SystemName, type SystemPanel} from '../sim/index.ts';

/** What tells how a system is. */
export type Sign = {
	readonly metric: string;
	/** What the value counts, how bad it is and never how good: `requests fail, internal`. */
	readonly says: string;
	/** The same in a word or two beside a value: `85.1 % fail`. */
	readonly counts: string;
	/** What of the system it is about, where it has several parts. */
	readonly of?: string;
};

/** A row of the overview. */
export type System = {
	readonly id: SystemId;
	/** At most 15 cells. */
	readonly name: string;
	/** At most 8. */
	readonly short: string;
	readonly signs: readonly Sign[];
	/** What it needs, the nearest first. */
	readonly needs: readonly SystemId[];
	/** Whether it stands on the way that trouble travels; the others pass it on to each other at most. */
	readonly isUpstream: boolean;
	/** Whom one pages about it; null where there is nobody. */
	readonly team: string | null;
	/** The panel that shows it from nearer. */
	readonly panel: SystemPanel;
};

export type SystemId =
	| 'dns'
	| 'resolvers'
	| 'dynamodb'
	| 'dwfm'
	| 'ec2'
	| 'network'
	| 'nlb'
	| 'identity'
	| 'support'
	| 'lambda'
	| 'redshift'
	| 'cloudwatch'
	| 'containers'
	| 'connect'
	| 'border'
	| 'ours'
	| 'fleet'
	| 'jobs'
	| 'standby'
	| 'vendors';

type Row = readonly [
	id: SystemId,
	name: string,
	short: string,
	needs: readonly SystemId[],
	...signs: readonly (readonly [metric: string, says: string, counts: string, of?: string])[],
];

const ENACTORS = [1, 2, 3].map(
	n =>
		[`dns.planAge.enactor-${String(n)}`, `apply age, enactor-${String(n)}`, 'apply age'] as const,
);

/** From the top down, the way trouble travels. */
const UPSTREAM: readonly Row[] = [
	['dns', 'DNS automation', 'DNS', [], ...ENACTORS],
	[
		'resolvers',
		'DynamoDB name',
		'DDB name',
		['dns'],
		['resolvers.customersEmpty', 'empty answers, customers', 'empty'],
		['resolvers.prodEmpty', 'empty answers, internal', 'empty'],
		['resolvers.dwfmEmpty', 'empty answers, DWFM', 'empty'],
	],
	[
		'dynamodb',
		'DynamoDB',
		'DynamoDB',
		['resolvers', 'nlb'],
		['dynamodb.customerErrors', 'requests fail, customers', 'fail'],
		['dynamodb.prodErrors', 'requests fail, internal', 'fail'],
	],
	[
		'dwfm',
		'Droplet leases',
		'Leases',
		['dynamodb'],
		['dwfm.leasedShare', 'leases lapsed', 'lapsed'],
		['dwfm.goodputShare', 'work wasted', 'wasted'],
	],
	[
		'ec2',
		'EC2 launches',
		'EC2',
		['dwfm', 'dynamodb'],
		['ec2.successShare', 'launches fail', 'fail'],
	],
	[
		'network',
		'Network Manager',
		'Network',
		['ec2'],
		['network.latency', 'propagation late', 'late'],
		['network.inflowShare', 'inflow of capacity', 'of capacity'],
	],
	[
		'nlb',
		'NLB',
		'NLB',
		['network'],
		['nlb.errors', 'connections fail', 'fail'],
		['nlb.internalErrors', 'connections fail, internal', 'fail'],
		['nlb.checkLoad', 'health-check load', 'check load'],
	],
];

const DOWNSTREAM: readonly Row[] = [
	[
		'identity',
		'Identity',
		'Identity',
		['dynamodb', 'nlb'],
		['signIn.errors', 'sign-ins fail', 'fail', 'Sign-in'],
		['sts.errors', 'STS calls fail', 'fail', 'STS'],
		['iam.errors', 'IAM calls fail', 'fail', 'IAM'],
	],
	[
		'support',
		'Support Center',
		'Support',
		['dynamodb'],
		['support.lockedOut', 'customers locked out', 'locked out'],
	],
	[
		'lambda',
		'Lambda',
		'Lambda',
		['dynamodb', 'nlb', 'ec2'],
		['lambda.errors', 'invocations fail', 'fail'],
		['lambda.sqsPollersDown', 'SQS pollers down', 'down', 'SQS pollers'],
	],
	[
		'redshift',
		'Redshift',
		'Redshift',
		['dynamodb', 'identity', 'ec2'],
		['redshift.queryErrors', 'queries fail', 'fail'],
	],
	[
		'cloudwatch',
		'CloudWatch',
		'CWatch',
		['dynamodb', 'nlb', 'lambda'],
		['cloudwatch.delay', 'metrics late', 'late'],
		['cloudwatch.loss', 'metrics lost', 'lost'],
	],
	[
		'containers',
		'ECS EKS Fargate',
		'ECS EKS',
		['ec2', 'network', 'dynamodb'],
		['containers.errors', 'launches fail', 'fail'],
	],
	[
		'connect',
		'Connect',
		'Connect',
		['nlb', 'dynamodb', 'lambda'],
		['connect.callErrors', 'calls fail', 'fail', 'Connect calls'],
		['connect.chatErrors', 'chats fail', 'fail', 'Connect chats'],
	],
	['border', 'Border use1-az1', 'Border', [], ['border.loss', 'packets lost', 'lost']],
];

/** A company's own, where a level is played from its chair. */
const COMPANY: readonly Row[] = [
	[
		'ours',
		'Our service',
		'Ours',
		[],
		['ours.errors', 'requests not done', 'not done'],
		['ours.load', 'load of capacity', 'of capacity'],
		['ours.awsErrors', 'calls to AWS fail', 'fail', 'Calls to AWS'],
	],
	[
		'fleet',
		'Our fleet',
		'Fleet',
		[],
		['fleet.serversMissing', 'servers missing', 'missing'],
		['fleet.launchErrors', 'launches fail', 'fail', 'Launches'],
		['fleet.cacheMisses', 'cache misses', 'misses', 'Cache'],
	],
	['jobs', 'Our jobs', 'Jobs', [], ['jobs.waiting', 'jobs waiting', 'waiting']],
	[
		'standby',
		'Standby Region',
		'Standby',
		[],
		['standby.load', 'load of capacity', 'of capacity'],
		['standby.staleServed', 'answers with old data', 'old'],
	],
	[
		'vendors',
		'Our vendors',
		'Vendors',
		[],
		['vendors.flagsDown', 'flag vendor down', 'down', 'Flag vendor'],
		['vendors.pagerDown', 'pager down', 'down', 'Pager'],
		['vendors.statusPageDown', 'status page down', 'down', 'Status page'],
	],
];

function measured(metric = '') {
	const [name = ''] = metric.split('.', 1);
	return MEASURED[name as SystemName];
}

const systemsOf = (rows: readonly Row[], isUpstream: boolean): readonly System[] =>
	rows.map(([id, name, short, needs, ...signs]) => ({
		id,
		name,
		short,
		needs,
		isUpstream,
		team: measured(signs[0]?.[0]).team,
		panel: measured(signs[0]?.[0]).panel,
		signs: signs.map(([metric, says, counts, of]) => ({
			metric,
			says,
			counts,
			...(of === undefined ? {} : {of}),
		})),
	}));

/** Every row of the overview, upstream first. */
export const SYSTEMS: readonly System[] = [
	...systemsOf(UPSTREAM, true),
	...systemsOf(DOWNSTREAM, false),
	...systemsOf(COMPANY, false),
];

const BY_ID = new Map(SYSTEMS.map(system => [system.id, system]));
const SIGNS = new Map(SYSTEMS.flatMap(({signs}) => signs.map(sign => [sign.metric, sign])));

export function systemCalled(id: string): System | undefined {
	return BY_ID.get(id as SystemId);
}

/** The rows of a level’s own cast. */
export function systemsIn(cast: Cast): readonly System[] {
	return SYSTEMS.filter(({signs}) =>
		cast.some(part => part === measured(signs[0]?.metric).subsystem),
	);
}

/** Systems that need it, upstream first. */
export function neededBy(id: SystemId): readonly System[] {
	return SYSTEMS.filter(({needs}) => needs.includes(id));
}

/** Which row the metrics of a system are on that has none of its own. */
const ROW_OF: Readonly<Record<string, SystemId>> = {
	sts: 'identity',
	iam: 'identity',
	signIn: 'identity',
	sqs: 'lambda',
	cloudtrail: 'cloudwatch',
	eventbridge: 'cloudwatch',
};

/** The row of the overview that a metric tells of; undefined where it is of none. */
export function systemOf(metric: string): System | undefined {
	const [name = ''] = metric.split('.', 1);
	return systemCalled(ROW_OF[name] ?? name);
}

/** What a metric is a sign of; undefined where it is of none. */
export function signOf(metric: string): Sign | undefined {
	return SIGNS.get(metric);
}

/** How a system is, and what says so. */
export type SystemState = {
	readonly verdict: Verdict;
	/** The sign that is worst: its value stands beside the mark. */
	readonly sign: Sign;
	readonly reading: Reading | undefined;
	/** In the reading's unit, and never the good of it; null where it is not known. */
	readonly value: number | null;
	/** From 0 to 3, see `badnessOf`; null where no value is known. */
	readonly badness: number | null;
	/** `rising` is worse. */
	readonly trend: Trend;
};

const GRAVITY: readonly Verdict[] = ['unknown', 'ok', 'warn', 'crit'];
const OPPOSITE = {rising: 'falling', falling: 'rising', steady: 'steady', '': ''} as const;

/** A system is as well as its worst sign. The overview, the alerts and the queue of one frame ask alike. */
export function stateOf(system: System, metrics: Readonly<Record<string, Reading>>): SystemState {
	const known = KNOWN.get(metrics) ?? new Map<System, SystemState>();
	KNOWN.set(metrics, known);
	const state = known.get(system) ?? judge(system, metrics);
	known.set(system, state);
	return state;
}

const KNOWN = new WeakMap<Readonly<Record<string, Reading>>, Map<System, SystemState>>();

function judge({signs}: System, metrics: Readonly<Record<string, Reading>>): SystemState {
	const judged = signs.map(sign => judgedSign(sign, metrics[sign.metric]));
	const worst = judged.reduce((grave, each) => (isWorse(each, grave) ? each : grave));
	const {sign, reading} = worst;
	const isMissing = limitsOf(sign.metric)?.worse === 'below';
	const trend = reading === undefined ? '' : trendOf(reading);
	const raw = valueOf(reading);
	return {
		...worst,
		value: raw !== null && isMissing ? 1 - raw : raw,
		trend: isMissing ? OPPOSITE[trend] : trend,
	};
}

/** The same in a word, for whoever asks for no more. */
export function verdictOf({signs}: System, metrics: Readonly<Record<string, Reading>>): Verdict {
	let worst = 0;
	for (const {metric} of signs)
		worst = Math.max(worst, GRAVITY.indexOf(verdictOn(metrics[metric])));
	return GRAVITY[worst] ?? 'unknown';
}

type Judged = Pick<SystemState, 'sign' | 'reading' | 'verdict' | 'badness'>;

function judgedSign(sign: Sign, reading: Reading | undefined): Judged {
	const limits = limitsOf(sign.metric);
	const value = valueOf(reading);
	const badness = value !== null && limits !== null ? badnessOf(limits, value) : null;
	return {sign, reading, verdict: verdictOn(reading), badness};
}

function valueOf(reading: Reading | undefined): number | null {
	const value = reading?.value ?? null;
	return value === null || Number.isNaN(value) ? null : value;
}

function isWorse(one: Judged, than: Judged): boolean {
	const apart = GRAVITY.indexOf(one.verdict) - GRAVITY.indexOf(than.verdict);
	if (apart !== 0) return apart > 0;
	// What is well speaks by its first sign, unless it is one of several of a kind.
	if (one.verdict === 'ok' && one.sign.counts !== than.sign.counts) return false;
	return (one.badness ?? 0) > (than.badness ?? 0);
}

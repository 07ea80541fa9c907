import type {
	Alert,
	LogLine,
	Observation,
	OrderReport,
	Reading,
	RoomSeen,
	ServiceStatus,
	Unit,
} from '../../src/observe/index.ts';

/** A room as the first of its two seats has it, with whatever the test says is different. */
export function aRoom(changes: Partial<RoomSeen> = {}): RoomSeen {
	const seats = [1, 2].map(n => ({
		...{id: `seat${String(n)}`, title: `Seat ${String(n)}`, roles: [], person: '', away: false},
	}));
	return {
		...{seat: 'seat1', seats, messages: [], loops: [], timeline: [], reminders: [], holds: []},
		...{pace: 1, waits: false, note: null, draft: [], served: null},
		...changes,
	};
}

/** An observation of a healthy evening at 23:30, with whatever the test says is different. */
export function anObservation(changes: Partial<Observation> = {}): Observation {
	return {
		now: 600,
		clock: {pdt: '23:30:00', utc: '06:30:00', date: '19 Oct'},
		news: 0,
		metrics: metricsWith({}),
		alerts: [],
		log: [],
		dashboard: {
			impacted: 0,
			resolved: 0,
			services: servicesWith(0, 0),
			posts: [],
			promisedAt: null,
		},
		answers: [],
		shelves: [],
		instruments: {
			zones: [],
			enactors: null,
			hosts: null,
			curve: null,
			probe: null,
			nlb: null,
			throttles: null,
		},
		chat: [],
		updates: [],
		open: [],
		automations: [
			anAutomation('planner', 'DNS Planner'),
			anAutomation('enactor-1', 'DNS Enactor in use1-az1'),
			anAutomation('enactor-2', 'DNS Enactor in use1-az2'),
			anAutomation('enactor-3', 'DNS Enactor in use1-az3'),
			anAutomation('cleanup', 'clean-up of old plans'),
			anAutomation('nlb-failover', 'NLB failover between zones'),
			anAutomation('redshift-replacements', 'Redshift node replacements'),
		],
		orders: [],
		teams: [
			'dynamodb',
			'ec2',
			'network',
			'nlb',
			'lambda',
			'identity',
			'redshift',
			'support',
			'connect',
		].map(team => ({team, state: 'asleep' as const, since: 0, escalated: false})),
		access: 'signed-in',
		severity: 'none',
		ended: null,
		withheld: {orders: [], panels: []},
		room: null,
		...changes,
	};
}

function anAutomation(id: string, label: string) {
	return {id, label, state: 'running' as const, by: null, since: 0};
}

const CALM: readonly (readonly [id: string, label: string, unit: Unit, value: number])[] = [
	['dns.answers.regional', 'addresses behind regional', 'count', 300],
	['dns.answers.dual-stack', 'addresses behind dual-stack', 'count', 300],
	['dns.answers.fips', 'addresses behind fips', 'count', 60],
	['dns.answers.account', 'addresses behind account', 'count', 300],
	['dns.planAge.enactor-1', 'apply age, enactor-1', 'seconds', 22],
	['dns.planAge.enactor-2', 'apply age, enactor-2', 'seconds', 17],
	['dns.planAge.enactor-3', 'apply age, enactor-3', 'seconds', 31],
	['dns.newestPlan', 'newest plan', 'count', 145],
	['dns.regressions', 'older plan over newer', 'count', 0],
	['resolvers.customersEmpty', 'empty answers, customers', 'share', 0],
	['dynamodb.customerErrors', 'errors, customers', 'share', 0.0002],
	['dynamodb.prodErrors', 'errors, internal', 'share', 0.0001],
	['dynamodb.connected', 'connections held', 'share', 1],
	['dwfm.leasedShare', 'leases held', 'share', 0.9999],
	['dwfm.broken', 'leases broken', 'count', 104],
	['dwfm.queued', 'work queued', 'count', 12],
	['dwfm.oldest', 'oldest work', 'seconds', 0.4],
	['dwfm.goodput', 'goodput', 'per-second', 410],
	['dwfm.throughput', 'throughput', 'per-second', 412],
	['dwfm.goodputShare', 'goodput of throughput', 'share', 0.995],
	['dwfm.timeouts', 'timeouts', 'per-second', 0],
	['dwfm.hostsCut', 'managers without DynamoDB', 'count', 0],
	['ec2.demand', 'launches wanted', 'per-second', 62],
	['ec2.requests', 'launch requests', 'per-second', 64],
	['ec2.admitted', 'admitted', 'per-second', 62],
	['ec2.limited', 'RequestLimitExceeded', 'per-second', 0],
	['ec2.insufficient', 'InsufficientInstanceCapacity', 'per-second', 0.2],
	['ec2.successShare', 'launches that succeed', 'share', 0.997],
	['ec2.pentUp', 'launches held back', 'count', 40],
	['network.latency', 'propagation latency', 'seconds', 4.2],
	['network.inflow', 'inflow', 'per-second', 118],
	['network.capacity', 'capacity', 'per-second', 300],
	['network.inflowShare', 'inflow of capacity', 'share', 0.39],
	['network.backlog', 'propagations waiting', 'count', 240],
	['border.loss', 'packet loss, use1-az1 border', 'share', 0],
	['nlb.errors', 'connection errors', 'share', 0],
	['nlb.checkDelay', 'health checks late by', 'seconds', 0],
	['nlb.checkLoad', 'health-check load', 'share', 0.61],
	['nlb.flaps', 'targets flapping', 'per-second', 0.1],
	['nlb.zonesOut', 'zones out of DNS', 'count', 0],
	['lambda.errors', 'invocation errors', 'share', 0.0004],
	['lambda.sqsBacklog', 'SQS source backlog', 'seconds', 2],
	['signIn.errors', 'console sign-in errors', 'share', 0.001],
	['sts.errors', 'STS errors', 'share', 0],
	['cloudwatch.delay', 'metrics late by', 'seconds', 8],
];

type Change = {
	readonly value?: number | null;
	readonly history?: readonly number[];
	readonly sampledAt?: number;
};

/** Every metric of a calm evening, but for the changes. A changed value without a history climbs to it. */
export function metricsWith(
	changes: Readonly<Record<string, Change>>,
	now = 600,
): Record<string, Reading> {
	return Object.fromEntries(
		CALM.map(([id, label, unit, usual]) => {
			const change = changes[id] ?? {};
			const value = change.value === undefined ? usual : change.value;
			const history = change.history ?? climb(usual, value ?? usual);
			return [id, {id, label, unit, value, sampledAt: change.sampledAt ?? now - 15, history}];
		}),
	);
}

const MINUTES = 60;

function climb(from: number, to: number): readonly number[] {
	const change = 8;
	return Array.from({length: MINUTES}, (_, minute) => {
		const done = Math.max(0, minute - (MINUTES - 1 - change)) / change;
		return from + (to - from) * done;
	});
}

const SERVICE_NAMES = [
	'Amazon DynamoDB',
	'Amazon Elastic Compute Cloud',
	'AWS Lambda',
	'AWS Identity and Access Management',
	'AWS Security Token Service',
	'Amazon Simple Queue Service',
	'Amazon Connect',
	'Amazon Redshift',
	'Amazon Elastic Container Service',
	'Amazon Elastic Kubernetes Service',
	'AWS Support Center',
	'Amazon CloudWatch',
	'AWS CloudTrail',
	'Amazon EventBridge',
	'AWS Step Functions',
	'Amazon API Gateway',
] as const;

/** 142 services: the first `impacted` fail, the next `resolved` are back. */
export function servicesWith(impacted: number, resolved: number): readonly ServiceStatus[] {
	return Array.from({length: 142}, (_, index) => ({
		name: SERVICE_NAMES[index] ?? `AWS Service ${String(index + 1)}`,
		state: index < impacted ? 'impacted' : index < impacted + resolved ? 'resolved' : 'normal',
		errors: index < impacted ? 0.98 / (1 + index / 8) : 0,
	}));
}

export function anAlert(changes: Partial<Alert>): Alert {
	return {
		id: 'dynamodb-errors',
		severity: 'page',
		group: 'dynamodb',
		title: 'DynamoDB: 62 % of requests fail',
		raisedAt: 1800,
		clearedAt: null,
		acknowledgedBy: null,
		escalated: false,
		...changes,
	};
}

export function aLogLine(changes: Partial<LogLine>): LogLine {
	return {at: 0, source: 'dns/enactor-1', level: 'info', text: 'plan 145 applied', ...changes};
}

export function anOrder(changes: Partial<OrderReport>): OrderReport {
	return {
		order: 0,
		by: 'you',
		text: 'dig regional',
		at: 2090,
		due: 2095,
		state: 'done',
		message: 'NOERROR, 0 addresses for A and for AAAA.',
		lines: [],
		...changes,
	};
}

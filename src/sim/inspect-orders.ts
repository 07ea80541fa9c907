import {
	ENDPOINT_IDS,
	PUBLIC_ENDPOINTS,
	PUBLIC_NAMES,
	type ArgsOf,
	type Order,
	type OrderSpec,
	type OrderTable,
} from './kernel/index.ts';
import type {SubsystemName} from './subsystems.ts';

const ENDPOINT_ALIASES: Readonly<Record<string, string>> = {
	...Object.fromEntries(PUBLIC_ENDPOINTS.map(endpoint => [PUBLIC_NAMES[endpoint], endpoint])),
	dynamodb: 'regional',
};

const ENDPOINT = {
	kind: 'word',
	words: ENDPOINT_IDS,
	aliases: ENDPOINT_ALIASES,
} as const;

type Own = 'seconds' | 'what' | 'example';

function inspect<const Forms extends readonly string[], const Blanks extends OrderSpec['blanks']>(
	row: Pick<OrderSpec, Own> &
		Partial<Pick<OrderSpec, 'needs'>> & {readonly forms: Forms; readonly blanks: Blanks},
) {
	return {kind: 'look', team: null, needs: 'tools', risk: '', ...row} as const;
}

/** `show <target>`: an internal tool that takes some seconds to answer. */
function show(target: string, seconds: number, what: string, needs: OrderSpec['needs'] = 'tools') {
	const form = `show ${target}`;
	return inspect({forms: [form], blanks: {}, seconds, what, needs, example: form});
}

/** Looking changes nothing in the world; what it brings back is written by the observer when it is done. */
export const INSPECT_ORDERS = {
	dig: inspect({
		forms: ['dig <name>', 'dig <name> <type>'],
		blanks: {
			name: {kind: 'word', words: PUBLIC_ENDPOINTS, aliases: ENDPOINT_ALIASES},
			type: {kind: 'word', words: ['A', 'AAAA'], aliases: {a: 'A', aaaa: 'AAAA'}},
		},
		seconds: 5,
		needs: 'nothing',
		what: 'queries the authoritative servers for a name, A and AAAA by default',
		example: 'dig dynamodb.us-east-1.amazonaws.com AAAA',
	}),
	'show-zone': inspect({
		forms: ['show zone <endpoint>'],
		blanks: {endpoint: ENDPOINT},
		seconds: 15,
		what: 'root, rollback and lock records of an endpoint, and its trees, by their UUIDs',
		example: 'show zone regional',
	}),
	'show-zone-plans': inspect({
		forms: ['show zone <endpoint> plans'],
		blanks: {endpoint: ENDPOINT},
		seconds: 120,
		what: 'the same, cross-read with the plan history: which plan each UUID is',
		example: 'show zone regional plans',
	}),
	'show-enactors': show('enactors', 15, 'what each DNS Enactor does, holds and fails at'),
	'show-plans': show('plans', 15, 'the newest plans of the DNS Planner and who has picked them up'),
	'show-leases': show('leases', 15, 'leases held and broken, over the fleet and over time'),
	'show-hosts': show(
		'hosts',
		20,
		'droplet managers: queues, oldest work, goodput, the worst hosts',
	),
	'show-curve': show('curve', 30, 'work the broken leases offer against capacity: margin R and B*'),
	'show-probe': show(
		'probe',
		60,
		'forks the fleet: how many managers would be stuck if DynamoDB came back now',
	),
	'show-launches': show('launches', 10, 'launch requests: admitted, limited, refused, held back'),
	'show-throttles': show('throttles', 10, 'every throttle in force'),
	'show-network': show('network', 10, 'Network Manager: backlog, inflow against capacity, latency'),
	'show-balancers': show(
		'balancers',
		10,
		'NLB: health-check load and delay, flapping, zones out of DNS',
	),
	'show-lambda': show('lambda', 10, 'Lambda: invocations, pollers and backlogs'),
	'show-connect': show(
		'connect',
		10,
		'Connect: calls and chats, agents signed in, callbacks owed, which branch flows take',
	),
	'show-containers': show(
		'containers',
		10,
		'ECS, EKS, Fargate: tasks running, launches that fail, what is left of the warm pool',
	),
	'show-redshift': show('redshift', 10, 'Redshift: clusters stuck, replacements queued'),
	'show-support': show('support', 10, 'Support Center: whom it locks out, and what it asks'),
	'show-identity': show(
		'identity',
		10,
		'STS, IAM and sign-in: who fails, by class of caller, and what is turned away',
	),
	'show-border': show('border', 10, 'packet loss at the border network'),
	'show-resolvers': show(
		'resolvers',
		15,
		'empty answers by who asks: customers, internal, managers',
	),
	'show-automations': show(
		'automations',
		10,
		'each automation: running or paused, by whom, since when',
	),
	'show-services': show('services', 5, 'the Health Dashboard, service by service', 'nothing'),
	'show-teams': show('teams', 5, 'who is on the call, who is paged, who is not', 'nothing'),
} satisfies OrderTable;

export type InspectId = keyof typeof INSPECT_ORDERS;

/** What each look is about; null where it is about nothing in particular. */
export const LOOKED_AT: Readonly<Record<InspectId, SubsystemName | null>> = {
	dig: 'dns',
	'show-zone': 'dns',
	'show-zone-plans': 'dns',
	'show-enactors': 'dns',
	'show-plans': 'dns',
	'show-leases': 'dwfm',
	'show-hosts': 'dwfm',
	'show-curve': 'dwfm',
	'show-probe': 'dwfm',
	'show-launches': 'launches',
	'show-throttles': 'launches',
	'show-network': 'network',
	'show-balancers': 'nlb',
	'show-lambda': 'lambda',
	'show-connect': 'connect',
	'show-containers': 'containers',
	'show-redshift': 'redshift',
	'show-support': 'support',
	'show-identity': 'identity',
	'show-border': 'border',
	'show-resolvers': 'resolvers',
	'show-automations': null,
	'show-services': null,
	'show-teams': 'incidentCall',
};

type Rows = typeof INSPECT_ORDERS;

/** An order that changes nothing, with the arguments that its blanks promise. */
export type InspectOrder = {
	readonly [Id in InspectId]: {
		readonly id: Id;
		readonly args: ArgsOf<Rows[Id]['forms'], Rows[Id]['blanks']>;
	};
}[InspectId];

/** Whether it changes nothing. The parser filled its blanks by these very rows. */
export function isInspection(order: Pick<Order, 'id'>): order is InspectOrder {
	return Object.hasOwn(INSPECT_ORDERS, order.id);
}

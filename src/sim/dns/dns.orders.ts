import {ENDPOINT_IDS, refuse, rowsFor, type OrderRow, type OrderRows} from '../kernel/index.ts';
import {
	chosenEnactors,
	forcePlan,
	isPaused,
	refuseSwitch,
	restart,
	switchAutomations,
	switchSeconds,
} from './automations.ts';
import {DNS_PARAMETERS, type DnsParameters} from './dns.parameters.ts';
import type {Dns} from './dns.types.ts';
import {ENDPOINTS} from './endpoints.ts';
import {
	breakLock,
	cleanZone,
	countDangling,
	deleteRollback,
	handEditSeconds,
	pin,
	rebuild,
	refuseWithoutRollback,
	repoint,
	repointAll,
} from './hand-edits.ts';
import {GENERATIONS_MAX} from './zones.ts';

/** Of what a hand edit has to write, where that takes longer than to find out what to write. */
const PIN_SECONDS = 300;
const REBUILD_SECONDS = 2400;

/** What writes the records of a public name. */
export const EDIT_IDS: readonly string[] = ['repoint', 'repoint-all', 'pin', 'rebuild-zone'];

const endpoint = {
	kind: 'word',
	words: ENDPOINT_IDS,
	usual: ['regional'],
	aliases: Object.fromEntries(ENDPOINTS.map(({host, id}) => [host, id])),
} as const;

const ENDPOINT_NAMES = ['regional', 'dual-stack', 'fips', 'account'].map(
	name => `dns.answers.${name}`,
);

/** Words of `pause` and `resume`; the last three stand for several automations or other Regions. */
const automation = {
	kind: 'word',
	words: [
		'planner',
		'enactor-1',
		'enactor-2',
		'enactor-3',
		'cleanup',
		'enactors',
		'dns-automation',
		'dns-automation-elsewhere',
	],
	usual: ['dns-automation'],
} as const;

/** What an answer decides: the store behind it, and whoever needs the store at once. */
const MOVES = [
	...ENDPOINT_NAMES,
	'dynamodb.customerErrors',
	'dynamodb.prodErrors',
	'dynamodb.replicationLag',
	'resolvers.customersEmpty',
	'sts.errors',
	'iam.errors',
	'signIn.errors',
	'sqs.errors',
	'connect.callErrors',
	'redshift.queryErrors',
	'support.lockedOut',
];

const row = rowsFor<Dns, DnsParameters>({kind: 'do', team: 'dynamodb', needs: 'tools'});

/**
 * The DNS automation's levers and the hand edits of its zones (canon 4.5, 5.2). Seconds are for the first
 * edit by hand where that matters; `takes` gives the real time.
 */
const BY_HAND =
	'and an hour or more while the zone tool cannot read its own state in DynamoDB, or where every root is checked first';
const ELSEWHERE = `or ${String(DNS_PARAMETERS.elsewhereSeconds.value / 60)} min for dns-automation-elsewhere, Region by Region`;

const ROWS = {
	'pause-dns': row({
		forms: ['pause <automation>'],
		blanks: {automation},
		seconds: 60,
		otherwise: ELSEWHERE,
		what: 'stops the Planner, an Enactor, clean-up or all of the DNS automation where it stands',
		risk: 'DNS stays as it is, right or wrong; capacity changes no longer reach it.',
		touches: 'DNS plans of DynamoDB: what is paused writes no records until it is resumed',
		example: 'pause dns-automation',
		moves: MOVES,
		liftedBy: 'resume <automation>',
		takes: (_dns, {automation}, setup) => switchSeconds(automation, setup),
		refuse: (dns, {automation}) => refuseSwitch(dns, automation, true),
		apply: (dns, {automation}, by, setup, ctx) =>
			switchAutomations(dns, automation, true, by, setup, ctx),
	}),
	'resume-dns': row({
		forms: ['resume <automation>'],
		blanks: {automation},
		seconds: 60,
		otherwise: ELSEWHERE,
		what: 'starts it again',
		risk: 'The race is still there until it is fixed.',
		touches: 'DNS plans of DynamoDB: what resumes writes records at once',
		danger: 'It writes public records by itself, and may empty a name that was just repaired.',
		example: 'resume planner',
		moves: MOVES,
		takes: (_dns, {automation}, setup) => switchSeconds(automation, setup),
		refuse: (dns, {automation}) => refuseSwitch(dns, automation, false),
		apply: (dns, {automation}, by, setup, ctx) =>
			switchAutomations(dns, automation, false, by, setup, ctx),
	}),
	'restart-enactors': row({
		forms: ['restart <enactor>'],
		blanks: {
			enactor: {
				kind: 'word',
				words: ['enactor-1', 'enactor-2', 'enactor-3', 'enactors'],
				usual: ['enactors'],
			},
		},
		seconds: 90,
		what: 'stops an Enactor, or all three, and starts it with nothing in hand',
		risk: 'A publish that fails for want of a target fails again.',
		touches: 'the plan that the Enactor has in hand, which it drops',
		example: 'restart enactor-1',
		moves: MOVES,
		refuse: (dns, {enactor}) =>
			chosenEnactors(dns, enactor).some(({mode}) => mode.value !== 'paused')
				? null
				: refuse('paused', 'it is paused: resume it instead'),
		apply: (dns, {enactor}, _by, setup, ctx) => restart(dns, enactor, setup, ctx),
	}),
	'force-plan': row({
		forms: ['force plan'],
		blanks: {},
		seconds: 60,
		what: 'has the Planner write a new plan now',
		risk: 'It travels by the same Enactors as any other.',
		touches: 'the newest plan, and every endpoint that it publishes',
		example: 'force plan',
		moves: MOVES,
		refuse: dns =>
			isPaused(dns, 'planner')
				? refuse('paused', 'the Planner is paused, and only the Planner writes plans')
				: null,
		apply: (dns, _args, _by, setup, ctx) => forcePlan(dns, setup, ctx),
	}),
	'break-lock': row({
		forms: ['break lock <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'removes the holder from the TXT lock of a zone',
		risk: 'With Enactors running, whichever comes next wins, stale or not.',
		touches: 'the lock of one zone, and whoever believes they hold it',
		danger: 'Two writers may then publish over each other.',
		example: 'break lock regional',
		moves: MOVES,
		apply: (dns, {endpoint}) => breakLock(dns, endpoint),
	}),
	repoint: row({
		forms: ['repoint <endpoint> rollback', 'repoint <endpoint> <generation>'],
		blanks: {
			endpoint,
			generation: {kind: 'whole', min: 0, max: GENERATIONS_MAX - 1, unit: ''},
		},
		seconds: 600,
		otherwise: BY_HAND,
		what: 'points the public name at the rollback tree, or at the tree of a plan, by hand',
		risk: 'Running Enactors may undo it; an old plan leads to fewer load balancers.',
		touches: 'one public name, and everyone who resolves it',
		danger: 'It changes by hand what customers resolve, and caches keep it for its TTL.',
		example: 'repoint regional rollback',
		moves: MOVES,
		takes: (dns, _args, setup) => handEditSeconds(dns, setup),
		apply: (dns, {endpoint, generation}) => repoint(dns, endpoint, generation),
	}),
	'repoint-all': row({
		forms: ['repoint all rollback'],
		blanks: {},
		seconds: 600,
		otherwise: BY_HAND,
		what: 'points every name that leads to nothing at its rollback tree, by hand',
		risk: 'Running Enactors may undo it.',
		touches: 'every public name that leads to nothing, and everyone who resolves them',
		danger: 'It changes by hand what customers resolve, and caches keep it for its TTL.',
		example: 'repoint all rollback',
		moves: MOVES,
		takes: (dns, _args, setup) =>
			handEditSeconds(dns, setup) + setup.parameters.nextZoneSeconds * (countDangling(dns) - 1),
		refuse: dns =>
			countDangling(dns) === 0
				? refuse('nothing-dangles', 'no public name leads to nothing')
				: null,
		apply: dns => repointAll(dns),
	}),
	'delete-rollback': row({
		forms: ['delete rollback <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'deletes the rollback record of a zone and the tree under it',
		risk: 'It may be the last good tree: what is left then is a rebuild.',
		touches: 'the tree that this zone would go back to',
		danger: 'It cannot be undone: without a rollback tree, a bad zone must be rebuilt.',
		example: 'delete rollback cell-07',
		moves: ENDPOINT_NAMES,
		refuse: (dns, {endpoint}) => refuseWithoutRollback(dns, endpoint),
		apply: (dns, {endpoint}) => deleteRollback(dns, endpoint),
	}),
	'clean-zone': row({
		forms: ['clean zone <endpoint>'],
		blanks: {endpoint},
		seconds: 300,
		what: 'deletes by hand every tree of a zone that its public name does not point at',
		risk: 'The trees one could go back to are among them.',
		touches: 'every tree of the zone but the one in use',
		danger: 'It cannot be undone: what is deleted must be rebuilt record by record.',
		example: 'clean zone cell-07',
		moves: ENDPOINT_NAMES,
		apply: (dns, {endpoint}) => cleanZone(dns, endpoint),
	}),
	pin: row({
		forms: ['pin <endpoint> <count>'],
		blanks: {endpoint, count: {kind: 'whole', min: 1, max: 100, unit: 'addresses', usual: [100]}},
		seconds: PIN_SECONDS,
		otherwise: BY_HAND,
		what: 'pastes that many load balancer addresses into the public name in place of its alias',
		risk: 'All load goes to those few, and no Enactor can publish over them.',
		touches: 'one public name: it leads to few addresses only',
		danger: 'All customers of the name meet on those few addresses.',
		example: 'pin regional 8',
		moves: MOVES,
		takes: (dns, _args, setup) => Math.max(PIN_SECONDS, handEditSeconds(dns, setup)),
		apply: (dns, {endpoint, count}) => pin(dns, endpoint, count),
	}),
	'rebuild-zone': row({
		forms: ['rebuild zone <endpoint>'],
		blanks: {endpoint},
		seconds: REBUILD_SECONDS,
		otherwise: BY_HAND,
		what: 'builds the newest plan again from its history in S3 and points the name at it, by hand',
		risk: 'Slow: hundreds of records, none of which was ever written by a person.',
		touches: 'all records of one zone, rewritten by hand',
		danger: 'It replaces every record of the zone, and blocks the zone while it lasts.',
		example: 'rebuild zone regional',
		moves: MOVES,
		takes: (dns, _args, setup) => Math.max(REBUILD_SECONDS, handEditSeconds(dns, setup)),
		apply: (dns, {endpoint}) => rebuild(dns, endpoint),
	}),
};

/** What is done by hand may change any answer, so that the outputs are worked out anew. */
function stale(order: OrderRow<Dns, DnsParameters>): OrderRow<Dns, DnsParameters> {
	return {
		...order,
		apply: (dns, ...rest) => {
			dns.stale = true;
			return order.apply(dns, ...rest);
		},
	};
}

export const DNS_ORDERS: OrderRows<Dns, DnsParameters> = Object.fromEntries(
	Object.entries(ROWS).map(([id, order]) => [id, stale(order)]),
);

import type {Blank, OrderSpec, OrderTable} from '../kernel/index.ts';
import {ENDPOINT_IDS, ENDPOINTS} from './endpoints.ts';
import {GENERATIONS_MAX} from './zones.ts';

const endpoint: Blank = {
	kind: 'word',
	words: ENDPOINT_IDS,
	aliases: Object.fromEntries(ENDPOINTS.map(({host, id}) => [host, id])),
};

/** Words of `pause` and `resume`; the last three stand for several automations or other Regions. */
const automation: Blank = {
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
};

const byHand = (
	row: Pick<
		OrderSpec,
		'forms' | 'blanks' | 'seconds' | 'what' | 'risk' | 'touches' | 'danger' | 'example'
	>,
): OrderSpec => ({...row, kind: 'do', team: 'dynamodb', needs: 'tools'});

/**
 * The DNS automation's levers and the hand edits of its zones (canon 4.5, 5.2). Seconds are for the first
 * edit by hand where that matters; weighing an order gives the real time.
 */
export const DNS_ORDERS = {
	'pause-dns': byHand({
		forms: ['pause <automation>'],
		blanks: {automation},
		seconds: 60,
		what: 'stops the Planner, an Enactor, clean-up or all of the DNS automation where it stands',
		risk: 'DNS stays as it is, right or wrong; capacity changes no longer reach it.',
		touches: 'DNS plans of DynamoDB: what is paused writes no records until it is resumed',
		example: 'pause dns-automation',
	}),
	'resume-dns': byHand({
		forms: ['resume <automation>'],
		blanks: {automation},
		seconds: 60,
		what: 'starts it again',
		risk: 'The race is still there until it is fixed.',
		touches: 'DNS plans of DynamoDB: what resumes writes records at once',
		danger: 'It writes public records by itself, and may empty a name that was just put right.',
		example: 'resume planner',
	}),
	'restart-enactors': byHand({
		forms: ['restart <enactor>'],
		blanks: {enactor: {kind: 'word', words: ['enactor-1', 'enactor-2', 'enactor-3', 'enactors']}},
		seconds: 90,
		what: 'stops an Enactor, or all three, and starts it with nothing in hand',
		risk: 'A publish that fails for want of a target fails again.',
		touches: 'the plan that the Enactor has in hand, which it drops',
		example: 'restart enactor-1',
	}),
	'force-plan': byHand({
		forms: ['force plan'],
		blanks: {},
		seconds: 60,
		what: 'has the Planner write a new plan now',
		risk: 'It travels by the same Enactors as any other.',
		touches: 'the newest plan, and every endpoint that it publishes',
		example: 'force plan',
	}),
	'break-lock': byHand({
		forms: ['break lock <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'removes the holder from the TXT lock of a zone',
		risk: 'With Enactors running, whichever comes next wins, stale or not.',
		touches: 'the lock of one zone, and whoever believes they hold it',
		danger: 'Two writers may then publish over each other.',
		example: 'break lock regional',
	}),
	repoint: byHand({
		forms: ['repoint <endpoint> rollback', 'repoint <endpoint> <generation>'],
		blanks: {
			endpoint,
			generation: {kind: 'whole', min: 0, max: GENERATIONS_MAX - 1, unit: 'plan'},
		},
		seconds: 600,
		what: 'points the public name at the rollback tree, or at the tree of a plan, by hand',
		risk: 'Running Enactors may undo it; an old plan leads to fewer load balancers.',
		touches: 'one public name, and everyone who resolves it',
		danger: 'It changes by hand what customers resolve, and caches keep it for as long as its TTL.',
		example: 'repoint regional rollback',
	}),
	'repoint-all': byHand({
		forms: ['repoint all rollback'],
		blanks: {},
		seconds: 600,
		what: 'points every name that leads to nothing at its rollback tree, by hand',
		risk: 'Running Enactors may undo it.',
		touches: 'every public name that leads to nothing, and everyone who resolves them',
		danger: 'It changes by hand what customers resolve, and caches keep it for as long as its TTL.',
		example: 'repoint all rollback',
	}),
	'delete-rollback': byHand({
		forms: ['delete rollback <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'deletes the rollback record of a zone and the tree under it',
		risk: 'It may be the last good tree: what is left then is a rebuild.',
		touches: 'the tree that this zone would go back to',
		danger: 'It cannot be undone: without a rollback tree, a bad zone must be rebuilt.',
		example: 'delete rollback cell-07',
	}),
	'clean-zone': byHand({
		forms: ['clean zone <endpoint>'],
		blanks: {endpoint},
		seconds: 300,
		what: 'deletes by hand every tree of a zone that its public name does not point at',
		risk: 'The trees one could go back to are among them.',
		touches: 'every tree of the zone but the one in use',
		danger: 'It cannot be undone: what is deleted must be rebuilt record by record.',
		example: 'clean zone cell-07',
	}),
	pin: byHand({
		forms: ['pin <endpoint> <count>'],
		blanks: {endpoint, count: {kind: 'whole', min: 1, max: 100, unit: 'addresses'}},
		seconds: 300,
		what: 'pastes that many load balancer addresses into the public name in place of its alias',
		risk: 'All load goes to those few, and no Enactor can publish over them.',
		touches: 'one public name: it leads to few addresses only',
		danger: 'All customers of the name meet on those few addresses.',
		example: 'pin regional 8',
	}),
	'rebuild-zone': byHand({
		forms: ['rebuild zone <endpoint>'],
		blanks: {endpoint},
		seconds: 2400,
		what: 'builds the newest plan again from its history in S3 and points the name at it, by hand',
		risk: 'Slow: hundreds of records, none of which was ever written by a person.',
		touches: 'all records of one zone, written anew by hand',
		danger: 'It replaces every record of the zone, and blocks the zone while it lasts.',
		example: 'rebuild zone regional',
	}),
} as const satisfies OrderTable;

export type DnsOrderId = keyof typeof DNS_ORDERS;

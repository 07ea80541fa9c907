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
	row: Pick<OrderSpec, 'forms' | 'blanks' | 'seconds' | 'what' | 'risk' | 'example'>,
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
		example: 'pause dns-automation',
	}),
	'resume-dns': byHand({
		forms: ['resume <automation>'],
		blanks: {automation},
		seconds: 60,
		what: 'starts it again',
		risk: 'The race is still there until it is fixed.',
		example: 'resume planner',
	}),
	'restart-enactors': byHand({
		forms: ['restart <enactor>'],
		blanks: {enactor: {kind: 'word', words: ['enactor-1', 'enactor-2', 'enactor-3', 'enactors']}},
		seconds: 90,
		what: 'stops an Enactor, or all three, and starts it with nothing in hand',
		risk: 'A publish that fails for want of a target fails again.',
		example: 'restart enactor-1',
	}),
	'force-plan': byHand({
		forms: ['force plan'],
		blanks: {},
		seconds: 60,
		what: 'has the Planner write a new plan now',
		risk: 'It travels by the same Enactors as any other.',
		example: 'force plan',
	}),
	'break-lock': byHand({
		forms: ['break lock <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'removes the holder from the TXT lock of a zone',
		risk: 'With Enactors running, whichever comes next wins, stale or not.',
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
		example: 'repoint regional rollback',
	}),
	'repoint-all': byHand({
		forms: ['repoint all rollback'],
		blanks: {},
		seconds: 600,
		what: 'points every name that leads to nothing at its rollback tree, by hand',
		risk: 'Running Enactors may undo it.',
		example: 'repoint all rollback',
	}),
	'delete-rollback': byHand({
		forms: ['delete rollback <endpoint>'],
		blanks: {endpoint},
		seconds: 120,
		what: 'deletes the rollback record of a zone and the tree under it',
		risk: 'It may be the last good tree: what is left then is a rebuild.',
		example: 'delete rollback cell-07',
	}),
	'clean-zone': byHand({
		forms: ['clean zone <endpoint>'],
		blanks: {endpoint},
		seconds: 300,
		what: 'deletes by hand every tree of a zone that its public name does not point at',
		risk: 'The trees one could go back to are among them.',
		example: 'clean zone cell-07',
	}),
	pin: byHand({
		forms: ['pin <endpoint> <count>'],
		blanks: {endpoint, count: {kind: 'whole', min: 1, max: 100, unit: 'addresses'}},
		seconds: 300,
		what: 'pastes that many load balancer addresses into the public name in place of its alias',
		risk: 'All load goes to those few, and no Enactor can publish over them.',
		example: 'pin regional 8',
	}),
	'rebuild-zone': byHand({
		forms: ['rebuild zone <endpoint>'],
		blanks: {endpoint},
		seconds: 2400,
		what: 'builds the newest plan again from its history in S3 and points the name at it, by hand',
		risk: 'Slow: hundreds of records, none of which was ever written by a person.',
		example: 'rebuild zone regional',
	}),
} as const satisfies OrderTable;

export type DnsOrderId = keyof typeof DNS_ORDERS;

import {PARTS_OF, type PanelId} from '../../../observe/index.ts';
import {
	ORDERS,
	ordersIn,
	SUBSYSTEMS,
	type Cast,
	type SubsystemName,
} from '../../../session/index.ts';

/** Whose orders a panel is about. */
const PARTS: Readonly<Partial<Record<PanelId, readonly SubsystemName[]>>> = {
	...PARTS_OF,
	curve: PARTS_OF.dwfm,
};

/** Single orders that belong there beside. */
const BESIDE: Readonly<Record<PanelId, readonly string[]>> = {
	overview: ['declare', 'page', 'show-services', 'show-throttles', 'show-teams'],
	alerts: ['ack', 'shelve', 'unshelve', 'page', 'escalate', 'declare'],
	dns: ['dig', 'show-zone', 'show-zone-plans', 'show-enactors', 'show-plans', 'show-resolvers'],
	dwfm: ['show-hosts', 'show-leases', 'show-curve', 'show-probe', 'throttle-launches'],
	curve: ['show-curve', 'show-probe'],
	launches: ['show-launches', 'show-throttles'],
	network: ['show-network', 'show-border', 'throttle-terminations'],
	nlb: ['show-balancers'],
	company: [],
	others: ['show-lambda', 'show-redshift', 'show-support'],
	services: ['update', 'post', 'promise', 'advise', 'show-services'],
	open: [
		...Object.keys(ORDERS).filter(id => /^(pause|resume)-/u.test(id)),
		...['throttle-launches-off', 'throttle-terminations-off', 'gate-dwfm-off'],
		...['update', 'unshelve', 'show-automations', 'show-throttles'],
	],
	comms: [
		'update',
		'post',
		'promise',
		'advise',
		'page',
		'escalate',
		'release',
		'declare',
		'show-teams',
	],
	log: ['note'],
	orders: ['stop-restarts', 'note'],
};

/** The ids of the orders of a cast that belong to a panel, its own first. */
export function ordersOf(panel: PanelId, cast: Cast): readonly string[] {
	const own = (PARTS[panel] ?? []).flatMap(part => Object.keys(SUBSYSTEMS[part].orders));
	return [...new Set([...own, ...BESIDE[panel]])].filter(id => Object.hasOwn(ordersIn(cast), id));
}

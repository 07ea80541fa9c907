import {PARTS_OF, type PanelId} from '../../../observe/index.ts';
import {ORDERS, SUBSYSTEMS, type SubsystemName} from '../../../session/index.ts';

/** Whose orders a panel is about, and single ones that belong there beside. */
const BELONGS: Readonly<
	Record<PanelId, {readonly parts: readonly SubsystemName[]; readonly orders: readonly string[]}>
> = {
	vitals: {
		parts: [],
		orders: ['declare', 'page', 'show-services', 'show-automations', 'show-teams'],
	},
	alerts: {parts: [], orders: ['ack', 'shelve', 'unshelve', 'page', 'escalate', 'declare']},
	dns: {
		parts: PARTS_OF.dns,
		orders: [
			'dig',
			'show-zone',
			'show-zone-plans',
			'show-enactors',
			'show-plans',
			'show-resolvers',
		],
	},
	dwfm: {
		parts: PARTS_OF.dwfm,
		orders: ['show-hosts', 'show-leases', 'show-curve', 'show-probe', 'throttle-launches'],
	},
	curve: {parts: PARTS_OF.dwfm, orders: ['show-curve', 'show-probe']},
	launches: {parts: PARTS_OF.launches, orders: ['show-launches', 'show-throttles']},
	network: {
		parts: PARTS_OF.network,
		orders: ['show-network', 'show-border', 'throttle-terminations'],
	},
	nlb: {parts: PARTS_OF.nlb, orders: ['show-balancers']},
	others: {
		parts: PARTS_OF.others,
		orders: ['show-lambda', 'show-redshift', 'show-support'],
	},
	services: {parts: [], orders: ['update', 'post', 'promise', 'advise', 'show-services']},
	automations: {
		parts: [],
		orders: [
			...Object.keys(ORDERS).filter(id => /^(pause|resume)-/u.test(id)),
			...['page', 'escalate', 'release', 'show-automations', 'show-teams'],
		],
	},
	comms: {
		parts: [],
		orders: [
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
	},
	map: {parts: [], orders: ['show-services', 'show-automations', 'show-throttles']},
	log: {parts: [], orders: ['note']},
	orders: {parts: [], orders: ['stop-restarts', 'note']},
};

/** The ids of the orders that belong to a panel, its own first. */
export function ordersOf(panel: PanelId): readonly string[] {
	const {parts, orders} = BELONGS[panel];
	const own = parts.flatMap(part => Object.keys(SUBSYSTEMS[part].orders));
	return [...new Set([...own, ...orders])].filter(id => id in ORDERS);
}

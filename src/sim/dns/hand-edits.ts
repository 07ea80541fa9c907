import {
	assert,
	done,
	refuse,
	unreachable,
	type Acceptance,
	type StepContext,
	type Order,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {
	chosenEnactors,
	forcePlan,
	isPaused,
	restart,
	switchAutomations,
	weighSwitch,
} from './automations.ts';
import {moveZone} from './dns.machine.ts';
import {DNS_ORDERS, type DnsOrderId} from './dns.orders.ts';
import type {Dns} from './dns.types.ts';
import {ENDPOINTS, endpointIndex} from './endpoints.ts';
import type {DnsConditions} from './turn.ts';
import {
	buildTree,
	hasTree,
	isDangling,
	NO_TREE,
	releaseLock,
	removeTree,
	repointRoot,
} from './zones.ts';

const NEXT_ZONE_SECONDS = 30;

/** Judges an order about the DNS automation as it is given, and says how long it takes. */
export function validateDns(dns: Dns, order: Order, setup: DnsConditions): Acceptance | Refusal {
	const id = order.id as DnsOrderId;
	switch (id) {
		case 'pause-dns':
		case 'resume-dns':
			return weighSwitch(dns, order, id === 'pause-dns', setup);
		case 'restart-enactors':
			return chosenEnactors(dns, order).some(enactor => enactor.mode.value !== 'paused')
				? takes(id)
				: refuse('paused', 'it is paused: resume it instead');
		case 'force-plan':
			return isPaused(dns, 'planner')
				? refuse('paused', 'the Planner is paused, and only the Planner writes plans')
				: takes(id);
		case 'repoint':
			return {ok: true, seconds: handEditSeconds(dns, setup)};
		case 'repoint-all': {
			const dangling = countDangling(dns);
			if (dangling === 0) return refuse('nothing-dangles', 'no public name leads to nothing');
			const more = NEXT_ZONE_SECONDS * (dangling - 1);
			return {ok: true, seconds: handEditSeconds(dns, setup) + more};
		}
		case 'delete-rollback':
			return dns.zones.rollback[endpointOf(order)] === NO_TREE
				? refuse('no-rollback', 'the zone has no rollback record')
				: takes(id);
		case 'break-lock':
		case 'clean-zone':
		case 'pin':
		case 'rebuild-zone':
			return takes(id);
		default:
			return unreachable(id);
	}
}

/** The effect of an order about the DNS automation, once its time is over. */
export function applyDns(
	dns: Dns,
	order: Order,
	by: string,
	setup: DnsConditions,
	ctx: StepContext,
): Result {
	const id = order.id as DnsOrderId;
	dns.stale = true;
	switch (id) {
		case 'pause-dns':
		case 'resume-dns':
			return switchAutomations(dns, order, id === 'pause-dns', by, setup, ctx);
		case 'restart-enactors':
			return restart(dns, order, setup, ctx);
		case 'force-plan':
			return forcePlan(dns, setup, ctx);
		case 'break-lock': {
			releaseLock(dns.zones, endpointOf(order));
			return done(`the lock of ${hostOf(order)} has no holder now`);
		}
		case 'repoint':
			return repoint(dns, order);
		case 'repoint-all':
			return repointAll(dns);
		case 'delete-rollback':
			return deleteRollback(dns, order);
		case 'clean-zone':
			return cleanZone(dns, order);
		case 'pin':
			return pin(dns, order);
		case 'rebuild-zone':
			return rebuild(dns, order);
		default:
			return unreachable(id);
	}
}

function takes(id: DnsOrderId): Acceptance {
	return {ok: true, seconds: DNS_ORDERS[id].seconds};
}

/** Nobody had written these zones by hand before, and tree names are UUIDs: the first edit is slow. */
function handEditSeconds(dns: Dns, {parameters, switches}: DnsConditions): number {
	const first = switches['human-readable-names']
		? parameters.handEditReadableSeconds
		: parameters.handEditSeconds;
	return dns.handEdits === 0 ? first : Math.min(first, parameters.handEditAgainSeconds);
}

function countDangling(dns: Dns): number {
	return ENDPOINTS.filter((_, endpoint) => isDangling(dns.zones, endpoint)).length;
}

function repoint(dns: Dns, order: Order): Result {
	const endpoint = endpointOf(order);
	const asked = order.args['generation'];
	const generation = asked === undefined ? dns.zones.rollback[endpoint]! : Number(asked);
	if (generation === NO_TREE) return refuse('no-rollback', 'the zone has no rollback record');
	if (!pointAt(dns, endpoint, generation)) {
		return refuse(
			'no-such-tree',
			`the tree of plan ${String(generation)} is not in the zone any more`,
		);
	}
	return done(`${hostOf(order)} points at plan ${String(generation)}`);
}

function repointAll(dns: Dns): Result {
	let repaired = 0;
	let left = 0;
	for (let endpoint = 0; endpoint < ENDPOINTS.length; endpoint++) {
		if (!isDangling(dns.zones, endpoint)) continue;
		if (pointAt(dns, endpoint, dns.zones.rollback[endpoint]!)) repaired++;
		else left++;
	}
	if (repaired === 0)
		return refuse('nothing-repaired', 'no name could be pointed at a rollback tree');
	const rest = left === 0 ? '' : `; ${String(left)} have no rollback tree left`;
	const names =
		repaired === 1 ? '1 name points at its' : `${String(repaired)} names point at their`;
	return done(`${names} rollback tree${repaired === 1 ? '' : 's'}${rest}`);
}

function pointAt(dns: Dns, endpoint: number, generation: number): boolean {
	if (!repointRoot(dns.zones, endpoint, generation)) return false;
	settleHandEdit(dns, endpoint, 'REPOINTED');
	return true;
}

function settleHandEdit(dns: Dns, endpoint: number, event: 'REPOINTED' | 'PINNED'): void {
	moveZone(dns.zoneModes[endpoint]!, event);
	releaseLock(dns.zones, endpoint);
	dns.handEdits++;
}

function deleteRollback(dns: Dns, order: Order): Result {
	const endpoint = endpointOf(order);
	const generation = dns.zones.rollback[endpoint]!;
	if (generation === NO_TREE) return refuse('no-rollback', 'the zone has no rollback record');
	dns.zones.rollback[endpoint] = NO_TREE;
	if (generation !== dns.zones.root[endpoint]) removeTree(dns.zones, endpoint, generation);
	return done(`the rollback record of ${hostOf(order)} and its tree are deleted`);
}

function cleanZone(dns: Dns, order: Order): Result {
	const endpoint = endpointOf(order);
	let deleted = 0;
	for (let generation = 0; generation <= dns.newestPlan; generation++) {
		if (generation === dns.zones.root[endpoint] || !hasTree(dns.zones, endpoint, generation))
			continue;
		removeTree(dns.zones, endpoint, generation);
		deleted++;
	}
	return done(`${String(deleted)} trees of ${hostOf(order)} deleted`);
}

function pin(dns: Dns, order: Order): Result {
	const endpoint = endpointOf(order);
	const count = Number(order.args['count']);
	dns.zones.pinned[endpoint] = count;
	settleHandEdit(dns, endpoint, 'PINNED');
	return done(`${hostOf(order)} answers with ${String(count)} addresses, set by hand`);
}

function rebuild(dns: Dns, order: Order): Result {
	const endpoint = endpointOf(order);
	buildTree(dns.zones, endpoint, dns.newestPlan);
	pointAt(dns, endpoint, dns.newestPlan);
	return done(
		`${hostOf(order)} points at plan ${String(dns.newestPlan)}, built again from its history`,
	);
}

function endpointOf(order: Order): number {
	const endpoint = endpointIndex(String(order.args['endpoint']));
	assert(endpoint >= 0, 'an order names a known endpoint');
	return endpoint;
}

function hostOf(order: Order): string {
	return ENDPOINTS[endpointOf(order)]!.host;
}

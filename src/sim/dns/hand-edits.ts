import {done, refuse, type EndpointId, type Refusal, type Result} from '../kernel/index.ts';
import {moveZone} from './dns.machine.ts';
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

/** Removes the holder from the lock of a zone. */
export function breakLock(dns: Dns, id: EndpointId): Result {
	releaseLock(dns.zones, endpointIndex(id));
	return done(`the lock of ${hostOf(id)} has no holder now`);
}

export function refuseWithoutRollback(dns: Dns, id: EndpointId): Refusal | null {
	return dns.zones.rollback[endpointIndex(id)] === NO_TREE
		? refuse('no-rollback', 'the zone has no rollback record')
		: null;
}

/** Nobody had written these zones by hand before, and tree names are UUIDs: the first edit is slow. */
export function handEditSeconds(dns: Dns, setup: DnsConditions): number {
	const {parameters, switches} = setup;
	const {handEditSeconds, handEditBlindSeconds} = parameters;
	const unreadable = toolIsBlind(dns, setup) ? handEditBlindSeconds : handEditSeconds;
	const first = switches['human-readable-names'] ? parameters.handEditReadableSeconds : unreadable;
	return dns.handEdits === 0 ? first : Math.min(first, parameters.handEditAgainSeconds);
}

/** The zone tool keeps its own state in DynamoDB. */
export function toolIsBlind(dns: Dns, {parameters}: DnsConditions): boolean {
	return dns.internalErrors > parameters.zoneToolErrorsMax;
}

export function countDangling(dns: Dns): number {
	return ENDPOINTS.filter((_, endpoint) => isDangling(dns.zones, endpoint)).length;
}

/** Points a name at the tree of a plan, or at its rollback tree. */
export function repoint(dns: Dns, id: EndpointId, asked: number | undefined): Result {
	const endpoint = endpointIndex(id);
	const generation = asked ?? dns.zones.rollback[endpoint]!;
	if (generation === NO_TREE) return refuse('no-rollback', 'the zone has no rollback record');
	if (!pointAt(dns, endpoint, generation)) {
		return refuse(
			'no-such-tree',
			`the tree of plan ${String(generation)} is not in the zone any more`,
		);
	}
	return done(`${hostOf(id)} points at plan ${String(generation)}`);
}

export function repointAll(dns: Dns): Result {
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

export function deleteRollback(dns: Dns, id: EndpointId): Result {
	const endpoint = endpointIndex(id);
	const generation = dns.zones.rollback[endpoint]!;
	if (generation === NO_TREE) return refuse('no-rollback', 'the zone has no rollback record');
	dns.zones.rollback[endpoint] = NO_TREE;
	if (generation !== dns.zones.root[endpoint]) removeTree(dns.zones, endpoint, generation);
	return done(`the rollback record of ${hostOf(id)} and its tree are deleted`);
}

export function cleanZone(dns: Dns, id: EndpointId): Result {
	const endpoint = endpointIndex(id);
	let deleted = 0;
	for (let generation = 0; generation <= dns.newestPlan; generation++) {
		if (generation === dns.zones.root[endpoint] || !hasTree(dns.zones, endpoint, generation))
			continue;
		removeTree(dns.zones, endpoint, generation);
		deleted++;
	}
	return done(`${String(deleted)} trees of ${hostOf(id)} deleted`);
}

export function pin(dns: Dns, id: EndpointId, count: number): Result {
	const endpoint = endpointIndex(id);
	dns.zones.pinned[endpoint] = count;
	settleHandEdit(dns, endpoint, 'PINNED');
	return done(`${hostOf(id)} answers with ${String(count)} addresses, set by hand`);
}

export function rebuild(dns: Dns, id: EndpointId): Result {
	const endpoint = endpointIndex(id);
	buildTree(dns.zones, endpoint, dns.newestPlan);
	pointAt(dns, endpoint, dns.newestPlan);
	return done(
		`${hostOf(id)} points at plan ${String(dns.newestPlan)}, built again from its history`,
	);
}

function hostOf(id: EndpointId): string {
	return ENDPOINTS[endpointIndex(id)]!.host;
}

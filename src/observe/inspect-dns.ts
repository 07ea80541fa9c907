import {assert, type World} from '../sim/index.ts';
import {ENDPOINTS, endpointIndex, hasTree, NOBODY, treeName} from './subsystems.ts';
import type {
	EnactorsInspection,
	EnactorInspection,
	Target,
	ZoneInspection,
} from './instruments.types.ts';

/** The records of one hosted zone. Trees are UUIDs: only the plan history says which plan each one is. */
export function zoneInspection(world: World, id: string, withPlans: boolean): ZoneInspection {
	const index = endpointIndex(id);
	const endpoint = ENDPOINTS[index];
	assert(endpoint !== undefined, `${id} is an endpoint`);
	const {output} = world.dns;
	const holder = output.lockHolders[index] ?? NOBODY;
	return {
		at: world.now,
		endpoint: id,
		host: endpoint.host,
		root: targetOf(world, index, output.roots[index] ?? -1, withPlans),
		rollback: targetOf(world, index, output.rollbacks[index] ?? -1, withPlans),
		lockHolder: holder === NOBODY ? null : (output.enactors[holder]?.id ?? 'somebody unknown'),
		answers: output.answers[index] ?? 0,
		fullAnswers: output.fullAnswers,
		trees: treesOf(world, index).length,
	};
}

/** Plans whose trees stand in a zone, oldest first. */
export function treesOf(world: World, endpoint: number): readonly number[] {
	const trees: number[] = [];
	for (let generation = 0; generation <= world.dns.output.newestPlan; generation++) {
		if (hasTree(world.dns.zones, endpoint, generation)) trees.push(generation);
	}
	return trees;
}

export function targetOf(
	world: World,
	endpoint: number,
	generation: number,
	withPlans: boolean,
): Target | null {
	if (generation < 0) return null;
	return {
		name: treeName(world.dns, endpoint, generation, world.switches),
		plan: withPlans ? generation : null,
		missing: !hasTree(world.dns.zones, endpoint, generation),
	};
}

export function enactorsInspection(world: World): EnactorsInspection {
	const {newestPlan, enactors} = world.dns.output;
	return {
		at: world.now,
		newestPlan,
		enactors: enactors.map((enactor): EnactorInspection => ({
			id: enactor.id,
			mode: enactor.mode,
			plan: enactor.plan < 0 ? null : enactor.plan,
			passAgeSeconds: enactor.passAgeSeconds,
			plansBehind: enactor.planAge,
			locksLost: enactor.lostLocks,
			failures: enactor.failures,
		})),
	};
}

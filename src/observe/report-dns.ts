import type {World} from '../sim/index.ts';
import {ENDPOINTS, endpointIndex, hasTree, NOBODY, treeName} from './doors.ts';
import {clockOf, duration, percent, whole} from './words.ts';

const TREES_SHOWN = 6;

/** The records of one hosted zone. Trees are UUIDs: only the plan history says which plan each one is. */
export function zoneLines(world: World, id: string, withPlans: boolean): readonly string[] {
	const index = endpointIndex(id);
	const endpoint = ENDPOINTS[index];
	if (endpoint === undefined) return [`no zone ${id}`];
	const {dns} = world;
	const root = dns.output.roots[index] ?? -1;
	const rollback = dns.output.rollbacks[index] ?? -1;
	const holder = dns.output.lockHolders[index] ?? NOBODY;
	const named = (generation: number) => treeWords(world, index, generation, withPlans);
	const trees = treesOf(world, index);
	return [
		`zone of ${endpoint.host}`,
		`ROOT      alias ${named(root)}${pinnedWords(world, index)}`,
		`ROLLBACK  alias ${named(rollback)}`,
		`LOCK      ${holder === NOBODY ? 'free' : `held by ${dns.output.enactors[holder]?.id ?? 'nobody known'}`}`,
		`ANSWERS   ${whole(dns.output.answers[index] ?? 0)} of ${whole(dns.output.fullAnswers)} load balancers`,
		`TREES     ${String(trees.length)} in the zone${trees.length > 0 ? '; the newest built:' : ''}`,
		...shown(world, trees, withPlans).map(generation => `          ${named(generation)}`),
	];
}

/** Without the plan history, trees can only be listed in the order of their names. */
function shown(world: World, trees: readonly number[], withPlans: boolean): readonly number[] {
	const newest = trees.slice(-TREES_SHOWN);
	if (withPlans || world.switches['human-readable-names']) return newest.toReversed();
	const byName = newest.map(generation => ({
		generation,
		name: treeName(world.dns, 0, generation, world.switches),
	}));
	byName.sort((a, b) => (a.name < b.name ? -1 : 1));
	return byName.map(({generation}) => generation);
}

function treesOf(world: World, endpoint: number): readonly number[] {
	const trees: number[] = [];
	for (let generation = 0; generation <= world.dns.output.newestPlan; generation++) {
		if (hasTree(world.dns.zones, endpoint, generation)) trees.push(generation);
	}
	return trees;
}

function treeWords(world: World, endpoint: number, generation: number, withPlans: boolean): string {
	if (generation < 0) return 'nothing';
	const name = treeName(world.dns, endpoint, generation, world.switches);
	const plan = withPlans ? `  plan ${String(generation)}` : '';
	const isMissing = !hasTree(world.dns.zones, endpoint, generation);
	return `${name}${plan}${isMissing ? '  (no such tree)' : ''}`;
}

function pinnedWords(world: World, endpoint: number): string {
	const pinned = world.dns.zones.pinned[endpoint] ?? 0;
	return pinned > 0 ? `, replaced by hand with ${String(pinned)} addresses` : '';
}

export function enactorLines(world: World): readonly string[] {
	const {newestPlan, enactors, regressions} = world.dns.output;
	return [
		...enactors.map(enactor => {
			const hand =
				enactor.plan < 0
					? 'no plan in hand'
					: `plan ${String(enactor.plan)} for ${duration(enactor.passAgeSeconds)}, ${String(enactor.planAge)} behind`;
			return `${enactor.id}  ${enactor.mode}: ${hand}; locks lost ${whole(enactor.lostLocks)}; failures ${whole(enactor.failures)}; last pass finished ${since(world, enactor.lastPublishAt)}`;
		}),
		`newest plan ${String(newestPlan)}; times an older plan replaced a newer one: ${whole(regressions)}`,
	];
}

export function planLines(world: World): readonly string[] {
	const {newestPlan, enactors, roots} = world.dns.output;
	const applied = roots[0] ?? -1;
	return [
		`newest plan ${String(newestPlan)}`,
		`regional root at plan ${String(applied)}, ${String(newestPlan - applied)} behind`,
		...enactors.map(({id, plan}) => `${id} holds ${plan < 0 ? 'none' : `plan ${String(plan)}`}`),
	];
}

export function resolverLines(world: World): readonly string[] {
	const {customersEmpty, prodEmpty, dwfmEmpty, capacityShare} = world.resolvers.output;
	return [
		`customers          ${percent(customersEmpty)} of look-ups get zero answers`,
		`internal services  ${percent(prodEmpty)}`,
		`droplet managers   ${percent(dwfmEmpty)}`,
		`the answers lead to ${percent(capacityShare)} of the DynamoDB fleet`,
	];
}

function since(world: World, at: number): string {
	return at < 0 ? 'never' : `at ${clockOf(at, world.settings.startSecondsOfDay).pdt}`;
}

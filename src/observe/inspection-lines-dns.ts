import type {World} from '../sim/index.ts';
import {endpointIndex, treeName} from './subsystems.ts';
import type {Target} from './instruments.types.ts';
import {targetOf, treesOf, zoneInspection} from './inspect-dns.ts';
import {clockOf, duration, shortShare, whole} from './words.ts';

const TREES_SHOWN = 6;

/** The records of one hosted zone. Trees are UUIDs: only the plan history says which plan each one is. */
export function zoneLines(world: World, id: string, withPlans: boolean): readonly string[] {
	const index = endpointIndex(id);
	const seen = zoneInspection(world, id, withPlans);
	const trees = treesOf(world, index);
	const tree = (generation: number) => targetWords(targetOf(world, index, generation, withPlans));
	return [
		`zone of ${seen.host}`,
		`ROOT      alias ${targetWords(seen.root)}${pinnedWords(world, index)}`,
		`ROLLBACK  alias ${targetWords(seen.rollback)}`,
		`LOCK      ${seen.lockHolder === null ? 'free' : `held by ${seen.lockHolder}`}`,
		`ANSWERS   ${whole(seen.answers)} of ${whole(seen.fullAnswers)} load balancers`,
		`TREES     ${String(seen.trees)} in the zone${seen.trees > 0 ? '; the newest built:' : ''}`,
		...shown(world, trees, withPlans).map(generation => `          ${tree(generation)}`),
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

function targetWords(target: Target | null): string {
	if (target === null) return 'nothing';
	const plan = target.plan === null ? '' : `  plan ${String(target.plan)}`;
	return `${target.name}${plan}${target.missing ? '  (no such tree)' : ''}`;
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
		`newest plan ${String(newestPlan)}; plan regressions: ${whole(regressions)}`,
	];
}

export function planLines(world: World): readonly string[] {
	const {newestPlan, enactors, roots} = world.dns.output;
	const applied = roots[0] ?? -1;
	return [
		`newest plan ${String(newestPlan)}, one for all ${String(roots.length)} endpoints of the Region`,
		`regional root at plan ${String(applied)}, ${String(newestPlan - applied)} behind`,
		...enactors.map(({id, plan}) => `${id} holds ${plan < 0 ? 'none' : `plan ${String(plan)}`}`),
	];
}

export function resolverLines(world: World): readonly string[] {
	const {customersEmpty, prodEmpty, dwfmEmpty, capacityShare} = world.resolvers.output;
	return [
		`customers          ${shortShare(customersEmpty)} of look-ups get zero answers`,
		`internal services  ${shortShare(prodEmpty)}`,
		`droplet managers   ${shortShare(dwfmEmpty)}`,
		`the answers cover ${shortShare(capacityShare)} of the DynamoDB fleet`,
	];
}

function since(world: World, at: number): string {
	return at < 0 ? 'never' : `at ${clockOf(at, world.settings.startSecondsOfDay).pdt}`;
}

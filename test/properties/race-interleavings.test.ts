import {describe, expect, test} from 'vitest';
import {
	buildTree,
	createZones,
	deleteTree,
	install,
	isDangling,
	listTreesBefore,
	takeLock,
	type Zones,
} from '../../src/sim/dns/index.ts';
import {everyWay} from '../support/every-way.ts';

// Two Enactors and one zone, every order of their steps. The slow one has picked plan 110 and passed its
// only check; the fast one carries 145, then cleans up. They run the very functions that the event loop
// runs. Afterwards a third Enactor tries to publish 146, which shows whether the zone is stuck.

const OLD = 110;
const NEW = 145;
const KEEP = 10;

type Guards = {
	readonly fencing: boolean;
	readonly recheck: boolean;
	readonly liveCheck: boolean;
	readonly floor: boolean;
	readonly nullOk: boolean;
};
const NO_GUARDS: Guards = {
	fencing: false,
	recheck: false,
	liveCheck: false,
	floor: false,
	nullOk: false,
};

/** One thing an Enactor does without pause; true when it has to start over with this endpoint. */
type Step = () => 'on' | 'again' | 'over';

type Worker = {at: number; attempts: number; readonly steps: readonly Step[]};

/** The steps up to an install, as one Enactor takes them for a plan (canon 4.2, 3 a-c). */
function publishing(zones: Zones, enactor: number, plan: number, guards: Guards): Step[] {
	let belief = 0;
	return [
		() => (guards.recheck && plan < zones.root[0]! ? 'over' : 'on'),
		() => {
			belief = zones.lockValue[0]!;
			return 'on';
		},
		() => {
			if (!takeLock(zones, 0, {enactor, belief, at: 0, until: 1})) return 'again';
			buildTree(zones, 0, plan);
			return 'on';
		},
		() => {
			const guard = {fencing: guards.fencing, missingTargetOk: guards.nullOk};
			const result = install(zones, 0, plan, belief + 1, guard);
			if (result === 'lock-lost' || result === 'tree-missing') return 'again';
			return result === 'installed' || result === 'unchanged' ? 'on' : 'over';
		},
	];
}

function cleaningUp(zones: Zones, guards: Guards): Step[] {
	const victims: number[] = [];
	return [
		() => {
			listTreesBefore(zones, NEW - KEEP, victims);
			return 'on';
		},
		() => {
			for (const victim of victims) deleteTree(zones, 0, victim, guards);
			return 'on';
		},
	];
}

const ATTEMPTS_MAX = 3;

function advance(worker: Worker): void {
	const outcome = worker.steps[worker.at]!();
	if (outcome === 'on') worker.at++;
	else if (outcome === 'again' && ++worker.attempts < ATTEMPTS_MAX) worker.at = 0;
	else worker.at = worker.steps.length;
}

type Count = {ways: number; empty: number; stuck: number; regressed: number};

function countWays(guards: Guards): Count {
	const count: Count = {ways: 0, empty: 0, stuck: 0, regressed: 0};
	count.ways = everyWay(choose => {
		const zones = createZones(1, OLD - 1, KEEP);
		const slow: Worker = {at: 0, attempts: 0, steps: publishing(zones, 0, OLD, guards)};
		const fastSteps = [...publishing(zones, 1, NEW, guards), ...cleaningUp(zones, guards)];
		const fast: Worker = {at: 0, attempts: 0, steps: fastSteps};
		let before = zones.root[0]!;
		let regressed = false;
		for (;;) {
			const able = [slow, fast].filter(worker => worker.at < worker.steps.length);
			if (able.length === 0) break;
			advance(able[choose(able.length)]!);
			regressed ||= zones.root[0]! < before;
			before = zones.root[0]!;
		}
		const third: Worker = {at: 0, attempts: 0, steps: publishing(zones, 2, 146, guards)};
		if (isDangling(zones, 0)) count.empty++;
		while (third.at < third.steps.length) advance(third);
		if (isDangling(zones, 0)) count.stuck++;
		if (regressed) count.regressed++;
	});
	return count;
}

describe('every interleaving of a slow and a fast Enactor', () => {
	const bare = countWays(NO_GUARDS);

	test('some leave the name empty, and each of those is stuck', () => {
		expect(bare.ways).toBeGreaterThan(100);
		expect(bare.empty).toBeGreaterThan(0);
		expect(bare.stuck).toBe(bare.empty);
		expect(bare.empty).toBeLessThan(bare.regressed);
	});

	test('with a fencing token none does, and no plan goes back', () => {
		expect(countWays({...NO_GUARDS, fencing: true})).toMatchObject({
			empty: 0,
			stuck: 0,
			regressed: 0,
		});
	});

	test('with a live check in clean-up none does, though plans still go back', () => {
		const checked = countWays({...NO_GUARDS, liveCheck: true});
		expect(checked).toMatchObject({empty: 0, stuck: 0});
		expect(checked.regressed).toBeGreaterThan(0);
	});

	test('a floor under deletions keeps the name', () => {
		expect(countWays({...NO_GUARDS, floor: true})).toMatchObject({empty: 0, stuck: 0});
	});

	test('a second look before the write closes most of it, and not all', () => {
		const rechecked = countWays({...NO_GUARDS, recheck: true});
		expect(rechecked.empty / rechecked.ways).toBeLessThan(bare.empty / bare.ways);
		expect(rechecked.empty).toBeGreaterThan(0);
	});

	test('an install that copes with a missing target turns hours into seconds', () => {
		const coping = countWays({...NO_GUARDS, nullOk: true});
		expect(coping.empty).toBeGreaterThan(0);
		expect(coping.stuck).toBe(0);
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	copyOf,
	createAgenda,
	fill,
	hash,
	luck,
	switchesOn,
	tick,
	toPlain,
	valuesOf,
	type Beat,
	type Conditions,
	type Fact,
	type Order,
	type Switch,
	type Tick,
} from '../kernel/index.ts';
import {
	WAREHOUSE_PARAMETERS,
	carryOutWarehouse,
	createWarehouse,
	stepWarehouse,
	weighWarehouse,
	type Warehouse,
	type WarehouseInputs,
} from './index.ts';
import type {WarehouseParameters} from './warehouse.parameters.ts';

type Run = {
	readonly warehouse: Warehouse;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<WarehouseParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(WAREHOUSE_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {warehouse: createWarehouse(conditions, beat), beat, conditions, facts};
}

const WELL: WarehouseInputs = {storeErrors: 0, iamErrors: 0, launchSuccess: 1};
const HOLD = {automation: 'redshift-replacement'};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{warehouse, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<WarehouseInputs> | ((now: number) => WarehouseInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepWarehouse(warehouse, now, conditions, beat);
	}
}

function give({warehouse, beat, conditions}: Run, id: string, args: Order['args'] = {}) {
	const order = {id, args};
	const verdict = weighWarehouse(warehouse, order, conditions);
	return verdict.ok ? carryOutWarehouse(warehouse, order, 'ana', conditions, beat) : verdict;
}

/** The store gone for three hours, then launches failing for eight more. */
function passOutage(run: Run): void {
	pass(run, 10_000, {storeErrors: 1, iamErrors: 1, launchSuccess: 0});
	pass(run, 30_000, {launchSuccess: 0});
}

describe('Redshift', () => {
	test('cannot query while the store is gone, and can when it is back', () => {
		const run = aRun();
		pass(run, 600, {storeErrors: 1});
		expect(run.warehouse.output.queryErrors).toBeGreaterThan(0.85);
		pass(run, 600);
		expect(run.warehouse.output.queryErrors).toBeLessThan(0.01);
	});

	test('fares better when nothing is done about lapsed credentials than when nodes are replaced', () => {
		const replacing = aRun();
		const doingNothing = aRun();
		give(doingNothing, 'pause-warehouse', HOLD);
		for (const run of [replacing, doingNothing]) passOutage(run);
		expect(replacing.warehouse.output.clustersStuck).toBeGreaterThan(300);
		expect(doingNothing.warehouse.output.clustersStuck).toBe(0);
		expect(doingNothing.warehouse.lapsedClusters).toBeLessThan(1);
		expect(doingNothing.warehouse.output.queryErrors).toBeLessThan(
			replacing.warehouse.output.queryErrors,
		);
	});

	test.each([
		['before the outage', 0, 0],
		['an hour into it', 3600, 1],
		['two hours into it', 7200, 3],
	])('a pause %s leaves what is stuck already, and no more', (_, seconds, rank) => {
		const run = aRun();
		pass(run, seconds, {storeErrors: 1, launchSuccess: 0});
		const before = run.warehouse.output.clustersStuck;
		give(run, 'pause-warehouse', HOLD);
		passOutage(run);
		expect(run.warehouse.output.clustersStuck).toBe(before);
		expect(Math.floor(before / 100)).toBe(rank);
	});

	test('pays for a pause with the nodes that really failed', () => {
		const run = aRun();
		give(run, 'pause-warehouse', HOLD);
		pass(run, 36_000);
		expect(run.warehouse.output).toMatchObject({clustersStuck: 0, replacementsQueued: 36});
		give(run, 'resume-warehouse', HOLD);
		pass(run, 5_000);
		expect(run.warehouse.output.replacementsQueued).toBe(0);
	});

	test('needs half a day to work off its stuck clusters once launches succeed', () => {
		const run = aRun();
		passOutage(run);
		pass(run, 6 * 3600);
		expect(run.warehouse.output.clustersStuck).toBeGreaterThan(100);
		pass(run, 8 * 3600);
		expect(run.warehouse.output.clustersStuck).toBe(0);
	});

	test('with redshift-freeze begins no replacement while launches fail', () => {
		const run = aRun(['redshift-freeze']);
		passOutage(run);
		expect(run.warehouse.output.clustersStuck).toBe(0);
	});

	test.each<[readonly Switch[], boolean]>([
		[[], true],
		[['regional-iam'], false],
	])('with switches %j, IAM errors here break queries elsewhere: %s', (switches, broken) => {
		const run = aRun(switches);
		pass(run, 600, {iamErrors: 1});
		expect(run.warehouse.output.iamQueryErrorsElsewhere > 0.9).toBe(broken);
	});

	test('refuses to pause twice, and to resume what runs', () => {
		const run = aRun();
		expect(give(run, 'resume-warehouse', HOLD)).toMatchObject({code: 'already-running'});
		give(run, 'pause-warehouse', HOLD);
		expect(give(run, 'pause-warehouse', HOLD)).toMatchObject({code: 'already-paused'});
		expect(run.warehouse.automations[0]).toMatchObject({paused: true, by: 'ana'});
	});
});

test('no cluster is lost or invented, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share, share), {maxLength: 20}), all => {
			const run = aRun();
			for (const [storeErrors, iamErrors, launchSuccess] of all) {
				pass(run, 500, {storeErrors, iamErrors, launchSuccess});
				const {lapsedClusters, stuckClusters, output} = run.warehouse;
				expect(lapsedClusters).toBeGreaterThanOrEqual(0);
				expect(stuckClusters).toBeGreaterThanOrEqual(0);
				expect(lapsedClusters + stuckClusters).toBeLessThanOrEqual(20_000);
				expect(output.queryErrors).toBeGreaterThanOrEqual(0);
				expect(output.queryErrors).toBeLessThanOrEqual(1);
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: WarehouseInputs = {storeErrors: 0.7, iamErrors: 0.5, launchSuccess: 0.2};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.warehouse, JSON.parse(JSON.stringify(toPlain(run.warehouse))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.warehouse)).toBe(hash(run.warehouse));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.warehouse)).toBe(hash(run.warehouse));
});

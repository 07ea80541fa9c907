import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {anyShare, expectShares, standFor} from '../../../test/support/stand.ts';
import {ADVISED, beginTrouble, hash, setLever} from '../kernel/index.ts';
import {dynamodb, type DynamoDbInputs} from './index.ts';

const HEALTHY: DynamoDbInputs = {
	customersEmpty: 0,
	prodEmpty: 0,
	dwfmEmpty: 0,
	capacityShare: 1,
	balancerErrors: 0,
	retryAdvised: false,
};
const EMPTY = 0.91;

const aStore = standFor(dynamodb, HEALTHY);

describe('while the name is empty', () => {
	test('customers lose their connections over ten minutes, internal services within three', () => {
		const {output, pass} = aStore();
		const inputs = {customersEmpty: EMPTY, prodEmpty: EMPTY};
		pass(60, inputs);
		expect(output.customerErrors).toBeGreaterThan(0.05);
		pass(120, inputs);
		expect(output.prodErrors).toBeGreaterThan(0.7);
		pass(320, inputs);
		expect(output.customerErrors).toBeGreaterThan(0.5);
		pass(3600, inputs);
		expect(output.customerErrors).toBeGreaterThan(0.8);
		expect(output.requestsShare).toBeCloseTo(1 - output.customerErrors, 9);
	});

	test('an override brings the internal services back within four minutes', () => {
		const {output, pass} = aStore();
		pass(5220, {customersEmpty: EMPTY, prodEmpty: EMPTY});
		pass(240, {customersEmpty: EMPTY, prodEmpty: 0});
		expect(output.prodErrors).toBeLessThan(0.01);
		expect(output.customerErrors).toBeGreaterThan(0.9);
	});
});

describe('once the name is back', () => {
	/** The empty answers run out in a straight line over fifteen minutes. */
	function restored() {
		const world = aStore();
		world.pass(9400, {customersEmpty: EMPTY, prodEmpty: EMPTY});
		let second = 0;
		const until = (done: () => boolean): number => {
			while (!done() && second < 3600) {
				second++;
				world.pass(1, {customersEmpty: Math.max(0, EMPTY * (1 - second / 900))});
			}
			return second;
		};
		return {...world, until};
	}

	test('replicas have caught up seven minutes later', () => {
		const {output, until} = restored();
		expect(output.replicationLagSeconds).toBeGreaterThan(8000);
		const seconds = until(() => output.replicationLagSeconds === 0);
		expect(seconds).toBeGreaterThan(360);
		expect(seconds).toBeLessThan(480);
	});

	test('customers fail no more than one request in five hundred a quarter of an hour later', () => {
		const {output, until} = restored();
		const seconds = until(() => output.customerErrors < 0.002);
		expect(seconds).toBeGreaterThan(840);
		expect(seconds).toBeLessThan(1020);
	});
});

describe('load', () => {
	test('a handful of load balancers fails nearly all of it', () => {
		const {output, pass, state} = aStore();
		pass(10, {capacityShare: 8 / 300});
		expect(output.customerErrors).toBeGreaterThan(0.9);
		expect(state.frontEnd.value).toBe('overloaded');
		pass(10);
		expect(output.customerErrors).toBe(0);
		expect(state.frontEnd.value).toBe('serving');
	});

	test('a fleet a seventh smaller carries it', () => {
		const {output, pass} = aStore();
		pass(10, {capacityShare: 0.86});
		expect(output.customerErrors).toBe(0);
	});

	test('all clients coming back at once come only as fast as the fleet can take them', () => {
		const {output, pass} = aStore();
		pass(9400, {customersEmpty: 1});
		pass(1);
		expect(output.connectedShare).toBeCloseTo(0.03, 3);
		expect(output.reconnectsPerSecond).toBeGreaterThan(500_000);
	});

	test('failing balancers inside the Region cost a part of it', () => {
		const {output, pass} = aStore();
		pass(1, {balancerErrors: 0.1});
		expect(output.customerErrors).toBeCloseTo(0.025, 9);
	});
});

describe('a zone of the front end', () => {
	test('evacuated while the name is empty, loses clients that had kept their connections', () => {
		const left = aStore();
		const evacuated = aStore();
		for (const {pass, obey} of [left, evacuated]) {
			pass(60, {customersEmpty: EMPTY});
			if (obey === evacuated.obey) obey('evacuate-zone', {zone: 'use1-az1'});
			pass(120, {customersEmpty: EMPTY});
		}
		const more = evacuated.state.customersCut - left.state.customersCut;
		expect(more).toBeGreaterThan(0.08);
		expect(evacuated.facts.map(({kind}) => kind)).toContain('zone-evacuated');
	});

	test('evacuated while the name answers, costs nobody anything but its capacity', () => {
		const {output, pass, obey} = aStore();
		obey('evacuate-zone', {zone: 'use1-az1'});
		pass(600);
		expect(output.customerErrors).toBe(0);
		expect(output.loadShare).toBeCloseTo((0.55 * 6) / 5, 9);
	});

	test('is refused when it is the last, or serves already', () => {
		const {obey} = aStore();
		for (const zone of ['use1-az1', 'use1-az2', 'use1-az3', 'use1-az4', 'use1-az5']) {
			expect(obey('evacuate-zone', {zone}).ok).toBe(true);
		}
		expect(obey('evacuate-zone', {zone: 'use1-az6'})).toMatchObject({code: 'last-zone'});
		expect(obey('return-zone', {zone: 'use1-az6'})).toMatchObject({code: 'already-so'});
		expect(obey('return-zone', {zone: 'use1-az1'}).ok).toBe(true);
		expect(obey('evacuate-zone', {zone: 'use1-az6'}).ok).toBe(true);
	});

	test('keeps its connections for longer while recycling is paused', () => {
		const recycling = aStore();
		const paused = aStore();
		paused.obey('pause-recycling', {automation: 'connection-recycling'});
		for (const {pass} of [recycling, paused]) pass(600, {customersEmpty: 1});
		expect(recycling.state.customersCut).toBeCloseTo(0.632, 2);
		expect(paused.state.customersCut).toBeCloseTo(0.393, 2);
		expect(recycling.obey('resume-recycling').ok).toBe(false);
	});
});

describe('retries at the return of the name', () => {
	/** The name is gone for hours, and its empty answers then run out over fifteen minutes. */
	function returned(retryAdvised: boolean) {
		const world = aStore();
		world.pass(9400, {customersEmpty: EMPTY, retryAdvised});
		for (let second = 1; second <= 900; second++) {
			world.pass(1, {customersEmpty: EMPTY * (1 - second / 900), retryAdvised});
		}
		return world;
	}

	test('with budgets, what was kept is served as it comes', () => {
		const {output, state} = returned(false);
		expect(output.loadShare).toBeLessThan(1);
		expect(state.retries.failingShare).toBe(0);
	});

	test('without, the overload keeps itself going, and ends when customers stop', () => {
		const {output, pass} = returned(true);
		pass(6 * 3600, {retryAdvised: true});
		expect(output.customerErrors).toBeGreaterThan(0.9);
		pass(3600);
		expect(output.customerErrors).toBe(0);
	});
});

test('whatever happens, shares stay shares, lag is not negative, and a reload changes nothing', () => {
	const inputs = fc.record({
		customersEmpty: anyShare,
		prodEmpty: anyShare,
		capacityShare: anyShare,
		balancerErrors: anyShare,
		seconds: fc.integer({min: 1, max: 300}),
	});
	fc.assert(
		fc.property(fc.array(inputs, {maxLength: 12}), happenings => {
			const {output, pass, reloaded, state} = aStore();
			for (const {seconds, ...rest} of happenings) {
				pass(seconds, rest);
				expectShares([output.customerErrors, output.prodErrors, output.requestsShare]);
				expect(output.connectedShare).toBe(1 - state.customersCut);
				expect(output.replicationLagSeconds).toBeGreaterThanOrEqual(0);
				expect(hash(reloaded().state)).toBe(hash(state));
			}
		}),
		{numRuns: 60},
	);
});

describe('global tables whose replicators are cut off', () => {
	function cutOff(writersMoved: boolean) {
		const run = aStore();
		beginTrouble(run.ctx, 'cut-replicators', {amount: 0.6, seconds: 3_600});
		if (writersMoved) setLever(run.ctx, ADVISED.writeElsewhere, 1);
		run.pass(3_599);
		return run;
	}

	test('fall behind, and are of more use to those who write elsewhere', () => {
		const [here, elsewhere] = [cutOff(false), cutOff(true)];
		expect(here.output.replicationLagSeconds).toBeGreaterThan(1_800);
		expect(here.output.replicasLateShare).toBe(1);
		expect(elsewhere.output.replicasLateShare).toBeCloseTo(0.3, 6);
		expect(here.output.customerErrors).toBe(0);
	});

	test('catch up more slowly while two writers have to be settled', () => {
		const lagAfter = (writersMoved: boolean) => {
			const run = cutOff(writersMoved);
			run.pass(20);
			return run.output.replicationLagSeconds;
		};
		expect(lagAfter(true)).toBeGreaterThan(lagAfter(false));
	});
});

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
	FUNCTIONS_PARAMETERS,
	carryOutFunctions,
	createFunctions,
	stepFunctions,
	weighFunctions,
	type Functions,
	type FunctionsInputs,
} from './index.ts';
import type {FunctionsParameters} from './functions.parameters.ts';

type Run = {
	readonly functions: Functions;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<FunctionsParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(FUNCTIONS_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {functions: createFunctions(conditions, beat), beat, conditions, facts};
}

const WELL: FunctionsInputs = {storeErrors: 0, balancerErrors: 0, launchSuccess: 1};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{functions, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<FunctionsInputs> | ((now: number) => FunctionsInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepFunctions(functions, now, conditions, beat);
	}
}

function give({functions, beat, conditions}: Run, id: string, args: Order['args'] = {}) {
	const order = {id, args};
	const verdict = weighFunctions(functions, order, conditions);
	return verdict.ok ? carryOutFunctions(functions, order, 'ana', conditions, beat) : verdict;
}

/** The tick of a time of that night (PDT). */
function at(hours: number, minutes: number): number {
	const seconds = (hours * 60 + minutes) * 60;
	return hours >= 23 ? seconds - 84_000 : seconds + 2_400;
}

/** Straight lines between points of (tick, value). */
function line(now: number, ...points: readonly (readonly [number, number])[]): number {
	const next = points.findIndex(([when]) => now <= when);
	if (next === 0) return points[0]![1];
	if (next === -1) return points.at(-1)![1];
	const [before, from] = points[next - 1]!;
	const [after, to] = points[next]!;
	return from + ((to - from) * (now - before)) / (after - before);
}

/** What Lambda met that night: DynamoDB to 02:40, launches to 13:50, balancers from 06:50 to 09:38. */
function thatNight(now: number): FunctionsInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	const latencySeconds = line(
		now,
		[at(5, 28), 5],
		[at(6, 21), 600],
		[at(8, 40), 2400],
		[at(9, 53), 2400],
		[at(10, 36), 60],
	);
	const launched = now < at(5, 28) ? line(now, [at(23, 50), 1], [at(0, 10), 0]) : 0.3;
	const success = now > at(12, 14) ? 1 : now > at(11, 23) ? 0.75 : launched;
	return {
		storeErrors: now < at(2, 25) ? lost : line(now, [at(2, 25), 1], [at(2, 40), 0]),
		balancerErrors: line(now, [at(6, 50), 0], [at(7, 15), 0.08], [at(9, 35), 0.09], [at(9, 38), 0]),
		launchSuccess: success * (1 - Math.min(1, latencySeconds / 1800)),
	};
}

/** A fleet at the size it had at the worst of the second wave, with an hour of backlog of each kind. */
function aSmallFleet(): Run {
	const run = aRun();
	give(run, 'throttle-async', {percent: 0});
	give(run, 'throttle-pollers', {percent: 0});
	pass(run, 3600, {balancerErrors: 0.1, launchSuccess: 0});
	return run;
}

describe('SQS pollers', () => {
	test('stay down after the store is back, until they are restored by hand', () => {
		const run = aRun();
		pass(run, 3600, {storeErrors: 1});
		expect(run.functions.output.sqsPollersDown).toBe(true);
		pass(run, 20_000);
		expect(run.functions.output).toMatchObject({sqsPollersDown: true, kinesisAgeSeconds: 0});
		expect(run.functions.output.sqsBacklogSeconds).toBeGreaterThan(20_000);
		expect(give(run, 'restore-pollers', {source: 'sqs'})).toMatchObject({ok: true});
		pass(run, 7000);
		expect(run.functions.output).toMatchObject({sqsPollersDown: false, sqsBacklogSeconds: 0});
	});

	test('cannot be restored while the store cannot be read', () => {
		const run = aRun();
		pass(run, 3600, {storeErrors: 1});
		const restored = give(run, 'restore-pollers', {source: 'sqs'});
		expect(restored).toMatchObject({ok: false, code: 'store-unreachable'});
		expect(run.functions.sqsPollers.value).toBe('stopped');
	});

	test('need no restoring while they run', () => {
		const restored = give(aRun(), 'restore-pollers', {source: 'sqs'});
		expect(restored).toMatchObject({ok: false, code: 'pollers-running'});
	});

	test.each([
		[0.4, false],
		[0.6, true],
	])('with store errors of %s are down: %s', (storeErrors, down) => {
		const run = aRun();
		pass(run, 3600, {storeErrors});
		expect(run.functions.output.sqsPollersDown).toBe(down);
	});

	test('of Kinesis come back by themselves', () => {
		const run = aRun();
		pass(run, 3600, {storeErrors: 1});
		expect(run.functions.kinesisPollers.value).toBe('starved');
		pass(run, 600);
		expect(run.functions.kinesisPollers.value).toBe('polling');
	});
});

describe('the fleet', () => {
	test('loses hosts to failed checks and gets none back while launches fail', () => {
		const run = aRun();
		pass(run, 3600, {balancerErrors: 0.1, launchSuccess: 0});
		const {fleetShare} = run.functions.output;
		expect(fleetShare).toBeLessThan(0.4);
		pass(run, 3600, {launchSuccess: 0});
		expect(run.functions.output.fleetShare).toBe(fleetShare);
		pass(run, 10_000);
		expect(run.functions.output.fleetShare).toBe(1);
	});

	test('carries more synchronous calls when the other kinds are throttled', () => {
		const open = aRun();
		pass(open, 3600, {balancerErrors: 0.1, launchSuccess: 0});
		expect(aSmallFleet().functions.output.syncErrors).toBeLessThan(
			open.functions.output.syncErrors * 0.5,
		);
	});

	test.each([
		['a large one, at once', 10_000, 100, false],
		['a small one, at once', 2_000, 100, true],
		['a small one, a little', 2_000, 10, false],
	])('pollers opened on %s: calls fail again', (_, seconds, percent, fails) => {
		const run = aSmallFleet();
		give(run, 'pause-functions', {automation: 'lambda-scale-in'});
		pass(run, seconds);
		expect(run.functions.output.syncErrors).toBeLessThan(0.01);
		give(run, 'throttle-pollers', {percent});
		pass(run, 60);
		expect(run.functions.output.syncErrors > 0.05).toBe(fails);
	});

	test.each([
		['shrinks under heavy throttles, since it looks idle', false],
		['keeps its size under heavy throttles when scale-in is paused', true],
	])('%s', (_, paused) => {
		const run = aRun();
		if (paused) give(run, 'pause-functions', {automation: 'lambda-scale-in'});
		give(run, 'throttle-async', {percent: 0});
		give(run, 'throttle-pollers', {percent: 0});
		pass(run, 3600, {launchSuccess: 0});
		expect(run.functions.output.fleetShare === 1).toBe(paused);
	});
});

test('the day of Lambda goes as it went', () => {
	const run = aRun();
	const syncErrors: number[] = [];
	const sqs: number[] = [];
	const orders: readonly (readonly [number, string, Order['args']])[] = [
		[at(4, 40), 'restore-pollers', {source: 'sqs'}],
		[at(7, 12), 'throttle-async', {percent: 30}],
		[at(7, 12), 'throttle-pollers', {percent: 20}],
		[at(11, 27), 'throttle-async', {percent: 60}],
		[at(12, 15), 'throttle-pollers', {percent: 50}],
		[at(13, 3), 'throttle-async', {percent: 100}],
		[at(13, 3), 'throttle-pollers', {percent: 100}],
	];
	for (let now = 1; now <= at(15, 0); now++) {
		for (const [when, id, args] of orders) if (when === now) give(run, id, args);
		pass(run, 1, thatNight);
		syncErrors[now] = run.functions.output.syncErrors;
		sqs[now] = run.functions.output.sqsBacklogSeconds;
	}
	const firstAfter = (from: number, holds: (now: number) => boolean): number => {
		let now = from;
		while (!holds(now)) now++;
		return now;
	};
	const minutesFrom = (when: number, now: number): number => Math.abs(now - when) / 60;
	expect(
		minutesFrom(
			at(23, 51),
			firstAfter(1, now => syncErrors[now]! > 0.05),
		),
	).toBeLessThan(3);
	expect(
		minutesFrom(
			at(2, 40),
			firstAfter(at(2, 24), now => syncErrors[now]! < 0.05),
		),
	).toBeLessThan(5);
	expect(
		minutesFrom(
			at(6, 0),
			firstAfter(at(4, 41), now => sqs[now]! === 0),
		),
	).toBeLessThan(10);
	expect(
		minutesFrom(
			at(7, 4),
			firstAfter(at(3, 0), now => syncErrors[now]! > 0.05),
		),
	).toBeLessThan(10);
	expect(
		minutesFrom(
			at(11, 27),
			firstAfter(at(9, 0), now => syncErrors[now]! < 0.02),
		),
	).toBeLessThan(30);
	const {asyncBacklogSeconds, sqsBacklogSeconds, kinesisAgeSeconds} = run.functions.output;
	expect([asyncBacklogSeconds, sqsBacklogSeconds, kinesisAgeSeconds]).toEqual([0, 0, 0]);
});

test('shares stay shares and backlogs are not negative, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	const percent = fc.integer({min: 0, max: 100});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share, share, percent), {maxLength: 15}), all => {
			const run = aRun();
			for (const [storeErrors, balancerErrors, launchSuccess, percent] of all) {
				give(run, 'throttle-pollers', {percent});
				pass(run, 300, {storeErrors, balancerErrors, launchSuccess});
				const {output} = run.functions;
				const shares = [output.syncErrors, output.createErrors, output.errors, output.fleetShare];
				expect(shares.every(value => value >= 0 && value <= 1)).toBe(true);
				const backlogs = [output.sqsBacklogSeconds, output.asyncBacklogSeconds];
				expect(Math.min(...backlogs, output.kinesisAgeSeconds)).toBeGreaterThanOrEqual(0);
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: FunctionsInputs = {storeErrors: 0.7, balancerErrors: 0.1, launchSuccess: 0.2};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.functions, JSON.parse(JSON.stringify(toPlain(run.functions))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.functions)).toBe(hash(run.functions));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.functions)).toBe(hash(run.functions));
});

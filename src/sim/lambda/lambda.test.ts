import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	at,
	expectShares,
	expectToGoOnFromASave,
	line,
	standFor,
} from '../../../test/support/stand.ts';
import type {Order} from '../kernel/index.ts';
import {lambda, type LambdaInputs} from './index.ts';

const WELL: LambdaInputs = {storeErrors: 0, balancerErrors: 0, launchSuccess: 1};

const aRun = standFor(lambda, WELL);

type Run = ReturnType<typeof aRun>;

/** What Lambda met that night: DynamoDB to 02:40, launches to 13:50, balancers from 06:10 to 09:38, most around 07:00. */
function thatNight(now: number): LambdaInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	const latencySeconds = line(
		now,
		[at(5, 28), 5],
		[at(6, 9), 100],
		[at(6, 40), 1230],
		[at(7, 30), 780],
		[at(8, 30), 830],
		[at(10, 0), 1280],
		[at(10, 20), 1190],
		[at(10, 36), 60],
	);
	const usable = 1 - Math.min(1, Math.max(0, latencySeconds - 60) / 1740);
	return {
		storeErrors: now < at(2, 25) ? lost : line(now, [at(2, 25), 1], [at(2, 40), 0]),
		balancerErrors: line(
			now,
			[at(6, 10), 0],
			[at(6, 30), 0.024],
			[at(6, 50), 0.075],
			[at(7, 0), 0.078],
			[at(7, 30), 0.021],
			[at(9, 35), 0.041],
			[at(9, 38), 0],
		),
		launchSuccess: letIn(now) * usable,
	};
}

/** Share of the launches asked for that the throttles of the day let in. */
function letIn(now: number): number {
	if (now < at(5, 28)) return line(now, [at(23, 50), 1], [at(0, 10), 0]);
	const steps = [
		[13, 2, 1],
		[12, 14, 0.7],
		[11, 22, 0.55],
		[10, 30, 0.44],
		[7, 28, 0.92],
		[6, 46, 0.58],
	] as const;
	return steps.find(([hour, minute]) => now >= at(hour, minute))?.[2] ?? 1;
}

/** A fleet at the size it had at the worst of the second wave, with an hour of backlog of each kind. */
function aSmallFleet(): Run {
	const run = aRun();
	run.obey('throttle-async', {percent: 0});
	run.obey('throttle-pollers', {percent: 0});
	run.pass(2700, {balancerErrors: 0.1, launchSuccess: 0});
	return run;
}

describe('SQS pollers', () => {
	test('stay down after the store is back, until they are restored by hand', () => {
		const run = aRun();
		run.pass(3600, {storeErrors: 1});
		expect(run.output.sqsPollersDown).toBe(true);
		run.pass(20_000);
		expect(run.output).toMatchObject({sqsPollersDown: true, kinesisAgeSeconds: 0});
		expect(run.output.sqsBacklogSeconds).toBeGreaterThan(20_000);
		expect(run.obey('restore-pollers', {source: 'sqs'})).toMatchObject({ok: true});
		run.pass(7000);
		expect(run.output).toMatchObject({sqsPollersDown: false, sqsBacklogSeconds: 0});
	});

	test('cannot be restored while the store cannot be read', () => {
		const run = aRun();
		run.pass(3600, {storeErrors: 1});
		const restored = run.obey('restore-pollers', {source: 'sqs'});
		expect(restored).toMatchObject({ok: false, code: 'store-unreachable'});
		expect(run.state.sqsPollers.value).toBe('stopped');
	});

	test('need no restoring while they run', () => {
		const restored = aRun().obey('restore-pollers', {source: 'sqs'});
		expect(restored).toMatchObject({ok: false, code: 'pollers-running'});
	});

	test.each([
		[0.4, false],
		[0.6, true],
	])('with store errors of %s are down: %s', (storeErrors, down) => {
		const run = aRun();
		run.pass(3600, {storeErrors});
		expect(run.output.sqsPollersDown).toBe(down);
	});

	test('of Kinesis come back by themselves', () => {
		const run = aRun();
		run.pass(3600, {storeErrors: 1});
		expect(run.state.kinesisPollers.value).toBe('starved');
		run.pass(600);
		expect(run.state.kinesisPollers.value).toBe('polling');
	});
});

describe('the fleet', () => {
	test('loses hosts to failed checks and gets none back while launches fail', () => {
		const run = aRun();
		run.pass(3600, {balancerErrors: 0.1, launchSuccess: 0});
		const {fleetShare} = run.output;
		expect(fleetShare).toBeLessThan(0.4);
		run.pass(3600, {launchSuccess: 0});
		expect(run.output.fleetShare).toBe(fleetShare);
		run.pass(10_000);
		expect(run.output.fleetShare).toBe(1);
	});

	test('carries more synchronous calls when the other kinds are throttled', () => {
		const open = aRun();
		open.pass(2700, {balancerErrors: 0.1, launchSuccess: 0});
		expect(aSmallFleet().output.syncErrors).toBeLessThan(open.output.syncErrors * 0.5);
	});

	test.each([
		['a large one, at once', 10_000, 100, false],
		['a small one, at once', 2_000, 100, true],
		['a small one, a little', 2_000, 10, false],
	])('pollers opened on %s: calls fail again', (_, seconds, percent, fails) => {
		const run = aSmallFleet();
		run.obey('pause-functions', {automation: 'lambda-scale-in'});
		run.pass(seconds);
		expect(run.output.syncErrors).toBeLessThan(0.01);
		run.obey('throttle-pollers', {percent});
		run.pass(60);
		expect(run.output.syncErrors > 0.05).toBe(fails);
	});

	test.each([
		['shrinks under heavy throttles, since it looks idle', false],
		['keeps its size under heavy throttles when scale-in is paused', true],
	])('%s', (_, paused) => {
		const run = aRun();
		if (paused) run.obey('pause-functions', {automation: 'lambda-scale-in'});
		run.obey('throttle-async', {percent: 0});
		run.obey('throttle-pollers', {percent: 0});
		run.pass(3600, {launchSuccess: 0});
		expect(run.output.fleetShare === 1).toBe(paused);
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
		for (const [when, id, args] of orders) if (when === now) run.obey(id, args);
		run.pass(1, thatNight(now));
		syncErrors[now] = run.output.syncErrors;
		sqs[now] = run.output.sqsBacklogSeconds;
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
	const {asyncBacklogSeconds, sqsBacklogSeconds, kinesisAgeSeconds} = run.output;
	expect([asyncBacklogSeconds, sqsBacklogSeconds, kinesisAgeSeconds]).toEqual([0, 0, 0]);
});

test('shares stay shares and backlogs are not negative, whatever the inputs', () => {
	const percent = fc.integer({min: 0, max: 100});
	const inputs = fc.tuple(anyShare, anyShare, anyShare, percent);
	fc.assert(
		fc.property(fc.array(inputs, {maxLength: 15}), all => {
			const run = aRun();
			for (const [storeErrors, balancerErrors, launchSuccess, percent] of all) {
				run.obey('throttle-pollers', {percent});
				run.pass(300, {storeErrors, balancerErrors, launchSuccess});
				const {output} = run;
				expectShares([output.syncErrors, output.createErrors, output.errors, output.fleetShare]);
				const backlogs = [output.sqsBacklogSeconds, output.asyncBacklogSeconds];
				expect(Math.min(...backlogs, output.kinesisAgeSeconds)).toBeGreaterThanOrEqual(0);
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, balancerErrors: 0.1, launchSuccess: 0.2});
	expectToGoOnFromASave(run);
});

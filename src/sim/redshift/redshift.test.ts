import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	expectShares,
	expectToGoOnFromASave,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {ADVISED, setLever, type Switch} from '../kernel/index.ts';
import {redshift, type RedshiftInputs} from './index.ts';

const WELL: RedshiftInputs = {storeErrors: 0, iamErrors: 0, launchSuccess: 1};
const HOLD = {automation: 'redshift-replacement'};

const aRun = standFor(redshift, WELL);

type Run = ReturnType<typeof aRun>;

/** The store gone for three hours, then launches failing for eight more. */
function passOutage(run: Run): void {
	run.pass(10_000, {storeErrors: 1, iamErrors: 1, launchSuccess: 0});
	run.pass(30_000, {launchSuccess: 0});
}

describe('Redshift', () => {
	test('cannot query while the store is gone, and can when it is back', () => {
		const run = aRun();
		run.pass(600, {storeErrors: 1});
		expect(run.output.queryErrors).toBeGreaterThan(0.85);
		run.pass(600);
		expect(run.output.queryErrors).toBeLessThan(0.01);
	});

	test('fares better when nothing is done about lapsed credentials than when nodes are replaced', () => {
		const replacing = aRun();
		const doingNothing = aRun();
		doingNothing.obey('pause-warehouse', HOLD);
		for (const run of [replacing, doingNothing]) passOutage(run);
		expect(replacing.output.clustersStuck).toBeGreaterThan(300);
		expect(doingNothing.output.clustersStuck).toBe(0);
		expect(doingNothing.state.lapsedClusters).toBeLessThan(1);
		expect(doingNothing.output.queryErrors).toBeLessThan(replacing.output.queryErrors);
	});

	test.each([
		['before the outage', 0, 0],
		['an hour into it', 3600, 1],
		['two hours into it', 7200, 3],
	])('a pause %s leaves what is stuck already, and no more', (_, seconds, rank) => {
		const run = aRun();
		run.pass(seconds, {storeErrors: 1, launchSuccess: 0});
		const before = run.output.clustersStuck;
		run.obey('pause-warehouse', HOLD);
		passOutage(run);
		expect(run.output.clustersStuck).toBe(before);
		expect(Math.floor(before / 100)).toBe(rank);
	});

	test('pays for a pause with the nodes that really failed', () => {
		const run = aRun();
		run.obey('pause-warehouse', HOLD);
		run.pass(36_000);
		expect(run.output).toMatchObject({clustersStuck: 0, replacementsQueued: 36});
		run.obey('resume-warehouse', HOLD);
		run.pass(5_000);
		expect(run.output.replacementsQueued).toBe(0);
	});

	test('needs half a day to work off its stuck clusters once launches succeed', () => {
		const run = aRun();
		passOutage(run);
		run.pass(6 * 3600);
		expect(run.output.clustersStuck).toBeGreaterThan(100);
		run.pass(8 * 3600);
		expect(run.output.clustersStuck).toBe(0);
	});

	test('with redshift-freeze begins no replacement while launches fail', () => {
		const run = aRun(['redshift-freeze']);
		passOutage(run);
		expect(run.output.clustersStuck).toBe(0);
	});

	test.each<[readonly Switch[], boolean]>([
		[[], true],
		[['regional-iam'], false],
	])('with switches %j, IAM errors here break queries elsewhere: %s', (switches, broken) => {
		const run = aRun(switches);
		run.pass(600, {iamErrors: 1});
		expect(run.output.iamQueryErrorsElsewhere > 0.9).toBe(broken);
	});

	test('refuses to pause twice, and to resume what runs', () => {
		const run = aRun();
		expect(run.obey('resume-warehouse', HOLD)).toMatchObject({code: 'already-running'});
		run.obey('pause-warehouse', HOLD);
		expect(run.obey('pause-warehouse', HOLD)).toMatchObject({code: 'already-paused'});
		expect(run.state.automations[0]).toMatchObject({paused: true, by: 'ana'});
	});
});

test('no cluster is lost or invented, whatever the inputs', () => {
	const inputs = fc.record({
		storeErrors: anyShare,
		iamErrors: anyShare,
		launchSuccess: anyShare,
	});
	underAny(aRun, inputs, {seconds: 500}, run => {
		const {lapsedClusters, stuckClusters, output} = run.state;
		expect(lapsedClusters).toBeGreaterThanOrEqual(0);
		expect(stuckClusters).toBeGreaterThanOrEqual(0);
		expect(lapsedClusters + stuckClusters).toBeLessThanOrEqual(20_000);
		expectShares([output.queryErrors]);
	});
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, iamErrors: 0.5, launchSuccess: 0.2});
	expectToGoOnFromASave(run);
});

test('local users spare queries the look-up of IAM, here and elsewhere, and lack a grant now and then', () => {
	const waiting = aRun();
	const advised = aRun();
	setLever(advised.ctx, ADVISED.localUsers, 1);
	for (const run of [waiting, advised]) run.pass(600, {iamErrors: 1});
	expect(advised.output.iamQueryErrorsElsewhere).toBeLessThan(0.35);
	expect(advised.output.queryErrors).toBeLessThan(waiting.output.queryErrors / 2);
	advised.pass(600);
	expect(advised.output.iamQueryErrorsElsewhere).toBeCloseTo(0.014, 3);
});

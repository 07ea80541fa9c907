import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	expectShares,
	expectToGoOnFromASave,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {containers, type ContainersInputs} from './index.ts';

const WELL: ContainersInputs = {storeErrors: 0, launchSuccess: 1, networkLatencySeconds: 5};
const HOLD = {automation: 'container-deployments'};

const aRun = standFor(containers, WELL);

describe('containers', () => {
	test.each<[string, Partial<ContainersInputs>, boolean]>([
		['nothing is wrong', {}, false],
		['the store is gone', {storeErrors: 1}, true],
		['instances cannot be launched', {launchSuccess: 0}, true],
		['the network takes half an hour', {networkLatencySeconds: 1800}, true],
	])('when %s, launches are blocked: %s', (_, inputs, blocked) => {
		const run = aRun();
		run.pass(3600, inputs);
		expect(run.state.blocked).toBe(blocked);
	});

	test.each([
		['lose running tasks to deployments while launches fail', false],
		['keep their running tasks while deployments are held', true],
	])('%s', (_, paused) => {
		const run = aRun();
		if (paused) run.obey('pause-containers', HOLD);
		run.pass(20_000, {launchSuccess: 0});
		expect(run.output.runningShare === 1).toBe(paused);
	});

	test('are well again only when the missing tasks have started', () => {
		const run = aRun();
		run.pass(20_000, {launchSuccess: 0});
		run.pass(3600);
		expect(run.output.launchErrors).toBeLessThan(0.01);
		expect(run.state.blocked).toBe(true);
		run.pass(7200);
		expect(run.state.blocked).toBe(false);
	});

	test('refuse to be held twice, and to go on when they do', () => {
		const run = aRun();
		expect(run.obey('resume-containers', HOLD)).toMatchObject({code: 'already-running'});
		run.obey('pause-containers', HOLD);
		expect(run.obey('pause-containers', HOLD)).toMatchObject({code: 'already-paused'});
		run.obey('resume-containers', HOLD);
		expect(run.state.automations[0]).toMatchObject({paused: false, by: null});
	});
});

describe('the warm pool of Fargate', () => {
	const NONE = {launchSuccess: 0.05};

	function onFargate(held: boolean) {
		const run = aRun();
		if (held) run.obey('pause-containers', HOLD);
		expect(run.obey('place-tasks', {provider: 'fargate'})).toMatchObject({ok: true});
		return run;
	}

	test.each([
		['twenty minutes of everything', false, 1_200, 2_400],
		['four times as long with deployments held', true, 4_000, 7_200],
	])('lasts %s', (_, held, lasting, over) => {
		const run = onFargate(held);
		run.pass(lasting, NONE);
		expect(run.output.launchErrors).toBeLessThan(0.3);
		run.pass(over - lasting, NONE);
		expect(run.output.launchErrors).toBeGreaterThan(0.7);
	});

	test('is worse than instances once it is empty, and fills up when EC2 has some', () => {
		const run = onFargate(false);
		run.pass(6_000, NONE);
		const empty = run.output.launchErrors;
		run.obey('place-tasks', {provider: 'ec2'});
		run.pass(3_000, NONE);
		expect(run.output.launchErrors).toBeLessThan(empty);
		run.pass(3_600);
		expect(run.state.warmPoolShare).toBe(1);
		expect(run.obey('place-tasks', {provider: 'ec2'})).toMatchObject({code: 'no-change'});
	});
});

test('shares stay shares, whatever the inputs', () => {
	const inputs = fc.record({
		storeErrors: anyShare,
		launchSuccess: anyShare,
		networkLatencySeconds: fc.integer({min: 0, max: 100_000}),
	});
	underAny(aRun, inputs, {seconds: 300}, run => expectShares(Object.values(run.output)));
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, launchSuccess: 0.2, networkLatencySeconds: 900});
	expectToGoOnFromASave(run);
});

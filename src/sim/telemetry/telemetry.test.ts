import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	expectShares,
	expectToGoOnFromASave,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {telemetry, type TelemetryInputs} from './index.ts';

const WELL: TelemetryInputs = {storeErrors: 0, balancerErrors: 0, functionErrors: 0};

const aRun = standFor(telemetry, WELL);

describe('metrics', () => {
	test('arrive within half a minute to a minute on a good day, and all of them', () => {
		const run = aRun();
		for (let minute = 0; minute < 120; minute++) {
			run.pass(60);
			expect(run.output.metricDelaySeconds).toBeGreaterThanOrEqual(30);
			expect(run.output.metricDelaySeconds).toBeLessThanOrEqual(60);
		}
		expect(run.output.metricLossShare).toBe(0);
	});

	test.each<[string, Partial<TelemetryInputs>]>([
		['the store is gone', {storeErrors: 1}],
		['balancers fail', {balancerErrors: 0.1}],
	])('are minutes late and thinner when %s', (_, inputs) => {
		const run = aRun();
		run.pass(3600, inputs);
		expect(run.output.metricDelaySeconds).toBeGreaterThan(240);
		expect(run.output.metricDelaySeconds).toBeLessThan(900);
		expect(run.output.metricLossShare).toBeGreaterThan(0.05);
		run.pass(3600);
		expect(run.output.metricDelaySeconds).toBeLessThanOrEqual(60);
		expect(run.facts.map(({kind}) => kind)).toEqual(['metrics-late', 'metrics-prompt']);
	});
});

describe('events', () => {
	test('pile up while they cannot be delivered and drain over hours afterwards', () => {
		const run = aRun();
		run.pass(5000, {storeErrors: 1});
		expect(run.output).toMatchObject({
			trailBacklogSeconds: 5000,
			busBacklogSeconds: 5000,
		});
		run.pass(7200);
		expect(run.output.trailBacklogSeconds).toBeGreaterThan(1800);
		run.pass(7200);
		expect(run.output).toMatchObject({trailBacklogSeconds: 0, busBacklogSeconds: 0});
	});

	test('of the bus drain more slowly while Lambda fails, and those of the trail do not', () => {
		const run = aRun();
		run.pass(5000, {storeErrors: 1});
		run.pass(3600, {functionErrors: 0.5});
		expect(run.output.busBacklogSeconds).toBeGreaterThan(run.output.trailBacklogSeconds);
	});
});

test.each<[Partial<TelemetryInputs>, number]>([
	[{}, 0],
	[{storeErrors: 1}, 0.7],
	[{balancerErrors: 0.1}, 0.1],
])('SQS errors under %j come to %s', (inputs, errors) => {
	const run = aRun();
	run.pass(1800, inputs);
	expect(run.output.sqsErrors).toBeCloseTo(errors, 6);
});

test('shares stay shares and nothing is negative, whatever the inputs', () => {
	const inputs = fc.record({
		storeErrors: anyShare,
		balancerErrors: anyShare,
		functionErrors: anyShare,
	});
	underAny(aRun, inputs, {seconds: 300}, ({output}) => {
		for (const value of Object.values(output)) expect(value).toBeGreaterThanOrEqual(0);
		expectShares([output.metricLossShare, output.sqsErrors]);
	});
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, balancerErrors: 0.1, functionErrors: 0.4});
	expectToGoOnFromASave(run);
});

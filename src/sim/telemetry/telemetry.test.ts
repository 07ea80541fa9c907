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
	type Switch,
	type Tick,
} from '../kernel/index.ts';
import {
	TELEMETRY_PARAMETERS,
	createTelemetry,
	stepTelemetry,
	type Telemetry,
	type TelemetryInputs,
} from './index.ts';
import type {TelemetryParameters} from './telemetry.parameters.ts';

type Run = {
	readonly telemetry: Telemetry;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<TelemetryParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(TELEMETRY_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {telemetry: createTelemetry(conditions, beat), beat, conditions, facts};
}

const WELL: TelemetryInputs = {storeErrors: 0, balancerErrors: 0, functionErrors: 0};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{telemetry, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<TelemetryInputs> | ((now: number) => TelemetryInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepTelemetry(telemetry, now, conditions, beat);
	}
}

describe('metrics', () => {
	test('arrive within half a minute to a minute on a good day, and all of them', () => {
		const run = aRun();
		for (let minute = 0; minute < 120; minute++) {
			pass(run, 60);
			expect(run.telemetry.output.metricDelaySeconds).toBeGreaterThanOrEqual(30);
			expect(run.telemetry.output.metricDelaySeconds).toBeLessThanOrEqual(60);
		}
		expect(run.telemetry.output.metricLossShare).toBe(0);
	});

	test.each<[string, Partial<TelemetryInputs>]>([
		['the store is gone', {storeErrors: 1}],
		['balancers fail', {balancerErrors: 0.1}],
	])('are minutes late and thinner when %s', (_, inputs) => {
		const run = aRun();
		pass(run, 3600, inputs);
		expect(run.telemetry.output.metricDelaySeconds).toBeGreaterThan(240);
		expect(run.telemetry.output.metricDelaySeconds).toBeLessThan(900);
		expect(run.telemetry.output.metricLossShare).toBeGreaterThan(0.05);
		pass(run, 3600);
		expect(run.telemetry.output.metricDelaySeconds).toBeLessThanOrEqual(60);
		expect(run.facts.map(({kind}) => kind)).toEqual(['metrics-late', 'metrics-prompt']);
	});
});

describe('events', () => {
	test('pile up while they cannot be delivered and drain over hours afterwards', () => {
		const run = aRun();
		pass(run, 5000, {storeErrors: 1});
		expect(run.telemetry.output).toMatchObject({
			trailBacklogSeconds: 5000,
			busBacklogSeconds: 5000,
		});
		pass(run, 7200);
		expect(run.telemetry.output.trailBacklogSeconds).toBeGreaterThan(1800);
		pass(run, 7200);
		expect(run.telemetry.output).toMatchObject({trailBacklogSeconds: 0, busBacklogSeconds: 0});
	});

	test('of the bus drain more slowly while Lambda fails, and those of the trail do not', () => {
		const run = aRun();
		pass(run, 5000, {storeErrors: 1});
		pass(run, 3600, {functionErrors: 0.5});
		expect(run.telemetry.output.busBacklogSeconds).toBeGreaterThan(
			run.telemetry.output.trailBacklogSeconds,
		);
	});
});

test.each<[Partial<TelemetryInputs>, number]>([
	[{}, 0],
	[{storeErrors: 1}, 0.7],
	[{balancerErrors: 0.1}, 0.1],
])('SQS errors under %j come to %s', (inputs, errors) => {
	const run = aRun();
	pass(run, 1800, inputs);
	expect(run.telemetry.output.sqsErrors).toBeCloseTo(errors, 6);
});

test('shares stay shares and nothing is negative, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share, share), {maxLength: 20}), all => {
			const run = aRun();
			for (const [storeErrors, balancerErrors, functionErrors] of all) {
				pass(run, 300, {storeErrors, balancerErrors, functionErrors});
				const {output} = run.telemetry;
				for (const value of Object.values(output)) expect(value).toBeGreaterThanOrEqual(0);
				expect(output.metricLossShare).toBeLessThanOrEqual(1);
				expect(output.sqsErrors).toBeLessThanOrEqual(1);
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: TelemetryInputs = {storeErrors: 0.7, balancerErrors: 0.1, functionErrors: 0.4};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.telemetry, JSON.parse(JSON.stringify(toPlain(run.telemetry))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.telemetry)).toBe(hash(run.telemetry));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.telemetry)).toBe(hash(run.telemetry));
});

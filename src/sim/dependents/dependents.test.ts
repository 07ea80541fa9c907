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
	DEPENDENCIES,
	DEPENDENT_TABLE,
	DEPENDENTS_PARAMETERS,
	createDependents,
	stepDependents,
	type Dependents,
	type DependentsInputs,
} from './index.ts';
import type {DependentsParameters} from './dependents.parameters.ts';

type Run = {
	readonly dependents: Dependents;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<DependentsParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(DEPENDENTS_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {dependents: createDependents(), beat, conditions, facts};
}

const WELL: DependentsInputs = {
	dynamodb: 0,
	ec2: 0,
	network: 0,
	nlb: 0,
	lambda: 0,
	sts: 0,
	iam: 0,
	sqs: 0,
	cloudwatch: 0,
	containers: 0,
};
const OUTAGE = {
	...WELL,
	dynamodb: 1,
	ec2: 1,
	network: 1,
	lambda: 0.8,
	sts: 1,
	iam: 1,
	sqs: 0.7,
	cloudwatch: 0.1,
	containers: 0.97,
};
const LAUNCHES_FAIL = {...WELL, ec2: 1, network: 1, lambda: 0.15, containers: 0.7};
const BALANCERS_FAIL = {
	...WELL,
	ec2: 0.6,
	network: 1,
	nlb: 0.08,
	lambda: 0.27,
	sts: 0.1,
	sqs: 0.08,
	cloudwatch: 0.12,
	containers: 0.7,
};
const BALANCERS_HEAL = {...WELL, ec2: 0.6, network: 1, lambda: 0.27, sts: 0.1, containers: 0.7};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{dependents, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<DependentsInputs> | ((now: number) => DependentsInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepDependents(dependents, now, conditions, beat);
	}
}

/** How many services lose more than one request in twenty, of one listing or of all. */
function hurt({dependents}: Run, listing?: string): number {
	return DEPENDENT_TABLE.filter(
		(row, index) =>
			(listing === undefined || row[2] === listing) && dependents.output.errors[index]! > 0.05,
	).length;
}

function errorsOf({dependents}: Run, name: string): number {
	return dependents.output.errors[DEPENDENT_TABLE.findIndex(row => row[0] === name)]!;
}

describe('the table', () => {
	test('has 142 services, each once', () => {
		expect(DEPENDENT_TABLE).toHaveLength(142);
		expect(new Set(DEPENDENT_TABLE.map(([name]) => name)).size).toBe(142);
	});

	test.each([
		['impacted', 97],
		['resolved', 26],
		['assumed', 19],
	])('lists as %s on the dashboard of 10:03: %s', (listing, count) => {
		expect(DEPENDENT_TABLE.filter(row => row[2] === listing)).toHaveLength(count);
	});

	test('gives every service something to need, with a share for a weight', () => {
		for (const [name, , , needs, followSeconds, catchUp] of DEPENDENT_TABLE) {
			const weights = Object.values(needs);
			expect(weights.length, name).toBeGreaterThan(0);
			for (const weight of weights) {
				expect(weight, name).toBeGreaterThan(0);
				expect(weight, name).toBeLessThanOrEqual(1);
			}
			expect(followSeconds, name).toBeGreaterThanOrEqual(0);
			expect(catchUp, name).toBeGreaterThanOrEqual(0);
		}
	});
});

describe('the 142', () => {
	test('are well while all is well', () => {
		const run = aRun();
		pass(run, 600);
		expect(Math.max(...run.dependents.output.errors)).toBe(0);
	});

	test('are hurt and healed in the order of that day', () => {
		const run = aRun();
		pass(run, 9000, OUTAGE);
		expect(hurt(run)).toBe(142);
		pass(run, 9000, LAUNCHES_FAIL);
		expect(hurt(run)).toBeGreaterThan(60);
		expect(hurt(run)).toBeLessThan(105);
		const healed = hurt(run);
		pass(run, 9000, BALANCERS_FAIL);
		expect(hurt(run)).toBeGreaterThan(healed + 20);
		pass(run, 1500, BALANCERS_HEAL);
		expect(hurt(run, 'impacted')).toBe(97);
		expect(hurt(run, 'resolved')).toBeLessThanOrEqual(3);
		pass(run, 14_400);
		expect(
			DEPENDENT_TABLE.filter((_, index) => run.dependents.output.errors[index]! > 0.05).map(
				row => row[0],
			),
		).toEqual(['Config', 'Redshift']);
	});

	test.each([
		['DynamoDB', {dynamodb: 0.4}, 0.4],
		['EC2', {ec2: 0.4}, 0.4],
		['Lambda', {lambda: 0.4}, 0.4],
		['Security Token Service', {sts: 0.4}, 0.4],
		['IAM', {iam: 0.4}, 0.4],
		['SQS', {sqs: 0.4}, 0.4],
		['ECS', {containers: 0.4}, 0.4],
	])('%s takes its own errors at once: %j gives %s', (name, inputs, errors) => {
		const run = aRun();
		pass(run, 5, inputs);
		expect(errorsOf(run, name)).toBeCloseTo(errors, 9);
	});

	test('some owe work after what they need is back, and the others do not', () => {
		const run = aRun();
		pass(run, 3600, OUTAGE);
		pass(run, 3600);
		expect(errorsOf(run, 'Redshift')).toBeGreaterThan(0.05);
		expect(errorsOf(run, 'S3')).toBeLessThan(0.001);
		pass(run, 20_000);
		expect(errorsOf(run, 'Redshift')).toBeLessThan(0.001);
	});
});

test('errors stay shares, whatever fails', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(fc.array(fc.array(share, {minLength: 10, maxLength: 10}), {maxLength: 10}), all => {
			const run = aRun();
			for (const shares of all) {
				const inputs = Object.fromEntries(
					DEPENDENCIES.map((name, index) => [name, shares[index]!]),
				);
				pass(run, 100, inputs);
				for (const value of run.dependents.output.errors) {
					expect(value >= 0 && value <= 1).toBe(true);
				}
			}
		}),
		{numRuns: 20},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: DependentsInputs = {...WELL, dynamodb: 0.7, lambda: 0.4};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.dependents, JSON.parse(JSON.stringify(toPlain(run.dependents))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.dependents)).toBe(hash(run.dependents));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.dependents)).toBe(hash(run.dependents));
});

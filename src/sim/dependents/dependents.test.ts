import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {anyShare, expectToGoOnFromASave, standFor, underAny} from '../../../test/support/stand.ts';
import {dependents, DEPENDENCIES, DEPENDENT_TABLE, type DependentsInputs} from './index.ts';

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
	connect: 0,
	redshift: 0,
	support: 0,
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
	connect: 0.8,
	redshift: 0.9,
	support: 0.9,
};
const LAUNCHES_FAIL = {...WELL, ec2: 1, network: 1, lambda: 0.15, containers: 0.7};
const NLB_FAIL = {
	...WELL,
	ec2: 0.6,
	network: 1,
	nlb: 0.08,
	lambda: 0.27,
	sts: 0.1,
	sqs: 0.08,
	cloudwatch: 0.12,
	containers: 0.7,
	connect: 0.4,
};
const NLB_HEAL = {
	...WELL,
	connect: 0.2,
	ec2: 0.6,
	network: 1,
	lambda: 0.27,
	sts: 0.1,
	containers: 0.7,
};

const aRun = standFor(dependents, WELL);

type Run = ReturnType<typeof aRun>;

/** How many services lose more than one request in twenty, of one listing or of all. */
function hurt({output}: Run, listing?: string): number {
	return DEPENDENT_TABLE.filter(
		(row, index) => (listing === undefined || row[2] === listing) && output.errors[index]! > 0.05,
	).length;
}

function errorsOf({output}: Run, name: string): number {
	return output.errors[DEPENDENT_TABLE.findIndex(row => row[0] === name)]!;
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
		run.pass(600);
		expect(Math.max(...run.output.errors)).toBe(0);
	});

	test('are hurt and healed in the order of that day', () => {
		const run = aRun();
		run.pass(9000, OUTAGE);
		expect(hurt(run)).toBe(142);
		run.pass(9000, LAUNCHES_FAIL);
		expect(hurt(run)).toBeGreaterThan(60);
		expect(hurt(run)).toBeLessThan(105);
		const healed = hurt(run);
		run.pass(9000, NLB_FAIL);
		expect(hurt(run)).toBeGreaterThan(healed + 20);
		run.pass(1500, NLB_HEAL);
		expect(hurt(run, 'impacted')).toBe(97);
		expect(hurt(run, 'resolved')).toBeLessThanOrEqual(3);
		run.pass(14_400);
		expect(
			DEPENDENT_TABLE.filter((_, index) => run.output.errors[index]! > 0.05).map(row => row[0]),
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
		['Connect', {connect: 0.4}, 0.4],
		['Support Center', {support: 0.4}, 0.4],
	])('%s takes its own errors at once: %j gives %s', (name, inputs, errors) => {
		const run = aRun();
		run.pass(5, inputs);
		expect(errorsOf(run, name)).toBeCloseTo(errors, 9);
	});

	test('some owe work after what they need is back, and the others do not', () => {
		const run = aRun();
		run.pass(3600, OUTAGE);
		run.pass(3600);
		expect(errorsOf(run, 'Redshift')).toBeGreaterThan(0.05);
		expect(errorsOf(run, 'S3')).toBeLessThan(0.001);
		run.pass(20_000);
		expect(errorsOf(run, 'Redshift')).toBeLessThan(0.001);
	});
});

test.each(DEPENDENCIES)('%s hurts whoever needs it and nobody else', name => {
	const run = aRun();
	run.pass(4000, {...WELL, [name]: 1});
	const isHurt = DEPENDENT_TABLE.map((_, index) => run.output.errors[index]! > 0.001);
	expect(isHurt).toEqual(DEPENDENT_TABLE.map(([, , , needs]) => needs[name] !== undefined));
});

test('errors stay shares, whatever fails', () => {
	const inputs = fc
		.array(anyShare, {minLength: DEPENDENCIES.length, maxLength: DEPENDENCIES.length})
		.map(shares => Object.fromEntries(DEPENDENCIES.map((name, index) => [name, shares[index]!])));
	underAny(aRun, inputs, {seconds: 100, lengthMax: 10, numRuns: 20}, run => {
		for (const value of run.output.errors) expect(value >= 0 && value <= 1).toBe(true);
	});
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {...WELL, dynamodb: 0.7, lambda: 0.4});
	expectToGoOnFromASave(run);
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	copyOf,
	createAgenda,
	fill,
	hash,
	luck,
	switchesOn,
	takeDue,
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
	SUPPORT_PARAMETERS,
	carryOutSupport,
	createSupport,
	deliverSupport,
	stepSupport,
	weighSupport,
	type Support,
	type SupportInputs,
} from './index.ts';
import type {SupportParameters} from './support.parameters.ts';

type Run = {
	readonly support: Support;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<SupportParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(SUPPORT_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {support: createSupport(conditions, beat), beat, conditions, facts};
}

const WELL: SupportInputs = {storeErrors: 0};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{support, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<SupportInputs> | ((now: number) => SupportInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		for (let due = takeDue(beat.agenda, beat.now); due; due = takeDue(beat.agenda, beat.now)) {
			deliverSupport(support, due.to, due.event, conditions, beat);
		}
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepSupport(support, now, conditions, beat);
	}
}

function give({support, beat, conditions}: Run, id: string, args: Order['args'] = {}) {
	const order = {id, args};
	const verdict = weighSupport(support, order, conditions);
	return verdict.ok ? carryOutSupport(support, order, 'ana', conditions, beat) : verdict;
}

describe('Support Center', () => {
	test('lets everybody in while the account check errors, and nobody once it answers wrongly', () => {
		const run = aRun();
		pass(run, 10, {storeErrors: 1});
		expect(run.support.output).toMatchObject({answer: 'error', lockedOutShare: 0});
		pass(run, 20, {storeErrors: 1});
		expect(run.support.output).toMatchObject({answer: 'invalid', lockedOutShare: 0.95});
		pass(run, 10);
		expect(run.support.output).toMatchObject({answer: 'valid', lockedOutShare: 0});
	});

	test('a short error ends before the failover does', () => {
		const run = aRun();
		pass(run, 10, {storeErrors: 1});
		pass(run, 60);
		expect(run.support.output.answer).toBe('valid');
	});

	test('with the third state known, locks nobody out', () => {
		const run = aRun(['support-third-state']);
		pass(run, 600, {storeErrors: 1});
		expect(run.support.output).toMatchObject({answer: 'invalid', lockedOutShare: 0});
	});

	test('is open while the check is bypassed by hand', () => {
		const run = aRun();
		pass(run, 600, {storeErrors: 1});
		expect(give(run, 'bypass-support', {state: 'on'})).toMatchObject({ok: true});
		pass(run, 1, {storeErrors: 1});
		expect(run.support.output).toMatchObject({lockedOutShare: 0, bypassed: true});
		expect(give(run, 'bypass-support', {state: 'on'})).toMatchObject({code: 'no-change'});
		give(run, 'bypass-support', {state: 'off'});
		pass(run, 1, {storeErrors: 1});
		expect(run.support.output).toMatchObject({lockedOutShare: 0.95, bypassed: false});
	});
});

test('a share of customers stays a share, whatever the store does', () => {
	fc.assert(
		fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 30}), all => {
			const run = aRun();
			for (const storeErrors of all) {
				pass(run, 15, {storeErrors});
				expect(run.support.output.lockedOutShare).toBeGreaterThanOrEqual(0);
				expect(run.support.output.lockedOutShare).toBeLessThanOrEqual(1);
			}
		}),
		{numRuns: 50},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: SupportInputs = {storeErrors: 0.7};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.support, JSON.parse(JSON.stringify(toPlain(run.support))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.support)).toBe(hash(run.support));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.support)).toBe(hash(run.support));
});

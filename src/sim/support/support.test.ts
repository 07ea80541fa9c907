import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	expectShares,
	expectToGoOnFromASave,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {support, type SupportInputs} from './index.ts';

const WELL: SupportInputs = {storeErrors: 0};

const aRun = standFor(support, WELL);

describe('Support Center', () => {
	test('lets everybody in while the account check errors, and nobody once it answers wrongly', () => {
		const run = aRun();
		run.pass(10, {storeErrors: 1});
		expect(run.output).toMatchObject({answer: 'error', lockedOutShare: 0});
		run.pass(20, {storeErrors: 1});
		expect(run.output).toMatchObject({answer: 'invalid', lockedOutShare: 0.95});
		run.pass(10);
		expect(run.output).toMatchObject({answer: 'valid', lockedOutShare: 0});
	});

	test('fails over after as many seconds as are declared for the run', () => {
		const run = aRun([], {failoverSeconds: 40});
		run.pass(40, {storeErrors: 1});
		expect(run.output.answer).toBe('error');
		run.pass(1, {storeErrors: 1});
		expect(run.output.answer).toBe('invalid');
	});

	test('a short error ends before the failover does', () => {
		const run = aRun();
		run.pass(10, {storeErrors: 1});
		run.pass(60);
		expect(run.output.answer).toBe('valid');
	});

	test('with the third state known, locks nobody out', () => {
		const run = aRun(['support-third-state']);
		run.pass(600, {storeErrors: 1});
		expect(run.output).toMatchObject({answer: 'invalid', lockedOutShare: 0});
	});

	test('is open while the check is bypassed by hand', () => {
		const run = aRun();
		run.pass(600, {storeErrors: 1});
		expect(run.obey('bypass-support', {state: 'on'})).toMatchObject({ok: true});
		run.pass(1, {storeErrors: 1});
		expect(run.output).toMatchObject({lockedOutShare: 0, bypassed: true});
		expect(run.obey('bypass-support', {state: 'on'})).toMatchObject({code: 'no-change'});
		run.obey('bypass-support', {state: 'off'});
		run.pass(1, {storeErrors: 1});
		expect(run.output).toMatchObject({lockedOutShare: 0.95, bypassed: false});
	});
});

test('a share of customers stays a share, whatever the store does', () => {
	const inputs = fc.record({storeErrors: anyShare});
	underAny(aRun, inputs, {seconds: 15, lengthMax: 30, numRuns: 50}, run => {
		expectShares([run.output.lockedOutShare]);
	});
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7});
	expectToGoOnFromASave(run);
});

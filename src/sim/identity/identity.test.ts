import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	at,
	expectShares,
	expectToGoOnFromASave,
	line,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {ADVISED, beginTrouble, setLever, type Switch} from '../kernel/index.ts';
import {callerErrorsOf, type Caller} from './callers.ts';
import {identity, type Identity, type IdentityInputs} from './index.ts';

const WELL: IdentityInputs = {storeErrors: 0, balancerErrors: 0};

const aRun = standFor(identity, WELL);

type Run = ReturnType<typeof aRun>;

/** Errors of the store inside the Region: from 23:48:12 until the override at 01:15; of balancers: most around 07:00. */
function thatNight(now: number): IdentityInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	return {
		storeErrors: now < at(1, 15) ? lost : line(now, [at(1, 15), 1], [at(1, 17), 0]),
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
	};
}

/** Minutes between the first fact of a kind, counting from the one given, and a time of the night. */
function minutesOff(
	{facts}: Run,
	times: readonly number[],
	kind: string,
	nth: number,
	when: number,
) {
	const found = facts
		.map(fact => fact.kind)
		.reduce<number[]>((all, each, index) => (each === kind ? [...all, index] : all), [])[nth];
	return found === undefined ? null : Math.abs(times[found]! - when) / 60;
}

describe('STS, IAM and sign-in', () => {
	test('fail and recover when they did that night', () => {
		const run = aRun();
		const times: number[] = [];
		for (let second = 0; second < at(10, 30); second++) {
			run.pass(1, thatNight(run.ctx.now + 1));
			while (times.length < run.facts.length) times.push(run.ctx.now);
		}
		expect(minutesOff(run, times, 'sts-impaired', 0, at(23, 51))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sts-recovered', 0, at(1, 19))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sign-in-recovered', 0, at(1, 25))).toBeLessThan(10);
		expect(minutesOff(run, times, 'sts-impaired', 1, at(8, 31))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sts-recovered', 1, at(9, 59))).toBeLessThan(5);
		expect(minutesOff(run, times, 'operator-session-lapsed', 0, at(23, 55))).toBeLessThan(1);
	});

	test.each<[Switch, keyof Identity['output']]>([['regional-sts', 'stsErrors']])(
		'with %s, %s stay at zero',
		(name, output) => {
			const run = aRun([name]);
			run.pass(3600, {storeErrors: 1, balancerErrors: 0.1});
			expect(run.output[output]).toBe(0);
			const without = aRun();
			without.pass(3600, {storeErrors: 1, balancerErrors: 0.1});
			expect(without.output[output]).toBeGreaterThan(0.9);
		},
	);

	test('a short wave of balancer errors is carried by spare hosts', () => {
		const run = aRun();
		run.pass(3600, {balancerErrors: 0.09});
		expect(run.output.stsErrors).toBe(0);
		run.pass(3600, {balancerErrors: 0.09});
		expect(run.output.stsErrors).toBeGreaterThan(0.05);
	});
});

describe('the operator', () => {
	test('keeps a session as long as STS can refresh it', () => {
		const run = aRun();
		run.pass(10_000);
		expect(run.output.operator).toBe('signed-in');
	});

	test('loses the session at a refresh that STS fails, and not before', () => {
		const run = aRun();
		run.pass(1);
		run.pass(298, {storeErrors: 1});
		expect(run.output.operator).toBe('signed-in');
		run.pass(2, {storeErrors: 1});
		expect(run.output.operator).toBe('failing');
	});

	test('cannot sign in while sign-in fails, and can when it has recovered', () => {
		const run = aRun();
		run.pass(3600, {storeErrors: 1});
		expect(run.obey('sign-in-console')).toMatchObject({ok: false, code: 'sign-in-failed'});
		run.pass(3600);
		expect(run.output.operator).toBe('failing');
		expect(run.obey('sign-in-console')).toMatchObject({ok: true});
		expect(run.output.operator).toBe('signed-in');
		expect(run.obey('sign-in-console')).toMatchObject({ok: false, code: 'signed-in'});
	});

	test('keeps break-glass access through any failure, and it is audited', () => {
		const run = aRun();
		run.pass(3600, {storeErrors: 1});
		expect(run.obey('break-glass-access')).toMatchObject({ok: true});
		run.pass(20_000, {storeErrors: 1, balancerErrors: 1});
		expect(run.output.operator).toBe('break-glass');
		expect(run.facts.some(({source, kind}) => source === 'audit' && kind === 'glass-broken')).toBe(
			true,
		);
		expect(run.obey('break-glass-access')).toMatchObject({ok: false, code: 'glass-broken'});
	});

	test('who signs in again after break-glass has an ordinary session, which can lapse', () => {
		const run = aRun();
		run.obey('break-glass-access');
		run.pass(10);
		run.obey('sign-in-console');
		run.pass(899, {storeErrors: 1});
		expect(run.output.operator).toBe('signed-in');
		run.pass(1, {storeErrors: 1});
		expect(run.output.operator).toBe('failing');
	});

	test('with regional-sts never loses access', () => {
		const run = aRun(['regional-sts']);
		run.pass(10_000, {storeErrors: 1, balancerErrors: 1});
		expect(run.output.operator).toBe('signed-in');
	});
});

/** What customers want of sign-in and do not get, when it has a fifth of its hosts and IAM has failed for a while. */
function aStorm(...orders: readonly (readonly [id: string, args: Record<string, string>])[]) {
	const run = aRun();
	beginTrouble(run.ctx, 'sign-in-hosts-lost', {amount: 0.79});
	run.pass(2400, {storeErrors: 1});
	for (const [id, args] of orders) expect(run.obey(id, args)).toMatchObject({ok: true});
	run.pass(1200);
	return run;
}

describe('sign-in with too few hosts', () => {
	test('stays full of retries when IAM is well again; with all its hosts it does not', () => {
		const run = aStorm();
		run.pass(20_000);
		expect(run.output.signInErrors).toBeGreaterThan(0.5);
		const whole = aRun();
		whole.pass(2400, {storeErrors: 1});
		whole.pass(1200);
		expect(whole.output.signInErrors).toBeLessThan(0.01);
	});

	test.each([
		['scripts', 0.2, 0.01],
		['identity-center', 1, 1],
		['iam-users', 1, 1],
	])('turning %s away, and letting them back', (caller, shedMax, backMax) => {
		const run = aStorm(['shed-sign-in', {caller}]);
		expect(run.output.signInErrors <= shedMax).toBe(true);
		run.obey('admit-sign-in', {caller});
		run.pass(6000);
		expect(run.output.signInErrors < backMax).toBe(true);
		expect(run.output.signInErrors > 0.5).toBe(caller !== 'scripts');
	});

	test('lets scripts back too early, and is full again', () => {
		const run = aStorm();
		run.obey('shed-sign-in', {caller: 'scripts'});
		run.pass(60);
		run.obey('admit-sign-in', {caller: 'scripts'});
		run.pass(6000);
		expect(run.output.signInErrors).toBeGreaterThan(0.5);
	});

	test('refuses to turn away who is turned away, and to admit who is in', () => {
		const run = aRun();
		expect(run.obey('admit-sign-in', {caller: 'scripts'})).toMatchObject({code: 'no-change'});
		run.obey('shed-sign-in', {caller: 'scripts'});
		expect(run.obey('shed-sign-in', {caller: 'scripts'})).toMatchObject({code: 'no-change'});
	});
});

describe('Identity Center', () => {
	test('fails its own people where IAM users get in', () => {
		const run = aRun();
		beginTrouble(run.ctx, 'identity-center-errors', {amount: 0.8});
		run.pass(1200);
		const {signInErrors} = run.output;
		expect(signInErrors).toBeGreaterThan(0.3);
		const errorsOf = (name: Caller) =>
			callerErrorsOf(name, signInErrors, run.setup.parameters, run.ctx);
		expect(errorsOf('identity-center')).toBeGreaterThan(errorsOf('iam-users') + 0.3);
	});
});

describe('while the store is gone', () => {
	test('sessions that live on spare STS; those that have ended already stay lost', () => {
		const early = aRun();
		early.obey('extend-sessions', {state: 'on'});
		early.pass(3600, {storeErrors: 1});
		const late = aRun();
		late.pass(120, {storeErrors: 1});
		late.obey('extend-sessions', {state: 'on'});
		late.pass(3480, {storeErrors: 1});
		expect(early.output.stsErrors).toBeLessThan(0.25);
		expect(late.output.stsErrors).toBeGreaterThan(0.9);
	});

	test('IAM’s copy serves what is read, and is wrong now and then', () => {
		const run = aRun();
		run.obey('serve-iam', {source: 'copy'});
		run.pass(3600, {storeErrors: 1});
		expect(run.output.iamErrors).toBeLessThan(0.2);
		run.pass(3600);
		expect(run.output.iamErrors).toBeCloseTo(0.03, 2);
		run.obey('serve-iam', {source: 'store'});
		run.pass(3600);
		expect(run.output.iamErrors).toBeLessThan(0.001);
	});

	test('customers who go to STS in another Region fail less here, and a little when nothing is wrong', () => {
		const run = aRun();
		setLever(run.ctx, ADVISED.regionalSts, 1);
		run.pass(3600, {storeErrors: 1});
		expect(run.output.stsErrors).toBeLessThan(0.45);
		run.pass(3600);
		expect(run.output.stsErrors).toBeCloseTo(0.018, 3);
	});
});

test('shares stay shares, whatever the inputs', () => {
	const inputs = fc.record({storeErrors: anyShare, balancerErrors: anyShare});
	underAny(aRun, inputs, {seconds: 200}, run => {
		expectShares(Object.values(run.output).filter(value => typeof value === 'number'));
	});
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, balancerErrors: 0.1});
	expectToGoOnFromASave(run);
});

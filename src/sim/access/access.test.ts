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
	ACCESS_PARAMETERS,
	carryOutAccess,
	createAccess,
	deliverAccess,
	stepAccess,
	weighAccess,
	type Access,
	type AccessInputs,
} from './index.ts';
import type {AccessParameters} from './access.parameters.ts';

type Run = {
	readonly access: Access;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<AccessParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(ACCESS_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {access: createAccess(conditions, beat), beat, conditions, facts};
}

const WELL: AccessInputs = {storeErrors: 0, balancerErrors: 0};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{access, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<AccessInputs> | ((now: number) => AccessInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		for (let due = takeDue(beat.agenda, beat.now); due; due = takeDue(beat.agenda, beat.now)) {
			deliverAccess(access, due.to, due.event, conditions, beat);
		}
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepAccess(access, now, conditions, beat);
	}
}

function give({access, beat, conditions}: Run, id: string, args: Order['args'] = {}) {
	const order = {id, args};
	const verdict = weighAccess(access, order, conditions);
	return verdict.ok ? carryOutAccess(access, order, 'ana', conditions, beat) : verdict;
}

/** The tick of a time of that night (PDT). */
function at(hours: number, minutes: number): number {
	const seconds = (hours * 60 + minutes) * 60;
	return hours >= 23 ? seconds - 84_000 : seconds + 2_400;
}

/** Straight lines between points of (tick, value). */
function line(now: number, ...points: readonly (readonly [number, number])[]): number {
	const next = points.findIndex(([when]) => now <= when);
	if (next === 0) return points[0]![1];
	if (next === -1) return points.at(-1)![1];
	const [before, from] = points[next - 1]!;
	const [after, to] = points[next]!;
	return from + ((to - from) * (now - before)) / (after - before);
}

/** Errors of the store inside the Region: from 23:48:12 until the override at 01:15. */
function thatNight(now: number): AccessInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	return {
		storeErrors: now < at(1, 15) ? lost : line(now, [at(1, 15), 1], [at(1, 17), 0]),
		balancerErrors: line(now, [at(6, 50), 0], [at(7, 15), 0.08], [at(9, 35), 0.09], [at(9, 38), 0]),
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
			pass(run, 1, thatNight);
			while (times.length < run.facts.length) times.push(run.beat.now);
		}
		expect(minutesOff(run, times, 'sts-impaired', 0, at(23, 51))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sts-recovered', 0, at(1, 19))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sign-in-recovered', 0, at(1, 25))).toBeLessThan(10);
		expect(minutesOff(run, times, 'sts-impaired', 1, at(8, 31))).toBeLessThan(5);
		expect(minutesOff(run, times, 'sts-recovered', 1, at(9, 59))).toBeLessThan(5);
		expect(minutesOff(run, times, 'operator-session-lapsed', 0, at(23, 55))).toBeLessThan(1);
	});

	test.each<[Switch, keyof Access['output']]>([
		['regional-sts', 'stsErrors'],
		['regional-iam', 'iamErrorsElsewhere'],
		['regional-iam', 'signInErrorsElsewhere'],
	])('with %s, %s stay at zero', (name, output) => {
		const run = aRun([name]);
		pass(run, 3600, {storeErrors: 1, balancerErrors: 0.1});
		expect(run.access.output[output]).toBe(0);
		const without = aRun();
		pass(without, 3600, {storeErrors: 1, balancerErrors: 0.1});
		expect(without.access.output[output]).toBeGreaterThan(0.9);
	});

	test('a short wave of balancer errors is carried by spare hosts', () => {
		const run = aRun();
		pass(run, 3600, {balancerErrors: 0.09});
		expect(run.access.output.stsErrors).toBe(0);
		pass(run, 3600, {balancerErrors: 0.09});
		expect(run.access.output.stsErrors).toBeGreaterThan(0.05);
	});
});

describe('the operator', () => {
	test('keeps a session as long as STS can refresh it', () => {
		const run = aRun();
		pass(run, 10_000);
		expect(run.access.output.operator).toBe('signed-in');
	});

	test('loses the session at a refresh that STS fails, and not before', () => {
		const run = aRun();
		pass(run, 1);
		pass(run, 298, {storeErrors: 1});
		expect(run.access.output.operator).toBe('signed-in');
		pass(run, 2, {storeErrors: 1});
		expect(run.access.output.operator).toBe('failing');
	});

	test('cannot sign in while sign-in fails, and can when it has recovered', () => {
		const run = aRun();
		pass(run, 3600, {storeErrors: 1});
		expect(give(run, 'sign-in-console')).toMatchObject({ok: false, code: 'sign-in-failed'});
		pass(run, 3600);
		expect(run.access.output.operator).toBe('failing');
		expect(give(run, 'sign-in-console')).toMatchObject({ok: true});
		expect(run.access.output.operator).toBe('signed-in');
		expect(give(run, 'sign-in-console')).toMatchObject({ok: false, code: 'signed-in'});
	});

	test('keeps break-glass access through any failure, and it is audited', () => {
		const run = aRun();
		pass(run, 3600, {storeErrors: 1});
		expect(give(run, 'break-glass-access')).toMatchObject({ok: true});
		pass(run, 20_000, {storeErrors: 1, balancerErrors: 1});
		expect(run.access.output.operator).toBe('break-glass');
		expect(run.facts.some(({source, kind}) => source === 'audit' && kind === 'glass-broken')).toBe(
			true,
		);
		expect(give(run, 'break-glass-access')).toMatchObject({ok: false, code: 'glass-broken'});
	});

	test('who signs in again after break-glass has an ordinary session, which can lapse', () => {
		const run = aRun();
		give(run, 'break-glass-access');
		pass(run, 10);
		give(run, 'sign-in-console');
		pass(run, 899, {storeErrors: 1});
		expect(run.access.output.operator).toBe('signed-in');
		pass(run, 1, {storeErrors: 1});
		expect(run.access.output.operator).toBe('failing');
	});

	test('with regional-sts never loses access', () => {
		const run = aRun(['regional-sts']);
		pass(run, 10_000, {storeErrors: 1, balancerErrors: 1});
		expect(run.access.output.operator).toBe('signed-in');
	});
});

test('shares stay shares, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share), {maxLength: 20}), all => {
			const run = aRun();
			for (const [storeErrors, balancerErrors] of all) {
				pass(run, 200, {storeErrors, balancerErrors});
				const shares = Object.values(run.access.output).filter(value => typeof value === 'number');
				for (const value of shares) {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual(1);
				}
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: AccessInputs = {storeErrors: 0.7, balancerErrors: 0.1};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.access, JSON.parse(JSON.stringify(toPlain(run.access))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.access)).toBe(hash(run.access));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.access)).toBe(hash(run.access));
});

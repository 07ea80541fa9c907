import {describe, expect, test} from 'vitest';
import {at, clockOf, EMPTY_AT, NEVER, playNight, RESTORED_AT, type Step} from '../oracle/night.ts';

// Model 8: what each response to the restored name leads to. A tenth of the fleet, with a tenth of the
// store and of the demand, behaves as the whole; the historical row runs whole.
const TENTH = {hosts: 10, storeUnitsPerSecond: 900};
const A_DAY_LATER = RESTORED_AT + 86_400;

const ACTED_AT = at('04:14');
const CAP: Step = [ACTED_AT, 'cap 15'];
const GATE: Step = [ACTED_AT, 'gate dwfm 4'];
const ROLL: Step = [ACTED_AT, 'restart dwfm batch 1 every 190'];
const ALL: Step = [ACTED_AT, 'restart dwfm all'];

type Course = {
	/** When nineteen of twenty leases were gone. */
	readonly lapsedAt: number;
	/** Since when 99.9 % of the leases have been held, to the end. */
	readonly backAt: number;
	/** Leases held at 03:00 and at 04:14. */
	readonly progress: readonly [number, number];
	readonly collapsed: boolean;
};

function courseOf(
	steps: readonly Step[],
	until: number,
	parameters: Record<string, number> = TENTH,
): Course {
	let lapsedAt = NEVER;
	let backAt = NEVER;
	let collapsed = false;
	const progress: [number, number] = [0, 0];
	playNight({emptyAt: EMPTY_AT, restoredAt: RESTORED_AT, until, steps, parameters}, night => {
		const {now, dwfm} = night;
		const {leasedShare} = dwfm.output;
		if (leasedShare < 0.05 && lapsedAt === NEVER) lapsedAt = now;
		if (now < RESTORED_AT || leasedShare < 0.999) backAt = NEVER;
		else if (backAt === NEVER) backAt = now;
		if (now === at('03:00')) progress[0] = leasedShare;
		if (now === ACTED_AT - 1) progress[1] = leasedShare;
		collapsed ||= dwfm.fleet.value === 'collapsed';
	});
	return {lapsedAt, backAt, progress, collapsed};
}

describe('after the name is restored, the leases never come back in a day', () => {
	test.each<readonly [string, readonly Step[]]>([
		['when nobody acts', []],
		['when only the launch API is throttled', [CAP]],
		['when hosts are only restarted, in batches', [ROLL]],
		['when hosts are only restarted, all at once', [ALL]],
		['when hosts restart all at once behind a fast gate', [CAP, ALL, [ACTED_AT, 'gate dwfm 12']]],
		['when hosts restart behind a gate and launches are not throttled', [GATE, ROLL]],
		['when the gate is lifted half-way', [CAP, GATE, ROLL, [at('04:50'), 'gate dwfm off']]],
	])('%s', (_name, steps) => {
		const course = courseOf(steps, A_DAY_LATER);
		expect(course.backAt).toBe(NEVER);
		expect(course.collapsed).toBe(true);
	});
});

test('the night as it happened: lapsed at 02:24, no progress until 04:14, all leases at 05:28', () => {
	const roll: Step = [ACTED_AT, 'restart dwfm batch 10 every 190'];
	const course = courseOf([CAP, GATE, roll, [at('05:28'), 'cap 132']], at('06:30'), {});
	expect(Math.abs(course.lapsedAt - at('02:24')), clockOf(course.lapsedAt)).toBeLessThan(300);
	expect(course.progress[1]).toBeLessThanOrEqual(course.progress[0] + 1e-9);
	expect(course.progress[1]).toBeLessThan(0.0001);
	expect(Math.abs(course.backAt - at('05:28')), clockOf(course.backAt)).toBeLessThan(300);
});

test('gate and throttle before the name returns: no collapse, and no restart is needed', () => {
	const course = courseOf(
		[
			[at('02:20'), 'cap 15'],
			[at('02:20'), 'gate dwfm 4'],
		],
		at('05:00'),
	);
	expect(course.collapsed).toBe(false);
	expect(course.backAt).toBeLessThan(at('03:20'));
});

test('without a restart, gate and throttle must first work off what has expired', () => {
	expect(courseOf([CAP, GATE], at('12:00')).backAt).toBeGreaterThan(at('09:00'));
});

test('what is added to the night’s recovery slows it down or speeds it up', () => {
	const backWith = (...steps: Step[]) => courseOf([CAP, GATE, ROLL, ...steps], at('07:00')).backAt;
	const asItWas = backWith();
	expect(backWith([at('04:10'), 'workers dwfm 32'])).toBeGreaterThan(asItWas);
	expect(backWith([ACTED_AT + 1, 'gate dwfm 2'])).toBeGreaterThan(asItWas);
	expect(backWith([ACTED_AT + 1, 'gate dwfm 8'])).toBeLessThan(asItWas);
});

describe('a switch of canon 6 ends the need to act', () => {
	test.each(['dwfm-no-dynamodb', 'lease-grace', 'queue-backpressure', 'drop-expired'] as const)(
		'%s',
		name => {
			const night = playNight({
				emptyAt: EMPTY_AT,
				restoredAt: RESTORED_AT,
				until: at('04:14'),
				parameters: TENTH,
				switches: [name],
			});
			expect(night.dwfm.output.leasedShare).toBeGreaterThan(0.999);
		},
	);

	test('jittered-release, once launches are throttled', () => {
		const night = playNight({
			emptyAt: EMPTY_AT,
			restoredAt: RESTORED_AT,
			until: at('04:14'),
			parameters: TENTH,
			switches: ['jittered-release'],
			steps: [[at('02:20'), 'cap 15']],
		});
		expect(night.dwfm.output.leasedShare).toBeGreaterThan(0.999);
	});
});

import {describe, expect, test} from 'vitest';
import {odds} from '../race/odds.ts';

// A few hundred hours in place of the table's thousands: `npx tsx test/race/race-table.ts` prints it whole.

const SEEDS = 40;

describe('how often a slow Enactor empties a name', () => {
	test('never while its host is less than forty times slower', () => {
		for (const factor of [1, 40]) {
			expect(odds(SEEDS, {factor, parameters: {keepPlans: 10}})).toMatchObject({
				regional: 0,
				any: 0,
			});
		}
	});

	test('the fewer plans clean-up keeps, the more often', () => {
		const [five, ten, twenty] = [5, 10, 20].map(
			keepPlans => odds(SEEDS, {factor: 110, parameters: {keepPlans}}).any,
		);
		expect(five).toBeGreaterThan(ten!);
		expect(ten).toBeGreaterThan(twenty!);
		expect(ten).toBeGreaterThan(0.25);
	});
});

describe('with one guard on', () => {
	test.each([
		'fencing-token',
		'cleanup-live-check',
		'non-zero-floor',
		'max-plan-age',
		'single-writer',
		'plan-rate-slow-lane',
	] as const)('%s: no name is emptied', guard => {
		expect(odds(SEEDS, {factor: 110, switches: [guard]})).toMatchObject({regional: 0, any: 0});
	});

	test('lock-fairness: hardly any name is emptied, for the slow pass is only as long as its work', () => {
		expect(odds(SEEDS, {factor: 110, switches: ['lock-fairness']}).any).toBeLessThan(0.03);
	});

	test('fencing-token: no plan goes back', () => {
		expect(odds(10, {factor: 110, switches: ['fencing-token']}).staleWrites).toBe(0);
	});

	test('cleanup-live-check: stale plans still go live', () => {
		expect(odds(10, {factor: 110, switches: ['cleanup-live-check']}).staleWrites).toBeGreaterThan(
			10,
		);
	});
});

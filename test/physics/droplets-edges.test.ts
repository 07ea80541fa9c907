import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {DWFM_PARAMETERS, marginOf} from '../../src/sim/dwfm/index.ts';
import {at, createNight, EMPTY_AT, playNight, RESTORED_AT} from '../oracle/night.ts';

const FEW = {hosts: 2, storeUnitsPerSecond: 180};

/** Whether a host by itself works off a share of broken leases. */
function recovers(dropletsPerHost: number, share: number): boolean {
	const night = playNight({
		until: 12_000,
		demand: 0,
		parameters: {...FEW, dropletsPerHost},
		steps: [[600, `break ${String(share)}`]],
	});
	return night.dwfm.output.leasedShare > 0.99;
}

describe('hysteresis', () => {
	test('the collapsed state exists only above some two thousand droplets a host', () => {
		// n * s_e / (D + mean back-off) > threads.
		expect(recovers(1800, 1)).toBe(true);
		expect(recovers(2200, 1)).toBe(false);
	});

	test('from health, every load below the store’s capacity stays healthy', () => {
		for (const dropletsPerHost of [2000, 10_000, 20_000]) {
			expect(recovers(dropletsPerHost, 0)).toBe(true);
		}
	});

	test.each([3000, 5000, 10_000])(
		'with %i droplets the tipping point is within a tenth of the formula',
		dropletsPerHost => {
			const {dwfm, setup} = createNight({until: 0, parameters: {...FEW, dropletsPerHost}});
			const formula = marginOf(dwfm, setup, 0, 0).tippingPoint / dropletsPerHost;
			expect(recovers(dropletsPerHost, formula * 0.9)).toBe(true);
			expect(recovers(dropletsPerHost, formula * 1.1)).toBe(false);
		},
	);

	test('the margin says which side of the tipping point a host is on', () => {
		const {dwfm, setup} = playNight({
			until: 660,
			parameters: FEW,
			steps: [[600, 'break 0.3']],
		});
		expect(marginOf(dwfm, setup, 0, 0).margin).toBeLessThan(1);
		expect(marginOf(createNight({until: 0}).dwfm, setup, 0, 0).margin).toBeGreaterThan(100);
	});
});

/** What may be a fifth larger or smaller without changing the story (model 14). */
const UNCERTAIN = [
	'dropletsPerHost',
	'checkEverySeconds',
	'recheckSeconds',
	'deadlineSeconds',
	'backoffLowSeconds',
	'backoffHighSeconds',
	'threadsPerHost',
	'checkWork',
	'attemptWork',
	'workflowWork',
	'probeWork',
	'attemptUnits',
	'slowdownItems',
	'queueItemsMax',
	'connectionLifeSeconds',
	'reconnectSecondsMax',
	'storeUnitsPerSecond',
] as const;

test('the fleet collapses until someone acts, with every parameter off by up to a fifth', () => {
	const factors = fc.array(fc.integer({min: 80, max: 120}), {
		minLength: UNCERTAIN.length,
		maxLength: UNCERTAIN.length,
	});
	fc.assert(
		fc.property(factors, percents => {
			const parameters: Record<string, number> = {hosts: 10};
			UNCERTAIN.forEach((name, index) => {
				parameters[name] = (DWFM_PARAMETERS[name].value * percents[index]!) / 100;
			});
			parameters['storeUnitsPerSecond']! /= 10;
			const {dwfm} = playNight({
				emptyAt: EMPTY_AT,
				restoredAt: RESTORED_AT,
				until: at('04:14'),
				parameters,
			});
			expect(dwfm.fleet.value).toBe('collapsed');
			expect(dwfm.output.leasedShare).toBeLessThan(0.05);
		}),
		{numRuns: 12},
	);
});

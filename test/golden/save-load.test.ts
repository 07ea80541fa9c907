import {expect, test} from 'vitest';
import {EVERY_CASE, someOf, times} from '../support/sampled.ts';
import {heavyDay, heavyFrom, type Pair} from './save-load.ts';

function expectEqual(pairs: readonly Pair[]): void {
	expect(pairs.length).toBeGreaterThan(0);
	expect(pairs.map(({heavy}) => heavy)).toEqual(pairs.map(({straight}) => straight));
}

const MOMENTS = [
	['around the race', '23:47:50'],
	['as the name returns', '02:24:40'],
	['as the waves of restarts begin', '04:13:30'],
	['as failover is switched off', '09:35:40'],
] as const;

test.each(someOf(MOMENTS, 2))(
	'save and load after every tick %s changes no hash',
	{timeout: 300_000},
	(_, from) => {
		expectEqual(heavyFrom(from, times(20, 40)));
	},
);

test('save and load once a minute through the day changes no hash', {timeout: 300_000}, () => {
	expectEqual(heavyDay(61, EVERY_CASE ? '14:30' : '04:30'));
});

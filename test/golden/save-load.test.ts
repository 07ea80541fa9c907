import {expect, test} from 'vitest';
import {heavyDay, heavyFrom, type Pair} from './save-load.ts';

function expectEqual(pairs: readonly Pair[]): void {
	expect(pairs.length).toBeGreaterThan(0);
	expect(pairs.map(({heavy}) => heavy)).toEqual(pairs.map(({straight}) => straight));
}

test.each([
	['around the race', '23:47:50', 40],
	['as the name returns', '02:24:40', 40],
	['as the waves of restarts begin', '04:13:30', 40],
	['as failover is switched off', '09:35:40', 40],
])('save and load after every tick %s changes no hash', {timeout: 300_000}, (_, from, ticks) => {
	expectEqual(heavyFrom(from, ticks));
});

test('save and load once a minute through the day changes no hash', {timeout: 300_000}, () => {
	expectEqual(heavyDay(61));
});

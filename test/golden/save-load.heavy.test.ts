import {expect, test} from 'vitest';
import {heavyDay} from './save-load.ts';

test('save and load after every tick of the day changes no hash', {timeout: 1_800_000}, () => {
	const pairs = heavyDay(1);
	expect(pairs.length).toBeGreaterThan(100);
	expect(pairs.map(({heavy}) => heavy)).toEqual(pairs.map(({straight}) => straight));
});

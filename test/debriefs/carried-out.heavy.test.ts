import {expect, test} from 'vitest';
import {levelNamed} from '../levels/own-levels.ts';
import {firstCarriedOut} from './carried-out.ts';
import {nights} from './nights.ts';

/** `npm run told` does the same over all levels. */
const SHORT = ['read-a-panel', 'one-empty-answer', 'two-writers'];

test(
	'the first finding, carried out as an order file, is what was told',
	{timeout: 120_000},
	() => {
		const checked = nights(3, SHORT.map(levelNamed)).map(live => firstCarriedOut(live()));
		const told = checked.filter(each => each !== null);
		expect(told.length).toBeGreaterThan(1);
		expect(told.filter(({isTrue}) => !isTrue)).toEqual([]);
	},
);

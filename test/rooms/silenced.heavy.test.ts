import {expect, test} from 'vitest';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {rowOf, silencedIn} from './silencing.ts';

const level = levelNamed('october-20');
const script = scriptsOf(level)['textbook']!;

test.each([2, 3, 4, 6, 8, 12])(
	'October 20 with %i people is lost without one of them, or a critical task of theirs is missed; and by one alone it is lost',
	players => {
		const seats = silencedIn(level, script, players);
		expect(seats).toHaveLength(players > 2 ? 2 * players : 2);
		expect(seats.filter(({shows}) => !shows).map(rowOf)).toEqual([]);
	},
);

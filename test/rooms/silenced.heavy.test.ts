import {expect, test} from 'vitest';
import {levelNamed, ownLevels, scriptsOf} from '../levels/own-levels.ts';
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

/** Levels of one seat: nothing of the other’s happens in them. */
const ONE_SEAT: Readonly<Record<string, readonly string[]>> = {
	'quiet-shift': ['engineer'],
	'read-a-panel': ['engineer'],
};

const LADDER = ownLevels().filter(({kind, ladder}) => kind === 'ladder' && ladder !== null);

test.each(LADDER.map(each => [each.id, each] as const))(
	'of two people on %s neither can be silent, but where nothing of theirs happens',
	(id, each) => {
		const seats = silencedIn(each, scriptsOf(each)['textbook']!, 2);
		expect(seats).toHaveLength(2);
		expect(seats.filter(({shows}) => !shows).map(({seat}) => seat)).toEqual(ONE_SEAT[id] ?? []);
	},
);

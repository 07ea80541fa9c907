import {expect, test} from 'vitest';
import {tick} from '../../src/sim/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {someOf} from '../support/sampled.ts';
import {playNight} from './scripted-team.ts';
import {rowOf, silencedIn} from './silencing.ts';

const level = levelNamed('october-20');
const script = scriptsOf(level)['textbook']!;

test('a team of eight that says what it sees wins October 20, and misses nothing that was critical', () => {
	const {result, team} = playNight({level, script, players: 8});
	expect(result.ended).toMatchObject({won: true});
	expect(team.duties.filter(({state}) => state !== 'met')).toEqual([]);
	const holders = new Set(team.duties.flatMap(({seats}) => seats));
	expect([...holders].sort()).toEqual(
		['comms', 'deputy', 'dns', 'ec2', 'network', 'nlb', 'services'].sort(),
	);
	expect(team.claims.unseen).toEqual([]);
});

/** The textbook has won before: whoever has not by then is late. */
const HOURS = 5;
const NIGHTS = [levelNamed('one-empty-answer'), {...level, limit: tick(3_600 * HOURS)}];

test.each(someOf(NIGHTS, 1))('of two people neither can be silent in $id', night => {
	const seats = silencedIn(night, scriptsOf(night)['textbook']!, 2);
	expect(seats).toHaveLength(2);
	expect(seats.filter(({shows}) => !shows).map(rowOf)).toEqual([]);
});

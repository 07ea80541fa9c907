import fs from 'node:fs';
import {expect, test} from 'vitest';
import {proofOf, PROVING, tryLevel} from '../../src/session/index.ts';
import {ROOT} from '../support/tree.ts';
import {ownLevels, scriptsOf} from './own-levels.ts';

// A few seeds; `npm run levels:prove` has a hundred.
const SEEDS = ['one', 'two'];

/** A whole night is lived ten times, on whatever machine. */
const PATIENCE_MS = 300_000;

const PROVABLE = ownLevels().filter(
	level => level.goals !== null && (level.kind === 'ladder' || level.kind === 'drill'),
);

test.each(PROVABLE)(
	'$id is won by its lesson and not without it',
	level => {
		const scripts = scriptsOf(level);
		const trials = PROVING.flatMap(player =>
			SEEDS.map(seed => tryLevel(level, player, scripts[player] ?? null, seed)),
		);
		const {claims} = proofOf(level, trials);
		expect(claims.filter(({holds}) => !holds)).toEqual([]);
	},
	PATIENCE_MS,
);

test.each(ownLevels())('$id says what it is and leaves nothing for afterwards', ({id}) => {
	for (const name of ['briefing.md', 'debrief.md']) {
		expect(fs.readFileSync(`${ROOT}/levels/${id}/${name}`, 'utf8')).toMatch(/^# .+\n\n./);
	}
});

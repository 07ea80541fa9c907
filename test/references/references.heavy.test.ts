import fs from 'node:fs';
import {expect, test} from 'vitest';
import {ownLevels} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';
import {referenceOf, textOf} from './references.ts';

const PLAYED = ownLevels().filter(({kind}) => kind !== 'sandbox');

test.each(PLAYED.map(level => [level.id, level] as const))(
	'%s, played again, fares as its reference says',
	{timeout: 1_800_000},
	(_, level) => {
		const text = fs.readFileSync(`${ROOT}/levels/${level.id}/reference.json`, 'utf8');
		expect(textOf(referenceOf(level))).toBe(text);
	},
);

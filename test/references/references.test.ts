import fs from 'node:fs';
import {expect, test} from 'vitest';
import {readDistribution} from '../../src/session/index.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {playersOf} from './references.ts';
import {ROOT} from '../support/tree.ts';

/** A sandbox asks for nothing, and there is nothing to stand beside. */
const PLAYED = ownLevels().filter(({kind}) => kind !== 'sandbox');

test.each(PLAYED.map(level => [level.id, level] as const))(
	'%s has reference runs, of the level as it is (else: npm run references)',
	(_, level) => {
		const text = fs.readFileSync(`${ROOT}/levels/${level.id}/reference.json`, 'utf8');
		const reference = readDistribution(JSON.parse(text), level);
		expect(reference, 'the level or the world has changed since').toBeDefined();
		expect(reference!.players, 'its players have changed since').toBe(playersOf(level));
		const {runs} = reference!;
		expect(runs.length).toBeGreaterThan(10);
		// A histogram of nothing but winners, or losers, would say nothing.
		expect(runs.some(({won}) => won)).toBe(true);
		expect(runs.some(({won}) => !won)).toBe(true);
		const harms = new Set(runs.map(({points}) => points.harm));
		expect(harms.size).toBeGreaterThan(1);
	},
);

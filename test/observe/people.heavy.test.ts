import {describe, expect, test} from 'vitest';
import {ownLevels, scriptsOf} from '../levels/own-levels.ts';
import {heardIn} from './people.ts';

const SEEDS = ['1', '2', '3'] as const;

describe('people in every level, whoever plays it', () => {
	test.each(ownLevels().map(level => [level.id, level] as const))(
		'%s',
		(_, level) => {
			const players = [...Object.values(scriptsOf(level)), 'random' as const];
			for (const script of players) {
				for (const seed of SEEDS) {
					const {lines, ...wrong} = heardIn(level, script, seed);
					expect(lines.length).toBeGreaterThan(0);
					for (const found of Object.values(wrong)) expect(found).toEqual([]);
				}
			}
		},
		600_000,
	);
});

import {expect, test} from 'vitest';
import type {Level} from '../../src/level/index.ts';
import {
	proofOf,
	PROVING,
	provingSeeds,
	tryLevel,
	type PlayerScript,
} from '../../src/session/index.ts';
import {someOf} from '../support/sampled.ts';
import {scriptsOf} from './own-levels.ts';
import {keptProofs, sourcesOf} from './proofs.ts';

/** A whole night is lived many times, on whatever machine. */
const PATIENCE_MILLISECONDS = 600_000;
/** How many levels are lived; how many seeds at least, and simulated minutes of all players together, all seeds, for each. */
export type Patience = {
	readonly levelsMax: number;
	readonly seedsMin: number;
	readonly minutesMax: number;
};
/** A table may be written in haste; `npm run levels` brings it to a hundred. */
const SEEDS_KEPT_MIN = 5;

/** Proves levels over as many seeds as there is time for, and holds the table of docs/levels.md to that. */
export function proving(levels: readonly Level[], patience: Patience): void {
	test.each(levels)('$id has been proven as its text stands now', level => {
		const {sources, seeds = 0, proven} = keptProofs()[level.id] ?? {};
		const again = `npm run levels -- ${level.id}`;
		expect({sources, proven, again}).toEqual({sources: sourcesOf(level), proven: true, again});
		expect(seeds).toBeGreaterThanOrEqual(SEEDS_KEPT_MIN);
	});

	test.each(someOf(levels, patience.levelsMax))(
		'$id is won by its lesson and not without it, as the table says',
		level => {
			const seeds = provingSeeds(level, seedsFor(level, patience));
			const {rates, claims} = proofOf(level, lived(level, seeds));
			expect(claims.filter(({holds}) => !holds)).toEqual([]);
			const told = keptProofs()[level.id]?.rates.map(({player, outcomes}) => [
				player,
				outcomes.slice(0, seeds.length),
			]);
			expect(rates.map(({player, outcomes}) => [player, outcomes])).toEqual(told);
		},
		PATIENCE_MILLISECONDS,
	);
}

function lived(level: Level, seeds: readonly string[]) {
	const scripts: Readonly<Record<string, PlayerScript>> = scriptsOf(level);
	const players = PROVING.filter(player => player === 'random' || player in scripts);
	return players.flatMap(player =>
		seeds.map(seed => tryLevel(level, player, scripts[player] ?? null, seed)),
	);
}

function seedsFor({id}: Level, {seedsMin, minutesMax}: Patience): number {
	const {rates = [], seeds = seedsMin} = keptProofs()[id] ?? {};
	const minutes = rates.reduce((sum, rate) => sum + rate.minutes, 0);
	return Math.max(seedsMin, Math.min(seeds, Math.floor(minutesMax / minutes)));
}

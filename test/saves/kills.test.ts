import {expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {canBeFirst, killAt, WAYS} from './kills.ts';

// `npm run kills` kills at 500 moments.
const SEEDS = [1, 2];

test.runIf(process.platform !== 'win32').for(
	someOf(
		WAYS.flatMap(way => SEEDS.map(seed => [way, seed] as const)),
		WAYS.length,
	),
)(
	'killed at any moment, %s, seed %d: a second is lost at most, and the run goes on',
	async ([way, seed], {skip}) => {
		skip(way === 'first process' && !canBeFirst(), 'takes root on Linux');
		const {lostMs, ...harm} = await killAt(seed, way);
		expect(harm).toEqual({way, unreadable: [], lockedOut: undefined});
		expect(lostMs).toBeLessThanOrEqual(1_000);
	},
);

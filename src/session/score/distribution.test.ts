import {expect, test} from 'vitest';
import type {Level} from '../../level/index.ts';
import {parseLevel} from '../../level/file/index.ts';
import {WORLD} from '../../sim/index.ts';
import {VOCABULARY} from '../vocabulary.ts';
import {distributionRow, questionsOf, readDistribution, standingOf} from './distribution.ts';
import {AXES, type Score} from './score.types.ts';

const LEVEL = aLevel();

function aLevel(): Level {
	const parsed = parseLevel(
		`{format: 1, id: a, title: A, summary: A., start: '23:40', limit: '00:40', seed: 1,
		faults: [], switches: [], parameters: {}}`,
		VOCABULARY,
	);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

/** A score that has so many points for harm, and was not measured in anything else. */
function scored(harm: number): Score {
	return {
		...{level: 'a', seed: '1', version: '0.1.0', hash: '', won: harm > 0, why: ''},
		headline: {first: null, then: harm},
		beliefs: [],
		axes: AXES.map(id => ({id, points: id === 'harm' ? harm : null, what: '', moments: []})),
		played: {
			claimed: {by: 'program', timed: true, forkedAt: null, salvaged: false},
			fixes: [],
			numbers: false,
		},
	};
}

const STORED = {
	levelHash: LEVEL.hash,
	questions: questionsOf(LEVEL),
	players: '',
	world: WORLD,
	runs: [scored(0), scored(100)].map((score, index) => distributionRow(`p${String(index)}`, score)),
};

test('it says how many reference runs one is as good as', () => {
	const read = readDistribution(JSON.parse(JSON.stringify(STORED)) as unknown, LEVEL);
	expect(standingOf(read!, scored(100)).harm).toEqual({
		among: 2,
		reached: 2,
		histogram: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
	});
	expect(standingOf(read!, scored(0)).harm).toMatchObject({among: 2, reached: 1});
	expect(standingOf(read!, scored(0)).tasks).toMatchObject({among: 0, reached: 0});
});

test.each<[string, unknown]>([
	['of another level', {...STORED, levelHash: 'x'}],
	['of other questions', {...STORED, questions: 'x'}],
	['of another world', {...STORED, world: WORLD + 1}],
	['that is damaged', {...STORED, runs: [{}]}],
	['that is none', null],
])('one %s is not used', (_, value) => {
	expect(readDistribution(value, LEVEL)).toBeUndefined();
});

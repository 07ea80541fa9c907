import {expect, test} from 'vitest';
import {goldenLevel} from '../../test/golden/golden.ts';
import {nameEmptiesAt} from '../sim/index.ts';
import {open} from './session.ts';
import {storySeed} from './story-seed.ts';

const level = goldenLevel();

test('the level’s own seed makes its story, at the second at which the whole Region does', () => {
	expect(storySeed(level, level.seed)).toBe(level.seed);
	const at = nameEmptiesAt(level, level.limit);
	const session = open(level, {game: '0.0.0', node: 20, observed: false});
	session.advance(1_800);
	const [empty] = session.result().milestones;
	expect(empty).toMatchObject({id: 'record-empty', real: '23:48', sim: '23:48:14'});
	expect(at).toBe(1_694);
});

test('a seed that makes another night is followed to the next of its line that makes this one', () => {
	const found = storySeed(level, 'banana');
	expect(found).toMatch(/^banana(\+\d+)?$/);
	expect(storySeed(level, 'banana')).toBe(found);
	expect(storySeed(level, found ?? '')).toBe(found);
});

test('a level without a story takes any seed', () => {
	expect(storySeed({...level, story: null}, 'banana')).toBe('banana');
});

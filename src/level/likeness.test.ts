import {expect, test} from 'vitest';
import {editDistance, wordsLike} from './likeness.ts';

test.each([
	['', '', 0],
	['dig', 'dig', 0],
	['dgi', 'dig', 1],
	['digg', 'dig', 1],
	['restrat', 'restart', 1],
	['pause', 'page', 2],
])('from %s to %s takes %i edits', (a, b, edits) => {
	expect(editDistance(a, b)).toBe(edits);
	expect(editDistance(b, a)).toBe(edits);
});

test('the nearest words come first, and far ones not at all', () => {
	expect(wordsLike('restat', ['pause', 'reset', 'restart', 'pest'])).toEqual(['restart', 'reset']);
	expect(wordsLike('xyzzy', ['pause', 'restart'])).toEqual([]);
});

test('a beginning is enough', () => {
	expect(wordsLike('thr', ['throttle', 'restart'])).toEqual(['throttle']);
});

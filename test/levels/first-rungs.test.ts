import {describe, expect, test} from 'vitest';
import {open} from '../../src/session/index.ts';
import {deedsIn} from './deeds.ts';
import {levelNamed} from './own-levels.ts';

/** Whether a level is won by these orders, with whoever it takes on the call. */
function isWon(id: string, deeds: string): boolean {
	const level = levelNamed(id);
	const session = open(level, {game: '0.2.0', node: 20, observed: false});
	const all = deedsIn(`1 page dynamodb; 2 page network; 3 break glass access; ${deeds}`);
	for (const [after, words] of all) {
		session.advance(Math.max(0, level.takeover + after - session.now));
		if (!session.ended) session.attempt('you', words);
	}
	session.advance(level.limit - session.now);
	return session.result().ended?.won === true;
}

const BACK = '800 repoint regional rollback';
const STOPPED_AND_BACK = `500 pause dns-automation; ${BACK}`;
const ANOTHER_TREE = '300 show zone regional plans; 800 repoint regional 136';

describe('the first three levels are three questions', () => {
	test.each([
		['first-steps', BACK, true],
		['first-steps', STOPPED_AND_BACK, true],
		['one-empty-answer', BACK, false],
		['one-empty-answer', STOPPED_AND_BACK, false],
		['one-empty-answer', ANOTHER_TREE, true],
		['two-writers', BACK, false],
		['two-writers', STOPPED_AND_BACK, true],
		['two-writers', ANOTHER_TREE, false],
	])('%s, by “%s”: %s', (level, deeds, won) => {
		expect(isWon(level, deeds)).toBe(won);
	});
});

test.each([
	'800 repoint all rollback',
	'800 pin regional 200',
	'800 rebuild zone regional',
	'800 restart enactors',
	'800 force plan',
	'800 break lock regional; 1000 repoint regional rollback',
	'500 pause enactor-1; 800 repoint regional rollback',
	'500 pause planner; 800 repoint regional rollback',
	'500 pause dns-automation; 700 resume dns-automation; 1000 repoint regional rollback',
])('two writers is not won while a second one writes: %s', deeds => {
	expect(isWon('two-writers', deeds)).toBe(false);
});

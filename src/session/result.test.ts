import {expect, test} from 'vitest';
import {levelNamed} from '../../test/levels/own-levels.ts';
import {open} from './session.ts';

test.each([
	['october-20', true],
	['network-backlog', false],
	['one-empty-answer', false],
])('%s is measured against the record: %s', (id, isMeasured) => {
	const session = open(levelNamed(id), {game: '0.2.0', node: 20, observed: false});
	session.advance(2_400);
	const {milestones} = session.result();
	expect(milestones.some(({real}) => real !== null)).toBe(isMeasured);
	expect(milestones.some(({errorMinutes}) => errorMinutes !== null)).toBe(isMeasured);
});

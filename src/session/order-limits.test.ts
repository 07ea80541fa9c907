import {expect, test} from 'vitest';
import {nightWithoutName} from '../../test/support/level.builder.ts';
import {open} from './session.ts';

test('looks without end are refused in their second, and keep no act from being done', () => {
	const session = open(nightWithoutName('00:40'), {game: '0.0.0', node: 20});
	const flood = (times: number) => {
		for (let look = 0; look < times; look++) session.attempt('you', 'dig regional');
	};
	flood(6_000);
	session.attempt('you', 'declare sev-1');
	session.advance(1);
	const stateOf = (words: string) =>
		session.observation.orders.findLast(({text}) => text === words)?.state;
	expect(stateOf('declare sev-1')).not.toBe('refused');
	for (let second = 0; second < 300; second++) {
		flood(30);
		session.advance(1);
	}
	session.attempt('you', 'page dynamodb');
	session.advance(1);
	expect(stateOf('page dynamodb')).toBe('running');
});

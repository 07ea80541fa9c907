import {describe, expect, test} from 'vitest';
import {open, type JournalledSession} from '../../src/session/index.ts';
import type {Deeds} from './deeds.ts';
import {levelNamed} from './own-levels.ts';
import {WRONG_ACTS, type WrongAct} from './wrong-acts.ts';
import {WRONG_TASKS, type WrongTask} from './wrong-tasks.ts';

const VERSION = {game: '0.2.0', node: 20, observed: false};
const TEAMS: readonly string[] = [
	'ec2',
	'dynamodb',
	'nlb',
	'lambda',
	'support',
	'network',
	'redshift',
];

/** Longer nights are lived in the heavy tests. */
export const SHORT_SECONDS = 4_000;

/** Tries those rows whose night is as long as is asked for, in seconds from the start of the level. */
export function doneWrongly(isTried: (seconds: number) => boolean): void {
	const isIn = ({level, until}: WrongTask | WrongAct) =>
		isTried(levelNamed(level).takeover + until);
	describe('the words of a task, done wrongly, do not meet it', () => {
		test.each(WRONG_TASKS.filter(isIn))('$level: $task', row => {
			expect(lived(row.level, row.deeds, row.until, row.teams ?? TEAMS).met).not.toContain(
				row.task,
			);
		});
	});
	describe('what nobody should do is found when it is done, and only then', () => {
		test.each(WRONG_ACTS.filter(isIn))('$level: $act', row => {
			const {level, act, wrong, right, until} = row;
			const found = lived(level, wrong, until);
			expect([found.unfulfilled, found.unsafe]).toEqual([
				found.unfulfilled,
				expect.arrayContaining([act]),
			]);
			if (right !== null) expect(lived(level, right, until).unsafe).not.toContain(act);
		});
	});
}

function lived(id: string, deeds: Deeds, until: number, teams = TEAMS) {
	const level = levelNamed(id);
	const session: JournalledSession = open(level, VERSION);
	const give = (after: number, words: string) => {
		session.advance(Math.max(0, level.takeover + after - session.now));
		if (!session.ended) expect([words, session.attempt('you', words)]).toEqual([words, undefined]);
	};
	if (level.cast === null) {
		for (const team of teams) give(1, `page ${team}`);
		give(2, 'break glass access');
	}
	for (const [after, words] of deeds) give(after, words);
	session.advance(Math.max(0, Math.min(level.limit, level.takeover + until) - session.now));
	const {tasks, unsafe, unfulfilled} = session.result();
	return {
		met: tasks.filter(({state}) => state === 'met').map(each => each.id),
		unsafe: [...new Set(unsafe.map(each => each.id))],
		unfulfilled: unfulfilled.map(({what, why}) => `${what}: ${why}`),
	};
}

import {expect, test} from 'vitest';
import {ownLevels} from './own-levels.ts';
import {doneWrongly, SHORT_SECONDS} from './words-done-wrongly.ts';
import {WRONG_ACTS} from './wrong-acts.ts';
import {WRONG_TASKS} from './wrong-tasks.ts';

doneWrongly(seconds => seconds <= SHORT_SECONDS);

test('the tables are read whole', () => {
	expect([WRONG_TASKS.length, WRONG_ACTS.length]).toEqual([111, 64]);
});

test('every task of every level is tried, and every act that is unsafe', () => {
	const tried = new Set([
		...WRONG_TASKS.map(({level, task}) => `${level}: task ${task}`),
		...WRONG_ACTS.map(({level, act}) => `${level}: act ${act}`),
	]);
	const asked = ownLevels().flatMap(({id: level, tasks, unsafe}) => [
		...tasks.map(({id}) => `${level}: task ${id}`),
		...unsafe.map(({id}) => `${level}: act ${id}`),
	]);
	expect(asked.filter(each => !tried.has(each))).toEqual([]);
});

import {expect, test} from 'vitest';
import {levelOf} from '../../../test/support/level.builder.ts';
import type {Level} from '../../level/index.ts';
import {createBaseline} from './baseline.ts';
import {liveJob} from './job.ts';
import {mattered} from './ranking.ts';
import {createSearch} from './search.ts';

/** Fifty quiet minutes of a small fleet, with what is said of it. */
function night(rules: string): Level {
	return levelOf(`
format: 1
id: quiet
title: Quiet
summary: A night.
start: '02:00'
limit: '02:50'
seed: debrief
switches: []
parameters: {dwfm: {hosts: 5}}
${rules}`);
}

/** What would have mattered most in a night of these orders. */
function foundIn(level: Level, orders: readonly (readonly [at: number, words: string])[]) {
	const baseline = createBaseline(level, {
		...{
			seed: level.seed,
			switches: [],
			parameters: {},
			suspicions: [],
			injects: [],
			until: level.limit,
		},
		orders: orders.map(([at, words], index) => ({order: index + 1, by: 'somebody', at, words})),
	});
	const search = createSearch(baseline, []);
	for (let job = search.next(); job !== null; job = search.next()) {
		search.take(job.id, liveJob(baseline, job));
	}
	return mattered(baseline, search.findings.trials);
}

test('what would have closed the one thing that was open is found, with the people it takes', () => {
	const level = night(`
faults: [{at: '02:05', to: lambda, type: stop-sqs-pollers}]
goals:
  win: {all: [{at: '02:20'}, {metric: lambda.sqsPollersDown, below: 0.5}]}
  why: Queues are read again.
  atLimit: lost
`);
	const [first] = foundIn(level, [[600, 'throttle launches 90 percent']]);
	const words = first?.candidate.change.add.map(order => order.words);
	expect(words).toEqual(['page lambda', 'restore pollers sqs']);
	expect(first?.outcome.ended?.won).toBe(true);
});

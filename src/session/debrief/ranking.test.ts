import {expect, test} from 'vitest';
import {levelOf} from '../../../test/support/level.builder.ts';
import {createBaseline, whatIf} from './baseline.ts';
import {leftOut, shifted, type Candidate} from './candidate.ts';
import {decisionsOf} from './decisions.ts';
import {mattered} from './ranking.ts';

const QUIET = levelOf(`
format: 1
id: quiet
title: Quiet
summary: A night.
start: '02:00'
limit: '03:20'
seed: debrief
faults: []
switches: []
parameters: {}
`);

test('an order moved onto the next, which lifts it, is told as what it comes to: left out', () => {
	const orders = [
		[60, 'page ec2'],
		[1_500, 'throttle launches 0 percent'],
		[3_300, 'throttle launches off'],
	] as const;
	const baseline = createBaseline(QUIET, {
		...{
			seed: QUIET.seed,
			switches: [],
			parameters: {},
			suspicions: [],
			injects: [],
			until: QUIET.limit,
		},
		orders: orders.map(([at, words], index) => ({order: index + 1, by: 'somebody', at, words})),
	});
	const [throttled] = decisionsOf(baseline);
	const trial = (candidate: Candidate) => {
		const outcome = whatIf(baseline, candidate.change);
		if (outcome === null) throw new Error('the changed night was lived');
		return {candidate, outcome};
	};
	const moved = trial(shifted(baseline, throttled!, 30));
	const without = trial(leftOut(baseline, throttled!));
	expect(moved.outcome.harm.total).toBeLessThan(0.9 * baseline.outcome.harm.total);
	expect(mattered(baseline, [moved, without])).toEqual([without]);
});

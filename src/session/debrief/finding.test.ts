import {expect, test} from 'vitest';
import {levelOf, PLAIN} from '../../../test/support/small-level.builder.ts';
import {change} from '../relive/change.ts';
import {createBaseline, whatIf} from './baseline.ts';
import {leftOut} from './candidate.ts';
import {decisionsOf} from './decisions.ts';
import {findingOf} from './finding.ts';
import {createSearch} from './search.ts';

const ASKED = 'hold launches back';
const LEVEL =
	levelOf(`${PLAIN}tasks: [{id: hold, what: ${ASKED}, met: {metric: ec2.throttled, above: 0}}]
`);
const WORDS = ['page ec2', 'throttle launches 5 percent', 'throttle launches 10 percent'];

/** The finding that leaving an order out would be, in a quiet night that nothing but the throttle hurts. */
function without(...out: readonly number[]) {
	const orders = WORDS.map((words, index) => ({
		...{order: index + 1, by: 'somebody', words},
		at: 60 + 1_200 * index,
	}));
	const baseline = createBaseline(LEVEL, {
		...{seed: 'asked', switches: [], parameters: {}, suspicions: [], injects: []},
		...{orders, until: LEVEL.limit},
	});
	const [decision] = decisionsOf(baseline);
	const changed = change({leaveOut: out});
	const outcome = whatIf(baseline, changed);
	if (decision === undefined || outcome === null) throw new Error('there is a decision');
	const {findings} = createSearch(baseline, []);
	const lookBack = {alarms: []} as never;
	return findingOf(
		{baseline, findings, lookBack},
		{candidate: {...leftOut(baseline, decision), change: changed}, outcome},
		() => [],
	);
}

test('what the level asks for and would better have been left out is told as both', () => {
	const finding = without(2, 3);
	expect(finding.saves).toBeGreaterThan(0);
	expect(finding.asked).toEqual([ASKED]);
});

test('what nothing asks for is not, nor what another order still does', () => {
	expect(without(1).asked).toEqual([]);
	const finding = without(2);
	expect(finding.saves).toBeGreaterThan(0);
	expect(finding.asked).toEqual([]);
});

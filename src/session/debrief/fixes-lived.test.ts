import {describe, expect, test} from 'vitest';
import {LOST_LEASES} from '../../../test/support/debrief.builder.ts';
import {SWITCH_NAMES, type Switch} from '../../sim/index.ts';
import {change} from '../relive/change.ts';
import {relive} from '../relive/relive.ts';
import {givenSource} from '../relive/source.ts';
import {startRun} from '../run.ts';
import {createBaseline, whatIf} from './baseline.ts';
import {stateOf} from './enough.ts';

const RECORDED = {
	...{seed: LOST_LEASES.seed, switches: [], parameters: {}, suspicions: [], injects: []},
	orders: ['page ec2', 'gate dwfm 4', 'restart dwfm batch 10 every 190'].map((words, index) => ({
		...{order: index + 1, by: 'somebody', at: 60 + 900 * index, words},
	})),
	until: LOST_LEASES.limit,
};
const BASELINE = createBaseline(LOST_LEASES, RECORDED);
const FROM_THE_FIRST_SECOND = new Map<Switch, number>(SWITCH_NAMES.map(name => [name, 0]));

describe('a fix is lived from where the run first asked after it', () => {
	const late = [...BASELINE.asked].filter(([, at]) => at > 900).map(([name]) => name);
	const never = SWITCH_NAMES.filter(name => !BASELINE.asked.has(name));

	test('which is late for some, and never comes for others', () => {
		expect(late).toContain('dwfm-runbook');
		expect(never).toContain('recovery-drills');
	});

	test.each(SWITCH_NAMES)('%s comes to what it comes to from the first second on', name => {
		const fixed = change({switches: [name]});
		const whole = whatIf({...BASELINE, asked: FROM_THE_FIRST_SECOND}, fixed);
		expect(whatIf(BASELINE, fixed)).toEqual(whole);
	});

	test.each([...late, ...never])('until then the Region is the same with %s', name => {
		const until = BASELINE.checkpoints.before((BASELINE.asked.get(name) ?? Infinity) - 1) ?? 0;
		const run = startRun(LOST_LEASES, {
			...{seed: RECORDED.seed, switches: [name], parameters: {}, observed: false},
		});
		relive(run, givenSource(RECORDED.orders), {until});
		const original = BASELINE.checkpoints.from(until)?.run;
		expect(original).toBeDefined();
		if (original !== undefined) expect(stateOf(run)).toBe(stateOf(original));
	});
});

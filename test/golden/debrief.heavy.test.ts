import fs from 'node:fs';
import {expect, test} from 'vitest';
import {recordedRunOf, parseJournal} from '../../src/session/index.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {scriptsOf} from '../levels/own-levels.ts';
import {goldenFile, goldenNamed, goldenRuns, nameOf, type Golden} from './golden.ts';

function told(run: Golden) {
	const {level} = run;
	const parsed = parseJournal(fs.readFileSync(goldenFile(run), 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const script = scriptsOf(level)['textbook'];
	const references =
		script === undefined ? [] : [{id: 'expert' as const, label: 'textbook', script}];
	return debriefIn(level, recordedRunOf(level, parsed.journal), {references});
}

/** The sandbox asks for nothing, and an exam's textbook is for one of its nights. */
const TAUGHT = goldenRuns().filter(({level}) => !['sandbox', 'exam'].includes(level.id));

test.each(TAUGHT.map(run => [nameOf(run), run] as const))(
	'%s, where it was lost, is told what would have won it',
	(_, run) => {
		const {result, decisions} = told(run);
		if (result.ended?.won === true) return;
		expect(decisions.map(({turns}) => turns)).toContain('won');
	},
);

test('of the day as it happened names what its people would have wanted to know', () => {
	const day = goldenNamed('october-20', 'as-it-happened');
	const {decisions, better, runs} = told(day);
	const named = decisions.map(({other}) => other);

	expect(runs.lived).toBeGreaterThanOrEqual(60);
	expect(decisions.length).toBeLessThanOrEqual(3);
	expect(named).toContainEqual(
		expect.stringMatching(/“gate dwfm 4” at 00:.*“throttle launches 100 percent” at 00:/u),
	);
	expect(named).toContainEqual(expect.stringMatching(/“pause nlb-failover” at 0[567]:/u));
	for (const {saves, close} of decisions) {
		expect(saves).toBeGreaterThan(0.015 * 1000);
		expect(close).not.toBeNull();
	}
	// Two that are worth more together are told apart as well.
	const pair = decisions.find(({alone}) => alone.length > 0);
	const whole = pair?.saves ?? 0;
	expect(pair?.alone.map(({saves}) => saves < 0.9 * whole)).toEqual([true, true]);
	expect(better.map(({did}) => did)).toContainEqual(
		expect.stringContaining('pause dns-automation'),
	);
});

import fs from 'node:fs';
import {expect, test} from 'vitest';
import {livedOf, parseJournal} from '../../src/session/index.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {goldenFile, goldenNamed} from './golden.ts';

test('of the day as it happened names what its people would have wanted to know', () => {
	const day = goldenNamed('october-20', 'as-it-happened');
	const {level} = day;
	const parsed = parseJournal(fs.readFileSync(goldenFile(day), 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const {decisions, better, runs} = debriefIn(level, livedOf(level, parsed.journal));
	const named = decisions.map(({other}) => other);

	expect(runs.lived).toBeGreaterThanOrEqual(60);
	expect(decisions.length).toBeLessThanOrEqual(3);
	expect(named).toContainEqual(
		expect.stringMatching(/throttle before restoring DNS: “gate dwfm 4”.*“throttle launches/u),
	);
	expect(named).toContainEqual(
		expect.stringMatching(/NLB failover disabled earlier: “pause nlb-failover” at 0[67]:/u),
	);
	for (const {saves, close} of decisions) {
		expect(saves).toBeGreaterThan(0.015 * 1000);
		expect(close).not.toBeNull();
	}
	// Two that are worth something only together are told apart as well.
	const pair = decisions.find(({alone}) => alone.length > 0);
	const whole = pair?.saves ?? 0;
	expect(pair?.alone.every(({saves}) => saves < whole / 2)).toBe(true);
	expect(better.map(({did}) => did)).toContainEqual(
		expect.stringContaining('pause dns-automation'),
	);
});

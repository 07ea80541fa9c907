import {expect, test} from 'vitest';
import {levelNamed} from '../../../test/levels/own-levels.ts';
import {debriefIn} from '../../../test/support/debrief.builder.ts';
import {leversOf} from '../goals/index.ts';

test('where leaving something out does not win it, what was left open then is asked for as well', () => {
	const level = levelNamed('read-a-panel');
	const guesses = ['force plan', 'restart enactors', 'break lock regional'];
	const orders = guesses.map((words, index) => ({
		...{order: index + 1, by: 'you', words},
		at: level.takeover + 30 + 10 * index,
	}));
	const night = {
		seed: level.seed,
		switches: [],
		parameters: {},
		suspicions: [],
		injects: [],
		orders,
	};
	const {result, decisions} = debriefIn(level, {...night, until: level.limit});
	expect(result.ended?.won).toBe(false);
	const [first] = decisions;
	expect(first?.turns).toBe('won');
	expect(first?.other).toMatch(/^“reroute border use1-az1” at .*, without “force plan” at /u);
});

test('an order that shares its form with others is a lever by its own name', () => {
	expect(leversOf('redshift.stuck')).toContain('pause redshift-replacement');
	expect(leversOf('nlb.errors')).toContain('pause nlb-failover');
});

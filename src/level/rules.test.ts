import {expect, test} from 'vitest';
import {levelOf, PLAIN, problemsOf, WHOLE} from '../../test/support/small-level.builder.ts';

test('a level may say everything there is to say', () => {
	expect(levelOf(WHOLE)).toMatchObject({
		dials: {problems: 0, pressure: 2},
		takeover: 2_700,
		prelude: [
			{at: 1_800, words: 'declare sev-2'},
			{at: 2_460, words: 'page dynamodb'},
		],
		story: {kind: 'condition', at: 3_000},
		withhold: {orders: ['repoint'], instruments: ['curve'], panels: ['log']},
		goals: {lose: [{when: {at: 5_400}}], atLimit: 'lost'},
		tasks: [{id: 'stop', before: 4_200}],
		recurrence: {faults: [{at: 300, to: 'dns'}]},
		variations: [{id: 'noon', startSecondsOfDay: 43_200}],
	});
});

test('a level that says none of it has the hash it always had', () => {
	expect(levelOf(`${PLAIN}minutes: 3\n`).hash).toBe(levelOf(PLAIN).hash);
	expect(levelOf(`${PLAIN}orderDelay: 1\n`).hash).toBe(levelOf(PLAIN).hash);
});

test.each([
	[
		'a metric nobody measures',
		'dynamodb.customerErrors',
		'dynamodb.customerErors',
		'there is no metric “dynamodb.customerErors” ~ dynamodb.customerErrors',
	],
	[
		'a milestone that is none',
		'record-empty}',
		'record-emty}',
		'there is no milestone “record-emty” ~ record-empty',
	],
	[
		'an automation that is none',
		'automation: dns-automation,',
		'automation: dns,',
		/^there is no automation “dns”/,
	],
	[
		'words that begin no order',
		'given: restart dwfm all',
		'given: restrat',
		'no command starts with “restrat”',
	],
	[
		'an order nobody can give',
		"'00:01 page dynamodb'",
		"'00:01 page dynamo'",
		'“dynamo” does not follow “page”: expected <team>. ~ dynamodb',
	],
	[
		'a prelude without a time',
		"'00:01 page dynamodb'",
		"'page dynamodb'",
		'expected HH:MM:SS and a command',
	],
	['a prelude after the end', "'00:01 page", "'01:10 page", 'it comes after the level has ended'],
	[
		'a condition of no kind',
		"{at: '00:50'}",
		'{time: 3}',
		/^goals.lose\[0\].when: expected a condition: metric, milestone/,
	],
	[
		'a key a condition does not have',
		'{milestone: record-empty}',
		'{milestone: record-empty, form: 1}',
		'`form` is not known in decisions[0].when',
	],
	[
		'a value a condition does not take',
		'is: paused',
		'is: stopped',
		/^recurrence.holds.is: expected one of "running", "paused"/,
	],
	[
		'a suspect that is none',
		'suspect: dns-records',
		'suspect: dns-record',
		/^there is no suspect “dns-record”: expected .* ~ dns-records/,
	],
	[
		'a dial that is none',
		'dials: {pressure: 2}',
		'dials: {traps: 2}',
		'`traps` is not known in dials',
	],
	[
		'a task after the end',
		"before: '00:30'",
		"before: '03:00'",
		/^a task’s time lies after the takeover/,
	],
	['a key that no level has', 'hints:', 'hint:', '`hint` is not known in the level ~ hints'],
	[
		'a story of the past',
		"at: '00:10'}",
		"at: '00:01'}",
		/^the story is judged after the takeover/,
	],
])('%s is told where it stands', (_, was, is, problem) => {
	expect(WHOLE).toContain(was);
	const [first = ''] = problemsOf(WHOLE.replace(was, is));
	const [, line, told] = /^(\d+):\d+ (.*)$/.exec(first) ?? [];
	expect(Number(line)).toBe(WHOLE.slice(0, WHOLE.indexOf(was)).split('\n').length);
	expect(told).toMatch(problem);
});

test('an id is given once', () => {
	const row = WHOLE.split('\n').find(line => line.includes('id: herd')) ?? '';
	expect(problemsOf(WHOLE.replace(row, `${row}\n${row}`))).toEqual([
		expect.stringMatching(/“herd” exists already/) as string,
	]);
});

import {expect, test} from 'vitest';
import {VOCABULARY} from '../session/index.ts';
import {parseLevel} from './parse-level.ts';

const PLAIN = `format: 1
id: small
title: Small
summary: A level for tests.
start: '23:20'
limit: '01:00'
seed: 6715
faults: []
switches: []
parameters: {}
`;

const WHOLE = `${PLAIN}kind: drill
ladder: 4
minutes: 12
lesson: goodput, not throughput
role: You lead the call.
dials: {pressure: 2}
story: {when: {metric: dns.answers.regional, above: 0}, at: '00:10'}
prelude:
  until: '00:05'
  orders:
    - '00:01 page dynamodb'
    - '23:50 declare sev-2'
orderDelay: 2
withhold: {orders: [Repoint], instruments: [curve], panels: [log]}
goals:
  win: {holds: {metric: store.customerErrors, below: 0.01}, minutes: 5}
  why: Well done.
  lose:
    - {when: {at: '00:50'}, why: Too late.}
  atLimit: lost
tasks:
  - {id: stop, what: stop it first, met: {first: {done: pause dns-automation}, then: {done: repoint}}, before: '00:30'}
unsafe:
  - {id: herd, what: everything at once, when: {given: restart dwfm all}}
diagnosis:
  - {suspect: dns-records, when: {metric: dns.answers.regional, below: 1}}
decisions:
  - {id: freeze, what: whether to freeze, when: {milestone: record-empty}, alternatives: ['00:10 pause dns-automation']}
recurrence: {faults: [{at: '00:05', to: dns, type: lose-tree, endpoint: regional}], minutes: 30, holds: {automation: dns-automation, is: paused}}
variations:
  - {id: noon, start: '12:00', faults: []}
hints:
  - {when: {not: {any: [{updates: 1}, {suspected: nothing}]}}, text: Look at the zone.}
`;

function levelOf(text: string) {
	const parsed = parseLevel(text, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

function problemsOf(text: string): readonly string[] {
	const parsed = parseLevel(text, VOCABULARY);
	if (parsed.ok) return [];
	return parsed.problems.map(({line, column, message, suggestions}) =>
		[`${String(line)}:${String(column)} ${message}`, ...suggestions].join(' ~ '),
	);
}

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

const WHEN =
	'{when: {metric: ec2.pentUp, above: 500}, for: 2, again: 10, to: network, type: stall-propagation, share: 0.5}';

test('a fault may wait for something to be so', () => {
	const own = WHOLE.replace('faults: []', `faults: [${WHEN}]`);
	expect(levelOf(own)).toMatchObject({
		faults: [],
		conditionalFaults: [
			{
				when: {holds: {metric: 'ec2.pentUp', above: 500}, minutes: 2},
				againSeconds: 600,
				to: 'network',
				fault: {type: 'stall-propagation', share: 0.5},
			},
		],
	});
	expect(levelOf(own).hash).not.toBe(levelOf(WHOLE).hash);
	expect(levelOf(own).hash).not.toBe(levelOf(own.replace('again: 10', 'again: 11')).hash);
});

const UNTIMED = WHEN.replace('when: {metric: ec2.pentUp, above: 500}, for: 2, again: 10, ', '');

test.each([
	[
		'neither a time nor a condition',
		UNTIMED,
		'{',
		'a fault is struck `at` a time or `when` something is so',
	],
	[
		'both',
		WHEN.replace('for:', "at: '23:30', for:"),
		'{metric',
		'a fault has either `at` or `when`',
	],
	[
		'again at a time',
		UNTIMED.replace('{', "{at: '23:30', again: 10, "),
		'10, ',
		'`again` goes with `when`',
	],
	[
		'a metric nobody measures',
		WHEN.replace('pentUp', 'pentup'),
		'ec2',
		'there is no metric “ec2.pentup” ~ ec2.pentUp',
	],
	[
		'a belief',
		WHEN.replace('metric: ec2.pentUp, above: 500', 'not: {suspected: dwfm}'),
		'dwfm',
		'what a player suspects moves no fault',
	],
	[
		'a blank out of bounds',
		WHEN.replace('share: 0.5', 'share: 1'),
		'1}',
		'faults[0].share: expected at most 0.99',
	],
	[
		'a blank of another row',
		WHEN.replace('share: 0.5', 'factor: 2'),
		'{',
		'faults[0].share: it is missing: expected a number',
	],
	[
		'never again',
		WHEN.replace('again: 10', 'again: 0'),
		'0, to',
		'faults[0].again: expected more than 0',
	],
])('a fault with %s is told where it stands', (_, fault, marker, problem) => {
	const column = 'faults: ['.length + 1 + fault.indexOf(marker);
	const told = problemsOf(WHOLE.replace('faults: []', `faults: [${fault}]`));
	expect(told).toContain(`8:${String(column)} ${problem}`);
});

const ALERT =
	'{id: carts, group: services, severity: page, metric: store.customerErrors, above: 0.1, title: Carts}';

test.each([
	[
		'an alert of a group that is none',
		ALERT.replace('services', 'shop'),
		/^no alert belongs to “shop”/,
	],
	[
		'an alert that is there',
		ALERT.replace('carts', 'sts-errors'),
		/^“sts-errors” is an alert of the Region already/,
	],
	[
		'an alert over what nobody delivers',
		ALERT.replace('store.customerErrors', 'harm.total'),
		/^monitoring delivers no metric “harm.total”/,
	],
	['an alert without a line', ALERT.replace('above: 0.1, ', ''), /^an alert has a line/],
	[
		'an alert that never lets go',
		ALERT.replace('0.1', '0.1, clear: 0.2'),
		/^an alert lets go on the healthy side/,
	],
	['an alert at nothing', ALERT.replace('0.1', '0'), /^an alert at 0 says where it lets go/],
])('%s is told', (_, alert, problem) => {
	expect(levelOf(`${WHOLE}alerts: [${ALERT}]\n`).alerts[0]?.clearAt).toBeCloseTo(0.08);
	const [told = ''] = problemsOf(`${WHOLE}alerts: [${alert}]\n`);
	expect(told.replace(/^\d+:\d+ /, '')).toMatch(problem);
});

test.each([
	[
		'a remark for no reason',
		'chat: [{from: Ada, role: support, when: {metric: x, above: 1}, words: [Hm.]}]',
		/there is no metric “x”/,
	],
	[
		'a remark of nobody',
		"chat: [{from: Ada, role: boss, when: {at: '23:40'}, words: [Hm.]}]",
		/^chat\[0\].role: expected one of/,
	],
	[
		'a time that never comes',
		"darkens: [{panel: log, when: {not: {at: '02:00'}}}]",
		/^it comes after the level has ended/,
	],
	[
		'a remark in no letters',
		'chat: [{from: "\\u200b", role: support, when: {at: "23:40"}, words: [Hm.]}]',
		/printable character/,
	],
	[
		'a panel that is none',
		"darkens: [{panel: logs, when: {at: '23:40'}}]",
		/^no panel is called “logs”.* ~ log/,
	],
])('%s is told', (_, rows, problem) => {
	const [told = ''] = problemsOf(`${WHOLE}${rows}\n`);
	expect(told.replace(/^\d+:\d+ /, '')).toMatch(problem);
});

test('what comes again comes at a time', () => {
	const was = "faults: [{at: '00:05', to: dns";
	const own = WHOLE.replace(was, 'faults: [{when: {milestone: record-empty}, to: dns');
	expect(problemsOf(own)).toEqual([
		expect.stringMatching(/what comes again comes `at` a time/) as string,
	]);
});

test.each([
	['judgements leave the hash', 'what: stop it first', 'what: stop it before all else', true],
	['tasks leave the hash', '{done: pause dns-automation}, then', '{done: page}, then', true],
	['goals are in it', 'minutes: 5}', 'minutes: 6}', false],
	['the prelude is in it', "'00:01 page", "'00:02 page", false],
	['the delay is in it', 'orderDelay: 2', 'orderDelay: 3', false],
])('%s', (_, was, is, same) => {
	expect(WHOLE).toContain(was);
	expect(levelOf(WHOLE.replace(was, is)).hash === levelOf(WHOLE).hash).toBe(same);
});

test('a level that says none of it has the hash it always had', () => {
	expect(levelOf(`${PLAIN}minutes: 3\n`).hash).toBe(levelOf(PLAIN).hash);
	expect(levelOf(`${PLAIN}orderDelay: 1\n`).hash).toBe(levelOf(PLAIN).hash);
});

test.each([
	[
		'a metric nobody measures',
		'store.customerErrors',
		'store.customerErors',
		'there is no metric “store.customerErors” ~ store.customerErrors',
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
		'no order begins with “restrat”',
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
		'expected HH:MM:SS and an order',
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
		/^diagnosis\[0\].suspect: expected one of .* ~ dns-records/,
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
		expect.stringMatching(/“herd” is there already/) as string,
	]);
});

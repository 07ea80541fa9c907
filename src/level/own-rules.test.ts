import {expect, test} from 'vitest';
import {levelOf, problemsOf, WHOLE} from '../../test/support/small-level.builder.ts';

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
		'a fault strikes `at` a time or `when` something is so',
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
	'{id: carts, group: services, severity: page, metric: dynamodb.customerErrors, above: 0.1, title: Carts}';

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
		ALERT.replace('dynamodb.customerErrors', 'harm.total'),
		/^monitoring delivers no metric “harm.total”/,
	],
	['an alert without a line', ALERT.replace('above: 0.1, ', ''), /^an alert has a line/],
	[
		'an alert that never lets go',
		ALERT.replace('0.1', '0.1, clear: 0.2'),
		/^an alert clears on the healthy side/,
	],
	['an alert at nothing', ALERT.replace('0.1', '0'), /^an alert at 0 says where it clears/],
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

import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {ORDERS, ordersIn, THE_REGION} from '../../src/session/index.ts';
import {panelsIn} from '../../src/observe/index.ts';
import {createPlain, type Plain} from '../../src/view/plain/index.ts';
import {aSession} from './session.builder.ts';

function aPlain({unicode = true, hours = 2} = {}) {
	const session = aSession({hours});
	const settings = {
		title: 'October 20',
		briefing: '# October 20\n\nYou lead.',
		role: 'You are the operator.',
		begins: true,
		by: 'you',
	};
	return {session, plain: createPlain({session, unicode, ...settings})};
}

/** Says lines, and gives the answer to the last. */
function say(plain: Plain, ...lines: readonly string[]): string {
	return lines.map(line => plain.take(line).lines.join('\n')).at(-1) ?? '';
}

describe('time', () => {
	test('stands still while a line is awaited, and runs by next, wait and until', () => {
		const {session, plain} = aPlain();
		say(plain, 'status', 'panel dns', 'dig regional');
		expect(session.now).toBe(0);
		expect(say(plain, 'next')).toContain('DONE: dig regional');
		expect(session.now).toBe(6);
		say(plain, 'wait 10');
		expect(session.now).toBe(606);
		expect(say(plain, 'until 23:40')).toContain('23:40:00 PDT');
		expect(say(plain, 'until noon')).toContain('is not a time of day');
		expect(session.now).toBe(1200);
		expect(say(plain, 'until 06:50 UTC')).toContain('23:50:00 PDT');
		expect(say(plain, 'until 06:49 UTC')).toContain('06:49 UTC was 1m 00s ago');
		expect(say(plain, 'until 11:55 pm')).toContain('23:55:00 PDT');
		expect(session.now).toBe(2100);
	});

	test('stops at a refusal, and says why', () => {
		const {session, plain} = aPlain();
		expect(say(plain, 'confirm off', 'gate dwfm 4', 'next')).toContain('REFUSED: gate dwfm 4: ');
		expect(session.now).toBe(1);
	});

	test('runs by itself after go, until something happens or a line comes', () => {
		const {session, plain} = aPlain();
		say(plain, 'go 10');
		expect(plain.going).toBe(true);
		expect(plain.live(0.25).lines).toEqual([]);
		expect(plain.live(0.25).lines).toEqual([]);
		expect(session.now).toBe(5);
		expect(say(plain, '')).toContain('23:20:05 PDT');
		expect(plain.going).toBe(false);
		say(plain, 'go 120', 'status');
		expect(plain.going).toBe(false);
		say(plain, 'dig regional', 'go');
		expect(plain.live(0.5).lines.join('\n')).toContain('DONE: dig regional');
		expect(plain.going).toBe(false);
	});
});

describe('dangerous orders', () => {
	test('ask once, and are given by their target', () => {
		const {session, plain} = aPlain();
		expect(say(plain, 'repoint all rollback')).toContain('Type all to run it.');
		expect(plain.prompt).toBe('all? ');
		expect(say(plain, 'ALL')).toContain('QUEUED: repoint all rollback');
		expect(say(plain, 'repoint all rollback', 'yes')).toBe('Cancelled: repoint all rollback.');
		expect(say(plain, 'next')).toContain('repoint all rollback');
		expect(session.observation.orders).toHaveLength(1);
	});

	test('do not ask an expert, and the journal knows', () => {
		const {session, plain} = aPlain();
		expect(say(plain, 'confirm off', 'repoint all rollback')).toContain('QUEUED');
		expect(session.notes.at(-1)?.note).toEqual({about: 'confirm', text: 'off'});
	});
});

test('the opening says what the card before a run says', () => {
	const {opening} = aPlain().plain;
	expect(opening.slice(0, 3)).toEqual(['October 20', 'You are the operator.', 'You lead.']);
	expect(opening.join('\n')).toMatch(/^Scored: Customer impact[^]*^23:20:00 PDT 19 Oct/mu);
});

test('a moment that is kept can be gone back to', () => {
	const {session, plain} = aPlain();
	say(plain, 'wait 5', 'snapshot before', 'wait 5');
	expect(session.notes.at(-1)).toMatchObject({at: 300, note: {about: 'snapshot', text: 'before'}});
	expect(plain.take('back before').ask).toEqual({type: 'fork', at: 300});
	expect(plain.take('back 23:22').ask).toEqual({type: 'fork', at: 120});
	expect(plain.take('back 23:10').ask).toBe(null);
	expect(plain.take('back nowhere').lines.join()).toContain('Did you mean: before');
});

test('suspicions and predictions are noted', () => {
	const {session, plain} = aPlain();
	expect(say(plain, 'expect dwfm.queued falls within 10 min')).toContain('Nothing to predict yet');
	say(plain, 'suspect dns-automation 70 unless zones differ', 'dig regional');
	say(plain, 'expect dwfm.queued falls within 10 min');
	expect(session.notes.slice(1).map(({note}) => note)).toMatchObject([
		{about: 'hypothesis', suspect: 'dns-automation', confidence: 70, unless: 'zones differ'},
		{about: 'prediction', order: 1, expects: {metric: 'dwfm.queued', change: 'falls', minutes: 10}},
	]);
});

test('what happened is told newest first, and a flood by group', () => {
	const {plain} = aPlain();
	const told = say(plain, 'until 00:10');
	expect(told.split('\n').length).toBeLessThan(30);
	expect(told).toMatch(/^TICKET, at 00:0\d:\d\d: \d+ of services, the newest: /mu);
	const times = [...told.matchAll(/, at (\d\d:\d\d:\d\d):/gu)].map(([, time]) => time ?? '');
	expect(times.length).toBeGreaterThan(5);
	expect(say(plain, 'alerts').split('\n').length).toBeLessThan(20);
	expect(say(plain, 'filter dynamodb', 'alerts')).not.toContain('Group services');
});

test('the end of a run is told with its result', () => {
	const {session, plain} = aPlain({hours: 1});
	const told = say(plain, 'wait 90');
	expect(session.ended).toBe(true);
	expect(told).toContain('LOST at 00:20:00 PDT');
	expect(told).toMatch(/^Customer impact: \d+ minutes/mu);
	expect(say(plain, 'next')).toContain('The run has ended');
	expect(say(plain, 'dig regional')).toContain('The run has ended');
	expect(plain.take('quit').ask).toEqual({type: 'leave'});
});

describe('panels', () => {
	const DRAWN = /[\u2500-\u259F\u2800-\u28FF●▲✗○✔►‖◆■□↑↓→…]|[#.:]{4}|\[P?F/u;

	let plain: Plain;
	beforeAll(() => {
		({plain} = aPlain());
		say(plain, 'break glass access', 'dig regional', 'page ec2', 'until 23:55');
		say(plain, 'show hosts', 'show curve', 'show balancers', 'show zone regional', 'until 00:20');
		say(plain, 'pause dns-automation-elsewhere', 'shelve services', 'wait 1');
	});

	test.each(panelsIn(THE_REGION))('%s is read out whole, in words', panel => {
		const lines = say(plain, `panel ${panel}`).split('\n');
		expect(lines.length).toBeGreaterThan(2);
		for (const line of lines) expect(line).not.toMatch(DRAWN);
	});

	test.each([
		['dwfm', 'DWFM, droplet leases'],
		['show dwfm', 'DWFM, droplet leases'],
		['show network', 'QUEUED: show network'],
		['show everything', 'REJECTED'],
	])('%s is answered with %s', (line, answer) => {
		expect(say(aPlain().plain, line)).toContain(answer);
	});

	test('of alerts tells what is shelved, and hides it', () => {
		const told = say(plain, 'alerts');
		expect(told).toMatch(/^SHELVED: services by you, hides \d+ alerts, back in 59m/mu);
		expect(told).not.toMatch(/^TICKET: services/mu);
	});
});

describe('help', () => {
	const {plain} = aPlain();
	const help = (topic: string) => say(plain, `help ${topic}`);

	test('leads to every order: by its verb from the list of verbs, and in full by its first words', () => {
		const verbs = /^Verbs: (.*)\.$/mu.exec(help('orders'))?.[1]?.split(', ') ?? [];
		for (const {forms, example} of Object.values(ordersIn(THE_REGION))) {
			const [first = ''] = forms;
			expect(verbs).toContain(first.split(' ')[0]);
			expect(help(first.split(' ')[0] ?? '')).toContain(first);
			const begins = first.split(' <')[0] ?? '';
			if (begins.includes(' ')) expect(help(begins)).toContain(`Example: ${example}`);
		}
	});

	test('says how to read each panel, and what can be ordered about it', () => {
		for (const panel of panelsIn(THE_REGION)) expect(help('panels')).toContain(`${panel}: `);
		expect(help('dwfm')).toContain('High throughput with no goodput is congestive collapse');
		expect(help('dwfm')).toMatch(/^Related commands: gate dwfm <rate>/mu);
	});

	test('finds orders by what they are about', () => {
		expect(help('packet loss')).toContain('show border: ');
		expect(help('zzzz')).toContain('No help on “zzzz”');
	});
});

test('what only the shell has is asked of it', () => {
	const {plain} = aPlain({hours: 1});
	expect(plain.take('read dns').ask).toEqual({type: 'read', topic: 'dns'});
	expect(plain.take('score')).toMatchObject({ask: null});
	say(plain, 'wait 60');
	expect(plain.take('score').ask).toEqual({type: 'score'});
});

test('an exam has no way back', () => {
	const session = aSession({hours: 1});
	const plain = createPlain({
		session,
		title: 'October 20',
		briefing: '',
		role: '',
		begins: true,
		by: 'you',
		unicode: true,
		exam: true,
	});
	say(plain, 'wait 5');
	expect(say(plain, 'snapshot here')).toContain('no going back');
	expect(plain.take('back 23:21')).toMatchObject({ask: null});
});

const CONTROL = /[\u0000-\u001F\u007F-\u009F]/u;
const WORDS = ['help', 'next', 'wait', 'until', 'panel', 'go', 'log', 'status', 'suspect', 'back'];
const anyLine = fc.oneof(
	fc.string({unit: 'binary', maxLength: 60}),
	fc.constantFrom(...Object.values(ORDERS).map(({example}) => example)),
	fc
		.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '1', '23:59', 'dns', 'all', '\u001B[2J'))
		.map(words => words.join(' ')),
	fc.integer({min: 490, max: 5_000}).map(length => 'x'.repeat(length)),
);

test('no line makes it throw, or sends more than lines of printable text', () => {
	fc.assert(
		fc.property(fc.array(anyLine, {maxLength: 12}), fc.boolean(), (lines, unicode) => {
			const {plain} = aPlain({unicode, hours: 1});
			const said = [...plain.opening, ...lines.flatMap(line => plain.take(line).lines)];
			for (const line of said) {
				expect(line).not.toMatch(CONTROL);
				if (!unicode) expect(line).toMatch(/^[\u0020-\u007E]*$/u);
			}
		}),
		{numRuns: 60},
	);
});

import {describe, expect, test} from 'vitest';
import type {Console} from '../../src/view/index.ts';
import {aConsole as consoleOf, line, press, screenOf, typed} from '../support/console.builder.ts';

const WIDE = {columns: 120, rows: 36};

function aConsole(settings: {readonly readOnly?: boolean; readonly exam?: boolean} = {}) {
	return consoleOf({hint: 'Look at how old the oldest work is.', ...settings});
}

/** What has been ordered, and what came of it, a little later. */
function ordered(console: Console): readonly string[] {
	for (let frame = 0; frame < 10; frame++) console.frame(0.2);
	return console.observation.orders.map(({text, state}) => `${text}: ${state}`);
}

describe('the palette', () => {
	test('gives a look at once', () => {
		const {console} = aConsole();
		press(console, '2', 'a', ...typed('dig <name>'), 'enter');
		press(console, ...typed('regional'), 'enter');
		expect(ordered(console)).toEqual(['dig regional: done']);
	});

	test('begins with the orders of the panel in focus', () => {
		const {console} = aConsole();
		press(console, '3', 'a');
		expect(screenOf(console)).toContain('► gate dwfm <rate>');
	});

	test('finds an order by what it is about', () => {
		const {console} = aConsole();
		press(console, '1', 'a', ...typed('wakes team'));
		expect(screenOf(console)).toContain('► page <team>');
	});

	test('asks for each blank, and says what does not fit', () => {
		const {console} = aConsole();
		press(console, '3', 'a', 'enter', ...typed('many'), 'enter');
		expect(screenOf(console)).toContain(
			'“many” does not fit: expected <rate> (a number, 0.1 to 50',
		);
		press(console, 'ctrl-u', '4', 'enter');
		expect(console.ui.order).toMatchObject({text: 'gate dwfm 4', dangerous: false});
	});

	test('offers every word of orders that read alike', () => {
		const {console} = aConsole();
		press(console, '8', 'a', ...typed('pause <automation>'), 'enter', ...typed('nlb'));
		expect(screenOf(console)).toContain('► nlb-failover');
		press(console, 'enter');
		expect(console.ui.order).toMatchObject({text: 'pause nlb-failover', dangerous: true});
	});

	test('goes back blank by blank, then out', () => {
		const {console} = aConsole();
		press(console, '3', 'a', 'enter', '4', 'escape');
		expect(console.ui.palette).toMatchObject({form: 'gate dwfm <rate>', query: ''});
		press(console, 'escape');
		expect(console.ui.palette).toMatchObject({form: null});
		press(console, 'escape');
		expect(console.ui.palette).toBeNull();
	});
});

describe('the card of a safe order', () => {
	const page = ['1', 'a', ...typed('page'), 'enter', ...typed('dynamodb'), 'enter'] as const;

	test('says what it touches, and enter gives it', () => {
		const {console} = aConsole();
		press(console, ...page);
		expect(screenOf(console)).toContain('touches  whoever of that team is on call');
		expect(ordered(console)).toEqual([]);
		press(console, 'enter');
		expect(ordered(console)).toEqual(['page dynamodb: done']);
	});

	test('esc does not', () => {
		const {console} = aConsole();
		press(console, ...page, 'escape');
		expect(ordered(console)).toEqual([]);
	});

	test('keeps a prediction with the number of its order', () => {
		const {console, session} = aConsole();
		press(console, ...line('declare sev-1'));
		press(console, ...page, 'e', ...typed('queue falls soon'), 'enter', 'enter');
		press(console, ...line('ack all'), ...line('expect dns.regressions below 1 within 10 min'));
		expect(session.notes.filter(({note}) => note.about === 'prediction')).toMatchObject([
			{note: {order: 2, expects: null, text: 'queue falls soon'}},
			{note: {order: 3, expects: {metric: 'dns.regressions', change: 'below', value: 1}}},
		]);
	});

	test('goes by the names that metrics have on the panels', () => {
		const {console, session} = aConsole();
		const expected = 'DynamoDB errors falls within 10 min';
		press(console, ...line('declare sev-1'), ...line(`expect ${expected}`));
		expect(session.notes.filter(({note}) => note.about === 'prediction')).toMatchObject([
			{note: {expects: {metric: 'dynamodb.customerErrors', change: 'falls'}, text: expected}},
		]);
	});

	test('offers the metrics that are meant while one types', () => {
		const {console, session} = aConsole();
		session.advance(300);
		for (let frame = 0; frame < 5; frame++) console.frame(0.2);
		press(console, ...page, 'e', ...typed('dyn'));
		expect(screenOf(console)).toContain('tab: DynamoDB errors, DDB, internal');
		press(console, 'tab', 'tab', 'tab');
		expect(screenOf(console)).toContain('DynamoDB errors falls within 10 min  ● will be checked');
	});

	test('completes a metric and what it does', () => {
		const {console} = aConsole();
		press(console, ...page, 'e', ...typed('plan regressi'), 'tab', 'tab', 'tab');
		expect(console.ui.order?.prediction).toBe('regressions falls within 10 min');
	});
});

describe('the card of a dangerous order', () => {
	const drain = ['6', 'a', ...typed('drain'), 'enter', ...typed('az2'), 'enter'] as const;

	test('wants its target typed and a capital Y', () => {
		const {console} = aConsole();
		press(console, ...drain);
		expect(screenOf(console)).toContain('type use1-az2 to go on');
		press(console, 'Y', 'enter', ...typed('use1-az'), 'Y', 'enter');
		expect(ordered(console)).toEqual([]);
		press(console, 'ctrl-u', ...typed('use1-az2'), 'y', 'enter');
		expect(ordered(console)).toEqual([]);
		press(console, 'Y');
		expect(ordered(console)).toEqual(['drain zone use1-az2: refused']);
	});

	test('takes a typed order for its target, and still wants the Y', () => {
		const {console} = aConsole();
		press(console, ...line('drain zone use1-az2'));
		expect(ordered(console)).toEqual([]);
		press(console, 'enter');
		expect(screenOf(console)).toContain('a capital Y runs it');
		press(console, 'Y');
		expect(ordered(console)).toEqual(['drain zone use1-az2: refused']);
	});

	test('does not open for experts, which the journal knows', () => {
		const {console, session} = aConsole();
		press(console, ...line('confirm off'), ...line('drain zone use1-az2'));
		expect(ordered(console)).toEqual(['drain zone use1-az2: refused']);
		expect(session.notes.map(({note}) => note)).toContainEqual({about: 'confirm', text: 'off'});
	});
});

describe('words on the line', () => {
	test('note a suspicion, which stands in the header', () => {
		const {console, session} = aConsole();
		press(console, 'h', ...typed('dns-automation 70 unless the zone has addresses'), 'enter');
		console.frame(0.2);
		expect(session.notes).toMatchObject([
			{note: {about: 'hypothesis', suspect: 'dns-automation', confidence: 70}},
		]);
		press(console, '1');
		expect(screenOf(console, WIDE)).toContain('you suspect dns-automation 70 %');
	});

	test('wait and until pass time whatever happens, and a pause is taken up again', () => {
		const {console, session} = aConsole();
		press(console, ' ', ...line('wait 10'));
		for (let frame = 0; frame < 20; frame++) console.frame(0.2);
		expect([session.now, console.ui.paused]).toEqual([600, true]);
		press(console, ...line('until 23:45'));
		for (let frame = 0; frame < 40; frame++) console.frame(0.2);
		expect([session.now, console.observation.clock.pdt]).toEqual([1500, '23:45:00']);
	});

	test('space stops a run on its way, esc lets time go on at its usual speed', () => {
		const {console} = aConsole();
		press(console, ...line('wait 600'));
		console.frame(0.2);
		press(console, ' ');
		expect(console.ui).toMatchObject({paused: true, skip: null});
		press(console, ...line('wait 600'));
		console.frame(0.2);
		press(console, 'escape');
		expect(console.ui).toMatchObject({paused: false, skip: null});
	});

	test('keep a moment, and ask the shell to go back to it', () => {
		const {console, session} = aConsole();
		press(console, ' ', ...line('wait 1'));
		for (let frame = 0; frame < 5; frame++) console.frame(0.2);
		press(console, ...line('snapshot calm'));
		expect(session.notes).toMatchObject([{at: 60, note: {about: 'snapshot', text: 'calm'}}]);
		press(console, ...line('wait 5'));
		for (let frame = 0; frame < 9; frame++) console.frame(0.2);
		expect(press(console, ...line('back calm'))).toEqual([{type: 'fork', at: 60}]);
		expect(press(console, ...line('back'))).toEqual([{type: 'fork', at: 60}]);
		expect(press(console, ...line('back 23:22'))).toEqual([{type: 'fork', at: 120}]);
		expect(press(console, ...line('back 22:00'))).toEqual([]);
		expect(screenOf(console)).toContain('This run started after 22:00.');
	});

	test('what was said before still stands when the run is gone on with', () => {
		const {console, session} = aConsole();
		press(console, ...line('suspect dns-records 70'), ...line('snapshot calm'));
		session.advance(60);
		const later = consoleOf({session}).console;
		expect(screenOf(later, WIDE)).toContain('you suspect dns-records 70 %');
		expect(press(later, ...line('back calm'))).toEqual([{type: 'fork', at: 0}]);
	});

	test('no score before the end: it would tell whether one is right', () => {
		const {console} = aConsole();
		expect(press(console, ...line('score'))).toEqual([]);
		expect(screenOf(console)).toContain('No score until the run ends');
	});

	test('ask for a hint, which is noted', () => {
		const {console, session} = aConsole();
		session.advance(1);
		press(console, ...line('hint'));
		expect(screenOf(console)).toContain('Hint: Look at how old the oldest work is.');
		expect(session.notes).toMatchObject([{note: {about: 'hint'}}]);
	});

	test('a hint that is longer than the line is read whole', () => {
		const hint = `${'Which of them do customers feel, and how long may one attempt take? '.repeat(2)}Look there.`;
		const {console, session} = consoleOf({hint});
		session.advance(1);
		press(console, ...line('hint'));
		const lines = screenOf(console)
			.split('\n')
			.map(each => each.trim());
		expect(lines.join(' ')).toContain(`Hint: ${hint}`);
	});

	test('a command is typed from the inbox as from a panel', () => {
		const {console} = aConsole();
		press(console, 'i', ':', ...typed('show zone'));
		expect(screenOf(console)).toContain(': show zone');
		expect(screenOf(console)).not.toContain('mark all read');
	});

	test.each([
		['read dns', 'read dns'],
		['theme mono', 'theme mono'],
	])('%s is for the shell', (text, choice) => {
		const {console} = aConsole();
		expect(press(console, ...line(text))).toEqual([{type: 'choose', choice}]);
	});
});

test('n stops in the very second of the news, and the clock stands there as it stood before', () => {
	const {console, session} = aConsole();
	press(console, ' ');
	for (let frame = 0; frame < 200 && console.observation.news === 0; frame++) {
		if (console.ui.skip === null) press(console, 'n');
		console.frame(0.2);
	}
	const stopped = session.now;
	expect(console.ui).toMatchObject({paused: true, skip: null});
	expect(console.observation.news).toBe(1);
	console.frame(0.2);
	expect(session.now).toBe(stopped);
});

describe('a paste', () => {
	test.each<[string, readonly string[], object]>([
		['opens the command line with its text', [], {prompt: {open: true, draft: 'q y'}}],
		['goes into the line', line('dig ').slice(0, -1), {prompt: {draft: 'dig q y'}}],
		['goes into a filter', ['/'], {filters: {alerts: 'q y'}}],
		['goes into the palette', ['a'], {palette: {query: 'q y'}}],
		['does not answer a question', ['q'], {overlay: 'quit'}],
		[
			'is no target',
			['6', 'a', ...typed('drain'), 'enter', ...typed('az2'), 'enter'],
			{order: {typed: ''}},
		],
	])('%s', (_, keys, expected) => {
		const {console} = aConsole();
		press(console, ...keys);
		console.paste?.('q\ny\n', {columns: 80, rows: 24});
		expect(console.ui).toMatchObject(expected);
		expect(ordered(console)).toEqual([]);
	});
});

describe('somebody who looks on', () => {
	test('is told why no order can be given', () => {
		const {console, session} = aConsole({readOnly: true});
		for (const keys of [['a'], ['h'], line('page dynamodb'), line('suspect dwfm 60')]) {
			press(console, ...keys);
			expect(console.ui.flash?.text).toContain('This is read-only');
			press(console, 'escape');
		}
		expect([ordered(console), session.notes]).toEqual([[], []]);
	});
});

describe('in an exam', () => {
	test('stops are counted and noted, and there is no way back', () => {
		const {console, session} = aConsole({exam: true});
		press(console, ' ');
		for (let frame = 0; frame < 15; frame++) console.frame(0.2);
		press(console, ' ');
		console.frame(0.2);
		expect(console.ui.stops).toMatchObject({count: 1});
		expect(session.notes).toMatchObject([{note: {about: 'paused', seconds: 3}}]);
		expect(screenOf(console, WIDE)).toContain('‖ stopped 1x, 3');
		expect(press(console, ...line('back 23:20'))).toEqual([]);
	});
});

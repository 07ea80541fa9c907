import {describe, expect, test} from 'vitest';
import {aCard} from '../support/card.builder.ts';
import {inSight} from '../../src/view/input/inbox/index.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {BINDINGS, modeOf} from '../../src/view/input/keys/index.ts';
import {observed} from '../../src/view/programs/console/news.ts';
import {misunderstood} from '../../src/view/programs/console/told.ts';
import {speedOf} from '../../src/view/programs/console/time/index.ts';
import {update} from '../../src/view/programs/console/update.ts';
import type {Context, Key, Ui} from '../../src/view/input/ui.types.ts';
import type {Wish} from '../../src/view/input/wish.types.ts';
import {aConsole, screenOf} from '../support/console.builder.ts';
import {anAlert, anObservation, anOrder} from './observation.builder.ts';

const PLAYING: Ui = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing',
};
const WORDS = ['dig', 'dial', 'show', 'page'];

function contextWith(changes: Partial<Context> = {}): Context {
	return {
		observation: anObservation(),
		size: {columns: 80, rows: 24},
		complete: text => WORDS.filter(word => word.startsWith(text.split(' ').at(-1) ?? '')),
		...changes,
	};
}

const typed = (text: string): readonly Key[] => Array.from(text);

/** What a row of keys makes of a screen, and what it asked for on the way. */
function press(ui: Ui, keys: readonly Key[], context = contextWith()) {
	const asks: Wish[] = [];
	for (const key of keys) {
		const [next, asked] = update(ui, key, context);
		ui = next;
		asks.push(...asked);
	}
	return {ui, asks};
}

describe('keys on the console', () => {
	test.each<[string, readonly Key[], Partial<Ui>]>([
		['space stops time', [' '], {paused: true}],
		['space again lets it run', [' ', ' '], {paused: false}],
		['plus goes faster', ['+'], {pace: 8}],
		['minus goes slower', ['-', '-'], {pace: 5}],
		['a number goes to its panel', ['3'], {focus: 'dwfm'}],
		['tab goes to the next panel', ['1', 'tab'], {focus: 'dns'}],
		['shift-tab goes back', ['1', 'shift-tab'], {focus: 'overview'}],
		['tab goes round', ['0', 'tab'], {focus: 'overview'}],
		['z takes the whole screen', ['2', 'z'], {focus: 'dns', full: true}],
		['esc gives it back', ['2', 'z', 'escape'], {focus: 'dns', full: false}],
		['j scrolls down and k up', ['j', 'j', 'k'], {scroll: 1}],
		['another panel starts unscrolled', ['j', 'j', '2'], {scroll: 0}],
		['? opens help', ['?'], {overlay: 'help'}],
		['esc closes help', ['?', 'escape'], {overlay: 'none'}],
		['q asks', ['q'], {overlay: 'quit'}],
		['n stays', ['q', 'n'], {overlay: 'none', skip: null}],
		['esc never leads out', ['escape', 'escape', 'escape'], {stage: 'playing', overlay: 'none'}],
		['s keeps the speed when pages come', ['s'], {slows: false}],
		['p shows other panels', ['p', 'p'], {preset: 'comms'}],
		['h begins the line of a suspicion', ['h'], {}],
	])('%s', (_, keys, expected) => {
		const {ui, asks} = press(PLAYING, keys);
		expect(ui).toMatchObject(expected);
		expect(asks).toEqual([]);
	});

	test.each<[string, readonly Key[], readonly Wish[]]>([
		['q and y leave', ['q', 'y'], [{type: 'leave', how: 'quit'}]],
		['ctrl-c asks and y stops', ['ctrl-c', 'y'], [{type: 'leave', how: 'interrupted'}]],
		['ctrl-c twice stops', ['ctrl-c', 'ctrl-c'], [{type: 'leave', how: 'interrupted'}]],
		[
			'ctrl-c stops out of the command line',
			[':', 'ctrl-c', 'ctrl-c'],
			[{type: 'leave', how: 'interrupted'}],
		],
		['ctrl-z asks for the shell', ['ctrl-z'], [{type: 'suspend'}]],
		[
			'an order is attempted',
			[':', ...typed('dig x'), 'enter'],
			[{type: 'do', deed: {do: 'order', text: 'dig x'}}],
		],
		[
			'enter opens the line too',
			['enter', ...typed('show'), 'enter'],
			[{type: 'do', deed: {do: 'order', text: 'show'}}],
		],
		['a letter alone gives no order', [...typed('xyw'), 'enter', 'enter'], []],
		['an empty line gives no order', [':', ' ', 'enter'], []],
		[
			':help is for the console',
			[':', ...typed('help'), 'enter'],
			[{type: 'do', deed: {do: 'help', topic: ''}}],
		],
		['n runs to the next event', [' ', 'n'], [{type: 'do', deed: {do: 'next', decision: false}}]],
		['N to the next decision', [' ', 'N'], [{type: 'do', deed: {do: 'next', decision: true}}]],
	])('%s', (_, keys, expected) => {
		expect(press(PLAYING, keys).asks).toEqual(expected);
	});

	test('a key that cannot work says why', () => {
		const fastest = press(PLAYING, ['+', '+', '+']).ui;
		expect(fastest.flash?.text).toContain('Already at top speed');
		expect(press(PLAYING, ['c']).ui.flash?.text).toBe('The result card comes when the run ends.');
		expect(press(PLAYING, ['x']).ui.flash?.text).toBe(
			'No binding for x (: types a command, ? lists the keys).',
		);
	});

	test('nothing runs any more once the run has ended', () => {
		const ended = contextWith({
			observation: anObservation({ended: {at: 600, won: false, why: 'The shift ended.'}}),
		});
		for (const key of [' ', 'n', ':']) {
			expect(press(PLAYING, [key], ended).ui.flash?.text).toContain('The run has ended');
		}
		expect(press(PLAYING, ['q'], ended).asks).toEqual([{type: 'leave', how: 'quit'}]);
	});
});

describe('the command line', () => {
	const line = (...keys: readonly Key[]) => press(PLAYING, [':', ...keys]).ui.prompt;

	test.each<[string, readonly Key[], string, number]>([
		['takes any character, space and digits included', [...typed('a 1:?q')], 'a 1:?q', 6],
		['erases before the cursor', [...typed('abc'), 'left', 'backspace'], 'ac', 1],
		['erases after the cursor', [...typed('abc'), 'home', 'delete'], 'bc', 0],
		['erases a word', [...typed('page dns '), 'ctrl-w'], 'page ', 5],
		['erases up to the cursor', [...typed('abc'), 'left', 'ctrl-u'], 'c', 0],
		['inserts where the cursor is', [...typed('ac'), 'left', 'b'], 'abc', 2],
		['completes the only word and goes on', ['s', 'h', 'tab'], 'show ', 5],
		['completes the first of several', ['d', 'tab'], 'dig', 3],
		['goes round them', ['d', 'tab', 'tab'], 'dial', 4],
		['goes back', ['d', 'tab', 'shift-tab'], 'dial', 4],
		['begins anew when closed', [...typed('abc'), 'escape', ':'], '', 0],
		['ignores keys it does not know', [...typed('ab'), 'page-up'], 'ab', 2],
	])('%s', (_, keys, draft, cursor) => {
		expect(line(...keys)).toMatchObject({open: true, draft, cursor});
	});

	test('up and down walk the history, and come back to what was being typed', () => {
		const given = press(PLAYING, [
			':',
			...typed('one'),
			'enter',
			':',
			...typed('two'),
			'enter',
			':',
			...typed('thr'),
		]).ui;
		const at = (...keys: Key[]) => press(given, keys).ui.prompt.draft;
		expect([
			at('up'),
			at('up', 'up'),
			at('up', 'up', 'up'),
			at('up', 'up', 'down'),
			at('up', 'down'),
		]).toEqual(['two', 'one', 'one', 'two', 'thr']);
	});

	test('a blank is shown but never put in', () => {
		const context = contextWith({complete: () => ['<seconds>']});
		const {ui} = press(PLAYING, [':', ...typed('wait '), 'tab'], context);
		expect(ui.prompt).toMatchObject({draft: 'wait ', offers: ['<seconds>']});
	});

	test('where a number may stand as well, tab does not choose the only word', () => {
		const context = contextWith({complete: () => ['off']});
		expect(press(PLAYING, [':', ...typed('gate dwfm '), 'tab'], context).ui.prompt.draft).toBe(
			'gate dwfm ',
		);
		expect(press(PLAYING, [':', ...typed('gate dwfm o'), 'tab'], context).ui.prompt.draft).toBe(
			'gate dwfm off ',
		);
	});

	test.each([
		[80, 24],
		[200, 60],
	])(
		'an order leaves the focus where it was, and its answer comes into sight: %i by %i',
		(columns, rows) => {
			const {console, session} = aConsole({minutes: 40});
			const size = {columns, rows};
			for (const key of ['2', ...typed(':dig regional'), 'enter']) console.press(key, size);
			session.advance(30);
			console.frame(0.2);
			expect(console.ui).toMatchObject({focus: 'dns', focusBefore: null});
			expect(screenOf(console, size)).toMatch(/A ZERO AAAA ZERO[^]*^: ✔ DONE dig regional/mu);
		},
	);

	test('what was not understood comes back for mending', () => {
		const {ui} = press({...PLAYING, focus: 'dns'}, [':', ...typed('digg'), 'enter']);
		const problem = {message: '“digg” is not a command.', suggestions: ['dig']};
		const told = misunderstood(ui, 'digg', problem, contextWith());
		expect(told).toMatchObject({
			focus: 'dns',
			prompt: {
				...{open: true, draft: 'digg', cursor: 4},
				problem: '“digg” is not a command. Rejected: did you mean dig?',
			},
		});
		expect(press(told, ['backspace']).ui.prompt.problem).toBe('');
	});
});

describe('what happens changes the screen', () => {
	const before = anObservation();
	const paged = anObservation({now: 1000, news: 1, alerts: [anAlert({raisedAt: 1000})]});

	test('the first page after a quiet spell slows time', () => {
		const warm = observed(PLAYING, before, paged, null);
		expect(warm.heat).toMatchObject({why: 'a page', secondsLeft: 20});
		expect([speedOf(PLAYING), speedOf(warm)]).toEqual([90, 8]);
		expect(observed({...PLAYING, slows: false}, before, paged, null).heat).toBeNull();
	});

	test('the second page of a flood does not', () => {
		const flooded = {...paged, alerts: [...paged.alerts, anAlert({id: 'b', raisedAt: 1060})]};
		expect(observed(PLAYING, paged, flooded, null).heat).toBeNull();
	});

	test('what an order came to is unread: one that was done until it was in sight, a refused one until a key', () => {
		const running = anObservation({orders: [anOrder({state: 'running', message: ''})]});
		const done = anObservation({orders: [anOrder({message: 'Gone.'})]});
		const refused = anObservation({
			orders: [anOrder({state: 'refused', message: 'Not signed in.'})],
		});
		const told = observed(PLAYING, running, done, null);
		expect(told.inbox.unread).toMatchObject([{word: 'DONE', text: 'dig regional: Gone.'}]);
		const wrong = observed(told, before, refused, null);
		expect(wrong.inbox.unread).toMatchObject([
			{word: 'REFUSED', text: 'dig regional: Not signed in.', tone: 'bad'},
		]);
		expect(inSight(told.inbox, 4).unread).toEqual([]);
		expect(inSight(wrong.inbox, 4).unread).toHaveLength(1);
		expect(press(wrong, ['n']).ui.inbox.unread).toHaveLength(1);
		expect(press(wrong, ['0']).ui.inbox.unread).toEqual([]);
		expect(press(wrong, ['i', 'x']).ui.inbox.unread).toEqual([]);
	});

	test('the end brings the card, whatever was open', () => {
		const open = press(PLAYING, [':', ...typed('dig')]).ui;
		const over = anObservation({ended: {at: 900, won: true, why: 'All is well.'}});
		const ui = observed(open, before, over, aCard());
		expect(ui).toMatchObject({stage: 'card', card: {title: 'October 20'}, paused: true});
		expect(press(ui, ['escape']).ui.stage).toBe('playing');
		expect(press(ui, ['escape', 'c']).ui.stage).toBe('playing');
	});
});

test('no key means two things in one mode', () => {
	const seen = new Map<string, string>();
	for (const [id, {mode, keys}] of Object.entries(BINDINGS)) {
		for (const key of keys) {
			expect(`${mode} ${key} is only ${seen.get(`${mode} ${key}`) ?? id}`).toBe(
				`${mode} ${key} is only ${id}`,
			);
			seen.set(`${mode} ${key}`, id);
		}
	}
});

test('exactly one mode is in force', () => {
	expect(modeOf(createUi({title: '', briefing: 'Read.', graphs: 'braille'}))).toBe('briefing');
	expect(modeOf(PLAYING)).toBe('panels');
	expect(modeOf(press(PLAYING, [':']).ui)).toBe('prompt');
	expect(modeOf(press(PLAYING, [':', 'ctrl-c']).ui)).toBe('ask');
	expect(modeOf({...PLAYING, stage: 'card'})).toBe('card');
});

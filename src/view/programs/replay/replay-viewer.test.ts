import xterm from '@xterm/headless';
import {describe, expect, test} from 'vitest';
import {nightWithoutName} from '../../../../test/support/level.builder.ts';
import {open, openReplay, parseJournal} from '../../../session/index.ts';
import {looksOf} from '../../screen/looks/index.ts';
import type {Screen} from '../../screen/screen.types.ts';
import {castLines} from './asciicast.ts';
import {createReplayViewer, type ReplayViewer} from './replay-viewer.ts';

const VERSION = {game: '0.1.0', node: 20};
const SIZE = {columns: 100, rows: 30};
const END = 5_400;
const {level, journal} = recorded();

function recorded() {
	const level = nightWithoutName('01:10');
	const lines: string[] = [];
	const session = open(level, {...VERSION, onLine: line => lines.push(line)});
	session.advance(300);
	session.attempt('you', 'dig dynamodb');
	session.advance(300);
	session.note('you', {about: 'hypothesis', suspect: 'dns-records', confidence: 80, unless: ''});
	session.advance(END);
	const read = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!read.ok) throw new Error(read.problem.message);
	return {level, journal: read.journal};
}

function replayer() {
	const opened = openReplay(level, journal, VERSION);
	if (!opened.ok) throw new Error(opened.problem.message);
	return opened.replayer;
}

function viewer(): ReplayViewer {
	return createReplayViewer({replayer: replayer(), title: 'Short', graphs: 'braille'});
}

const press = (on: ReplayViewer, ...keys: readonly string[]) =>
	keys.flatMap(key => on.press(key, SIZE));
const typed = (text: string) => text.split(/(?:)/u);
const lines = ({rows}: Screen) => rows.map(row => row.map(({text}) => text).join(''));
const bar = (on: ReplayViewer) => lines(on.present(SIZE)).at(-2) ?? '';

/** Until whatever was wanted has been found. */
function settle(on: ReplayViewer): void {
	for (let frame = 0; frame < 100 && on.transport.wanted !== null; frame++) on.frame(0.1);
	expect(on.transport.wanted).toBeNull();
}

describe('a replay on the screen', () => {
	test('is there at once, stands still, and says so', () => {
		const on = viewer();
		expect(on.transport).toMatchObject({now: 0, built: 0, last: END});
		expect(bar(on)).toMatch(/^ REPLAY ‖ PAUSED +●·+ 23:40 of 01:10 +0 % $/u);
		on.frame(0.1);
		expect(on.transport.now).toBe(0);
		expect(on.transport.built).toBeGreaterThan(0);
	});

	test('plays at the speed of its keys, stops at the end, and shows the card when asked', () => {
		const on = viewer();
		press(on, ' ');
		for (let frame = 0; frame < 10; frame++) on.frame(0.1);
		const usual = on.transport.now;
		expect(usual).toBeGreaterThan(10);
		press(on, '+', '+', '+');
		for (let frame = 0; frame < 10; frame++) on.frame(0.1);
		expect(on.transport.now - usual).toBeGreaterThan(1.5 * usual);
		for (let frame = 0; frame < 1_000; frame++) on.frame(0.5);
		expect(on.transport.now).toBe(END);
		expect(on.ui).toMatchObject({stage: 'playing', paused: true});
		press(on, 'c');
		expect(lines(on.present(SIZE)).join('\n')).toContain('LOST');
	});

	test.each<[string, readonly string[], number]>([
		['the next order', ['o'], 301],
		['the next milestone', ['m'], 120],
		['the end', ['end'], END],
		['a time', [':', ...typed('at 00:30'), 'enter'], 3_000],
		['a time after midnight', [':', ...typed('at 01:10'), 'enter'], END],
		['five minutes forward', ['.', '.'], 600],
		['back to the start', ['.', 'home'], 0],
		['the order before', ['end', 'O'], 301],
	])('goes to %s', (_, keys, at) => {
		const on = viewer();
		for (const key of keys) {
			press(on, key);
			settle(on);
		}
		expect(on.transport.now).toBe(at);
	});

	test('goes to pages in turn and says which; after the last there is none', () => {
		const on = viewer();
		const seen: number[] = [];
		for (let asked = 0; asked < 100; asked++) {
			press(on, 'e');
			settle(on);
			if (seen.at(-1) === on.transport.now) break;
			seen.push(on.transport.now);
			expect(on.ui.flash?.text).toMatch(/^alert: /u);
		}
		expect(seen.length).toBeGreaterThan(1);
		expect(on.ui.flash?.text).toMatch(/no alert after/u);
	});

	test('says what the player thought when it comes to it', () => {
		const on = viewer();
		press(on, '.', ' ');
		settle(on);
		for (let frame = 0; frame < 200 && on.transport.now < 600; frame++) on.frame(0.1);
		expect(on.ui.flash?.text).toContain('suspects dns-records, 80 %');
	});

	test('takes no orders, opens every panel, and is left without a question', () => {
		const on = viewer();
		press(on, ':', ...typed('page dynamodb'), 'enter');
		expect(journal.lines.filter(({line}) => line.kind === 'do')).toHaveLength(1);
		expect(on.ui.flash?.text ?? on.ui.prompt.problem).not.toBe('');
		press(on, 'esc', 'esc', '2');
		expect(on.ui.focus).toBe('dns');
		expect(press(on, 'q')).toEqual([{type: 'leave', how: 'quit'}]);
		expect(press(on, 'ctrl-c')).toEqual([{type: 'leave', how: 'interrupted'}]);
	});

	test('asks for a run of one’s own from here, but not from the end', () => {
		const on = viewer();
		press(on, '.', '.');
		settle(on);
		expect(press(on, 'T')).toEqual([{type: 'fork', at: 600}]);
		press(on, 'end');
		settle(on);
		expect(press(on, 'T')).toEqual([]);
		expect(on.ui.flash?.text).toMatch(/has ended/u);
	});

	test('fills the screen exactly at every size, in ASCII where asked', () => {
		for (const [columns, rows] of [
			[60, 18],
			[80, 24],
			[200, 60],
			[40, 10],
		] as const) {
			const on = createReplayViewer({replayer: replayer(), title: 'Short', graphs: 'ascii'});
			const shown = lines(on.present({columns, rows}));
			expect(shown).toHaveLength(rows);
			for (const line of shown)
				expect(line).toMatch(new RegExp(`^[ -~]{${String(columns)}}$`, 'u'));
		}
	});
});

describe('a recording', () => {
	const {theme} = looksOf(
		{
			theme: 'auto',
			colour: 'always',
			graphs: 'braille',
			animation: 'on',
			mouse: 'on',
			screenReader: 'off',
		},
		{},
		'linux',
	);
	const settings = {title: 'Short', size: SIZE, speed: 120, theme, graphs: 'braille'} as const;

	test('is asciicast v2, the same each time, and ends in the picture of the end', async () => {
		const cast = [...castLines(replayer(), settings)];
		expect(cast).toEqual([...castLines(replayer(), settings)]);
		expect(JSON.parse(cast[0]!)).toMatchObject({version: 2, width: 100, height: 30});
		const events = cast.slice(1).map(line => JSON.parse(line) as [number, string, string]);
		expect(events.map(([time]) => time)).toEqual(
			events.map(([time]) => time).toSorted((a, b) => a - b),
		);
		expect(events.at(-1)![0]).toBeCloseTo(END / 120, 0);
		const terminal = new xterm.Terminal({cols: 100, rows: 30, allowProposedApi: true});
		const marks = events.filter(([, kind]) => kind === 'm').map(([, , text]) => text);
		expect(marks).toEqual(['the regional name answers with zero addresses', 'dig regional']);
		for (const [, kind, data] of events) {
			if (kind === 'm') continue;
			await new Promise<void>(resolve => {
				terminal.write(data, resolve);
			});
		}
		const buffer = terminal.buffer.active;
		const last = Array.from({length: 30}, (_, y) => buffer.getLine(y)?.translateToString() ?? '');
		expect(last.at(-2)).toMatch(/REPLAY ‖ PAUSED .*01:10 of 01:10 +100 %/u);
		expect(last[0]).toContain('01:10:00 PDT');
	});
});

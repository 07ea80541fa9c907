import {describe, expect, test} from 'vitest';
import {castSeen, stateOf, systemsIn} from '../../src/observe/index.ts';
import {fork} from '../../src/session/relive/index.ts';
import {open, parseJournal} from '../../src/session/index.ts';
import type {JournalledSession} from '../../src/session/session.ts';
import type {Ask, Key, Size} from '../../src/view/index.ts';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import {BINDING_IDS} from '../../src/view/input/keys/keymap.ts';
import {PANEL_KEYS, type Keymap} from '../../src/view/input/ui.types.ts';
import {createTutorial, FIRST_STEPS, LAST_WORDS} from '../../src/view/programs/tutorial/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {aConsole, typed} from '../support/console.builder.ts';

const LEVEL = levelNamed('first-steps');
const SIZE: Size = {columns: 80, rows: 24};
const FRAME_SECONDS = 0.25;
/** What a person takes to read a step, and to type a line or press a key. */
const READ_SECONDS = 5;
const LINE_SECONDS = 5;
const KEY_SECONDS = 0.5;

/** A run whose journal is at hand, so that somebody can go back in it. */
function journalled(seed = LEVEL.seed) {
	const lines: string[] = [];
	const onLine = (line: string) => lines.push(line);
	return {session: open(LEVEL, {game: 'test', node: 20, seed, onLine}), lines};
}

/** What the shell does when somebody goes back. */
function branchOf(lines: string[], at: number): JournalledSession {
	const parsed = parseJournal(`${lines.join('\n')}\n`);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	lines.length = 0;
	const forked = fork(LEVEL, parsed.journal, at, {
		...{game: 'test', node: 20},
		onLine: line => lines.push(line),
	});
	if (!forked.ok) throw new Error(forked.problem.message);
	return forked.session;
}

function shownBy(session: JournalledSession, keymap: Keymap = DEFAULT_KEYMAP) {
	const {console} = aConsole({session, title: 'First steps', paused: true, keymap});
	return {console, tutorial: createTutorial(console, session)};
}

/** The screen with the first steps on it, and somebody who presses keys. */
function begun({seed, keymap}: {seed?: string; keymap?: Keymap} = {}) {
	const run = journalled(seed);
	let {session} = run;
	let shown = shownBy(session, keymap);
	let seconds = 0;
	const idOf = () => {
		const {step} = shown.tutorial;
		return step === null || step === 'last words' ? step : step.id;
	};
	const carryOut = (asks: readonly Ask[]) => {
		for (const ask of asks) {
			if (ask.type !== 'fork') continue;
			session = branchOf(run.lines, ask.at);
			shown = shownBy(session, keymap);
		}
	};
	return {
		press(...keys: readonly Key[]) {
			for (const key of keys) carryOut(shown.tutorial.press(key, SIZE));
		},
		frame() {
			shown.tutorial.frame(FRAME_SECONDS);
			seconds += FRAME_SECONDS;
		},
		takes: (more: number) => (seconds += more),
		get seconds() {
			return seconds;
		},
		get session() {
			return session;
		},
		get console() {
			return shown.console;
		},
		idOf,
		text: (size = SIZE) =>
			shown.tutorial
				.present(size)
				.rows.map(row => row.map(piece => piece.text).join(''))
				.join('\n'),
		rows: (size: Size) => shown.tutorial.present(size).rows.length,
	};
}

type Begun = ReturnType<typeof begun>;

/** The sentence in the strip, as it is read there. */
function sentenceOf(run: Begun): string {
	const text = run.text();
	return text
		.slice(text.indexOf('First steps'))
		.split('\n')
		.slice(1)
		.join(' ')
		.replace(/\s+/gu, ' ');
}

function isSkipping({console}: Begun): boolean {
	return console.ui.skip !== null;
}

function hasCard({console}: Begun): boolean {
	return console.ui.order !== null;
}

function isDone({session}: Begun): boolean {
	return session.observation.orders.at(-1)?.state === 'done';
}

/** Does what the sentence says and nothing else: finds an order, types a line, presses a key until it is done. */
function follow(run: Begun): void {
	while (isSkipping(run)) run.frame();
	const sentence = sentenceOf(run);
	const id = run.idOf();
	run.takes(READ_SECONDS);
	const finder = /Press (\S+), type (\w+), enter, then (\w+), enter/u.exec(sentence);
	if (finder !== null) {
		const [, key = '', word = '', value = ''] = finder;
		run.press(key, ...typed(word), 'enter', ...typed(value), 'enter');
		if (hasCard(run)) run.press('enter');
		run.takes(LINE_SECONDS);
	}
	const line = /:([a-z][a-z0-9 -]*[a-z0-9])(?=[.,:])/u.exec(sentence)?.[1];
	if (line !== undefined) {
		run.press(':', ...typed(line), 'enter');
		if (hasCard(run)) run.press(/\bY\b/u.test(sentence) ? 'Y' : 'enter');
		run.takes(LINE_SECONDS);
	}
	const key = /(?<![:\w])(space|m|n|N)(?!\w)/u.exec(sentence)?.[1] ?? 'n';
	const then = /Then (\S):/u.exec(sentence)?.[1];
	run.frame();
	for (let tries = 0; tries < 4_000 && run.idOf() === id; tries++) {
		if (!isSkipping(run) && !hasCard(run)) {
			run.press(key === 'space' ? ' ' : key);
			if (then !== undefined && isDone(run)) run.press(then);
			run.takes(KEY_SECONDS);
		}
		run.frame();
	}
}

/** Rows of the overview that are not well, as they are seen. */
function illOn({observation}: Pick<JournalledSession, 'observation'>): readonly string[] {
	return systemsIn(castSeen(observation))
		.filter(system => stateOf(system, observation.metrics).verdict !== 'ok')
		.map(({id}) => id);
}

describe('the first steps', () => {
	test.each(['1', '2', '3'])(
		'followed by their sentences alone are won within five minutes, on a screen that is well, seed %s',
		seed => {
			const run = begun({seed});
			for (const {id} of FIRST_STEPS) {
				expect(run.idOf()).toBe(id);
				follow(run);
			}
			expect(run.idOf()).toBe('last words');
			expect(run.session.result().ended).toMatchObject({won: true});
			expect(illOn(run.session).filter(id => id !== 'dns')).toEqual([]);
			expect(run.seconds).toBeLessThan(300);
			// Esc closes the strip; the card of the result stays, and its keys with it.
			run.frame();
			expect(run.console.ui.stage).toBe('card');
			run.press('escape');
			expect([run.idOf(), run.console.ui.stage]).toEqual([null, 'card']);
		},
		20_000,
	);

	test('read out line by line are won as well', () => {
		const run = journalled();
		let {session} = run;
		const told = (of: JournalledSession) =>
			createPlain({
				...{session: of, title: 'First steps', briefing: '', role: '', by: 'you'},
				...{begins: of === run.session, unicode: true, tutorial: true},
			});
		let plain = told(session);
		let step = plain.opening.at(-1)!;
		const seen: string[] = [];
		const early: string[] = [];
		const take = (line: string) => {
			const {lines: said, ask} = plain.take(line);
			const lines = [...said];
			if (seen.length < 5) early.push(...lines);
			if (ask?.type === 'fork') {
				session = branchOf(run.lines, ask.at);
				plain = told(session);
				lines.push(...plain.take('status').lines);
			}
			step = lines.findLast(each => each.startsWith('STEP')) ?? step;
		};
		for (let tries = 0; tries < 200 && !step.startsWith('STEPS'); tries++) {
			const now = step;
			if (seen.at(-1) !== now) seen.push(now);
			const line =
				/[Tt]ype ([a-z][a-z0-9 -]*?)(?=[,.:;]| until| for)|: (suspect [a-z0-9 -]+)/u.exec(now);
			take(line?.[1] ?? line?.[2] ?? 'next');
			if (plain.prompt !== '> ') take(plain.prompt.slice(0, -2));
			if (step === now && /then next/u.test(now)) take('next');
		}
		expect(step).toContain(LAST_WORDS.plain);
		expect(seen).toHaveLength(FIRST_STEPS.filter(({plain: words}) => words !== null).length);
		expect(session.result().ended).toMatchObject({won: true});
		// What is open is not told while the name is gone: that nobody tells it is not that it is done.
		expect(early.filter(line => line.startsWith('CLOSED'))).toEqual([]);
	});

	test('wait for the world: nothing but what is seen to be done passes one', () => {
		const run = begun();
		run.press('n', 'x', '2');
		expect(run.idOf()).toBe('map');
		run.press('m', ' ');
		for (let frame = 0; frame < 8; frame++) run.frame();
		expect(run.idOf()).toBe('next');
	});

	test('can each be passed with esc, and closed at the end', () => {
		const run = begun();
		for (const {id} of FIRST_STEPS) {
			expect(run.idOf()).toBe(id);
			run.press('escape');
		}
		expect(run.idOf()).toBe('last words');
		expect(run.text()).toContain('First steps: done');
		run.press('escape');
		expect(run.idOf()).toBeNull();
		expect(run.text()).not.toContain('First steps:');
	});

	test('name the keys that the player has moved', () => {
		const run = begun({keymap: {...DEFAULT_KEYMAP, pause: ['u']}});
		run.press('m');
		expect(run.text()).toContain('Press u: time runs.');
	});

	test('leave esc to the console as long as it has something to close', () => {
		const run = begun();
		run.press('z', 'escape');
		expect(run.idOf()).toBe('map');
		run.press(':', 'd', 'escape');
		expect(run.idOf()).toBe('map');
	});

	test.each(FIRST_STEPS)('$id names every key by what it does', ({screen}) => {
		const names = [...screen.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
		const known: readonly string[] = [...BINDING_IDS, ...Object.keys(PANEL_KEYS)];
		expect(names.filter(name => !known.includes(name))).toEqual([]);
		const words = screen.replace(/\{\w+\}(\w[\w -]*)?/gu, '');
		expect(words).not.toMatch(/\b(?!A\b|I\b)[A-Z0-9]\b|\b[b-z]\b|\b(enter|tab|space)\b/u);
	});

	test.each(FIRST_STEPS)('$id can be read whole in the smallest strip', ({id, screen}) => {
		const run = begun();
		while (run.idOf() !== id) run.press('escape');
		for (const size of [SIZE, {columns: 60, rows: 18}, {columns: 200, rows: 60}]) {
			const end = screen
				.split(' ')
				.slice(-2)
				.join(' ')
				.replace('{alerts}', '1')
				.replace('{submit}', 'enter');
			expect(run.text(size).replace(/\s+/gu, ' ')).toContain(end);
			expect(run.rows(size)).toBe(size.rows);
		}
	});
});

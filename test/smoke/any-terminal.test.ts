import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {programInto} from '../cli/outage.ts';
import {someOf} from '../support/sampled.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {ROOT} from '../support/tree.ts';

const CTRL_C = '\u0003';
const CTRL_Z = '\u001A';
const ESCAPE = '\u001B';
/** Foreground and background colours, in all their forms. */
const COLOUR = /\u001B\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m/u;
const BLINK = /\u001B\[(?:\d+;)*[56](?:;\d+)*m/u;
/** Themes whose colours no palette has. */
const RICH = /auto|dark|light|opia|contrast/u;
const TOO_SMALL = /needs 60x18/u;
const JOURNAL = join(ROOT, 'saves/golden/one-empty-answer/textbook.journal.jsonl');
const LEVEL = `format: 1
id: two-minutes
title: Two minutes
summary: Over before it begins.
start: '23:20'
limit: '23:22'
seed: '6715'
faults: []
switches: []
parameters: {}
`;

const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-terminal-'));
const opened: TerminalProgram[] = [];
let program: string;

beforeAll(() => {
	program = programInto(join(scratch, 'dist'));
	copyFileSync(join(ROOT, 'package.json'), join(scratch, 'package.json')); // As it is when installed.
	mkdirSync(join(scratch, 'two-minutes'));
	writeFileSync(join(scratch, 'two-minutes', 'level.yaml'), LEVEL);
}, 120_000);

afterEach(() => {
	for (const terminal of opened.splice(0)) terminal.close();
});
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

type Start = {
	readonly size?: readonly [columns: number, rows: number];
	readonly env?: Readonly<Record<string, string>>;
	readonly words?: readonly string[];
	readonly level?: string;
	readonly background?: string;
};

function open(
	file: string,
	words: readonly string[],
	{size = [80, 24], env = {}, background}: Start,
) {
	const terminal = new TerminalProgram(file, words, {
		columns: size[0],
		rows: size[1],
		cwd: scratch,
		background,
		env: {
			XDG_CONFIG_HOME: join(scratch, 'config'),
			XDG_STATE_HOME: join(scratch, 'config'),
			...env,
		},
	});
	opened.push(terminal);
	return terminal;
}

/** The words that start the program, with saves of its own. */
function wordsFor({words = [], level = 'october-20'}: Start): readonly string[] {
	const saves = mkdtempSync(join(scratch, 'saves-'));
	return [program, 'play', level, '--saves', saves, ...words];
}

/** The real program, past the card before the run. */
async function play(start: Start = {}): Promise<TerminalProgram> {
	const terminal = open(process.execPath, wordsFor(start), start);
	await terminal.until('begins');
	terminal.type('\r');
	await terminal.until(/PDT.*\n[^]*m Overview|LEAS/u);
	return terminal;
}

async function paused(start: Start): Promise<TerminalProgram> {
	const terminal = await play(start);
	terminal.type(' ');
	await terminal.until('PAUSED');
	return terminal;
}

describe('any size', () => {
	const SIZES = [
		[60, 18],
		[300, 100],
		[80, 24],
		[200, 60],
	] as const;
	test.each(someOf(SIZES, 1))('%d by %d is filled to its last row', async (columns, rows) => {
		const terminal = await paused({size: [columns, rows]});
		const lines = terminal.screen().split('\n');
		expect(lines).toHaveLength(rows);
		expect(lines[0]).toMatch(/PDT/u);
		expect(lines.at(-1)).toContain('help');
		expect(lines.filter(line => line.includes('PAUSED'))).not.toHaveLength(0);
	});

	test('what is too small says so in a sentence, and comes back', async () => {
		const terminal = await paused({size: [80, 24]});
		const before = terminal.screen();
		terminal.resize(59, 18);
		await terminal.until(TOO_SMALL);
		terminal.resize(60, 17);
		await terminal.until(/60x17/u);
		terminal.resize(80, 24);
		await terminal.untilIt(screen => screen === before, 'the frame of before');
	});

	test('sixty resizes within a second leave nothing behind, and no row is lost', async () => {
		const terminal = await paused({size: [120, 36]});
		const before = terminal.screen();
		for (let storm = 0; storm < 60; storm++) {
			terminal.resize(20 + ((storm * 37) % 180), 5 + ((storm * 17) % 60));
			await new Promise(resolve => setTimeout(resolve, 1000 / 60));
		}
		terminal.resize(120, 36);
		await terminal.untilIt(screen => screen === before, 'the frame of before the storm');
		terminal.type('?');
		await terminal.until('esc back');
		terminal.type(ESCAPE);
		await terminal.untilIt(screen => screen === before, 'the same after another page');
	});
});

describe('every program', () => {
	const PROGRAMS = [
		['the menu', [], 'Settings'],
		['the card before a run', ['play', 'october-20'], 'begins'],
		['a replay', ['replay', JOURNAL], 'REPLAY'],
	] as const;
	test.each(someOf(PROGRAMS, 1))(
		'%s has room on 60x18, says so where there is less, and ends with 130',
		async (_, words, shows) => {
			const saves = mkdtempSync(join(scratch, 'saves-'));
			const own = words[0] === 'replay' ? [] : ['--saves', saves];
			const terminal = open(process.execPath, [program, ...words, ...own], {size: [60, 18]});
			await terminal.until(shows);
			terminal.resize(59, 18);
			await terminal.until(TOO_SMALL);
			terminal.resize(60, 18);
			await terminal.untilIt(
				screen => screen.includes(shows) && !TOO_SMALL.test(screen),
				'room again',
			);
			// In one piece: where the first leaves at once, a later second would be the shell's to answer.
			terminal.type(CTRL_C + CTRL_C);
			expect((await terminal.exited).code).toBe(130);
			expect(terminal.onAlternateScreen).toBe(false);
		},
	);
});

describe('any terminal', () => {
	test('NO_COLOR: no colour, and what is selected is still reversed', async () => {
		const terminal = await paused({env: {NO_COLOR: '1', COLORTERM: 'truecolor'}});
		expect(terminal.output).not.toMatch(COLOUR);
		expect(terminal.output).toMatch(/\u001B\[(?:1;)?7m/u);
	});

	const COLOURED = [
		[{CLICOLOR: '0', COLORTERM: 'truecolor'}, false],
		[{NO_COLOR: '1', FORCE_COLOR: '1'}, true],
		[{CI: 'true', GITHUB_ACTIONS: 'true'}, true],
	] as const;
	test.each(someOf(COLOURED, 2))(
		'%o: played on the screen, and in colour: %s',
		async (env, coloured) => {
			const terminal = await paused({env});
			expect(terminal.onAlternateScreen).toBe(true);
			expect(COLOUR.test(terminal.output)).toBe(coloured);
		},
	);

	const BACKGROUNDS = [
		['light', 'ffff/ffff/ffff', '38;2;32;32;32'],
		['dark', '0000/2b2b/3636', '38;2;208;208;208'],
	] as const;
	test.each(someOf(BACKGROUNDS, 1))(
		'a background that is %s, as the terminal answers',
		async (_, answer, ink) => {
			const terminal = await paused({env: {COLORTERM: 'truecolor'}, background: answer});
			expect(terminal.output).toContain(`\u001B[${ink}m`);
		},
	);

	test('LC_ALL=C: nothing but ASCII', async () => {
		const terminal = await paused({env: {LC_ALL: 'C'}});
		expect(terminal.output).not.toMatch(/[^\u0000-\u007F]/u);
	});

	const THEMES = ['auto', 'dark', 'light', 'high-contrast', 'mono', 'deuteranopia', 'tritanopia'];
	test.each(someOf(THEMES, 2))('nothing blinks in %s', async theme => {
		const env = {COLORTERM: 'truecolor'};
		const terminal = await paused({words: ['--theme', theme], env});
		terminal.type(':nonsense\r');
		await terminal.until('nonsense');
		terminal.type(ESCAPE);
		await terminal.until('PAUSED');
		expect(terminal.output).not.toMatch(BLINK);
		expect(COLOUR.test(terminal.output)).toBe(theme !== 'mono');
		expect(terminal.output.includes('\u001B[38;2;')).toBe(RICH.test(theme));
	});

	test('TERM=dumb is played by lines, without one escape', async () => {
		const start = {env: {TERM: 'dumb'}};
		const terminal = open(process.execPath, wordsFor(start), start);
		await terminal.until('No severity declared');
		terminal.type('quit\r');
		expect((await terminal.exited).code).toBe(0);
		expect(terminal.output).not.toContain(ESCAPE);
	});

	test.each(someOf([{FORCE_COLOR: '3', COLORTERM: 'truecolor'}, {}, {CI: 'true'}], 1))(
		'a pipe, with %o, is played by lines, without one escape',
		env => {
			const {status, stdout, stderr} = spawnSync(process.execPath, wordsFor({}), {
				encoding: 'utf8',
				input: 'wait 5\nquit\n',
				env: {
					...process.env,
					XDG_CONFIG_HOME: join(scratch, 'config'),
					XDG_STATE_HOME: join(scratch, 'config'),
					...env,
				},
			});
			expect({status, stderr}).toEqual({status: 0, stderr: ''});
			expect(stdout).toContain('23:25');
			expect(stdout).not.toContain(ESCAPE);
		},
	);
});

describe('the way out', () => {
	test('ctrl-c asks; a second one ends with 130 and gives the screen back', async () => {
		const terminal = await play();
		terminal.type(CTRL_C);
		await terminal.until('Stop here?');
		terminal.type(CTRL_C);
		expect((await terminal.exited).code).toBe(130);
		expect(terminal.onAlternateScreen).toBe(false);
		expect(terminal.screen()).toContain('resumes this run');
	});

	test('ctrl-z stops it as any other program, and fg brings it back', async () => {
		const start = {env: {PS1: '$ ', HISTFILE: '/dev/null'}};
		const shell = open('/bin/bash', ['--norc', '--noprofile', '-i'], start);
		await shell.until('$');
		shell.type(`'${process.execPath}' ${wordsFor(start).join(' ')}\r`);
		await shell.until('begins');
		shell.type('\r');
		await shell.until(/m Overview|LEAS/u);
		shell.type(' ');
		await shell.until(/PAUSED[^]*N next decision/u);
		const before = shell.screen();
		shell.type(CTRL_Z);
		await shell.until('Stopped');
		expect(shell.onAlternateScreen).toBe(false);
		shell.type('fg\r');
		await shell.untilIt(screen => screen === before, 'what it showed before');
		expect(shell.onAlternateScreen).toBe(true);
	});

	test('after the end the result stands in the normal screen', async () => {
		const terminal = await play({level: './two-minutes', size: [100, 50]});
		terminal.type('n');
		await terminal.until(/(?:LOST|WON)[^]*Two minutes/u);
		terminal.type('q');
		await terminal.until('a level of your own');
		terminal.type('q');
		expect((await terminal.exited).code).toBe(0);
		expect(terminal.onAlternateScreen).toBe(false);
		expect(terminal.screen()).toContain('The journal is');
	});

	test('from the result its debrief is a key away, and asks before it tells', async () => {
		const terminal = await play({level: './two-minutes'});
		terminal.type('n');
		await terminal.until('debrief');
		terminal.type('d');
		await terminal.until('How did that feel?');
		terminal.type(ESCAPE);
		await terminal.until('a level of your own');
		terminal.type('q');
		expect((await terminal.exited).code).toBe(0);
	});

	test('what is pasted is read before it is given', async () => {
		const terminal = await paused({});
		terminal.type(':');
		terminal.type('\u001B[200~page edge\nresolve\r\n\u001B[201~');
		await terminal.until('page edge resolve');
		terminal.type('\u001B');
	});
});

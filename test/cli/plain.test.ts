import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {outage, outageUnread, PROGRAM, type Said} from './outage.ts';

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-plain-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** A folder of its own for each run, so that none goes on with another's. */
const saves = () => fs.mkdtempSync(path.join(folder, 'saves-'));
const journalIn = (place: string) =>
	path.join(place, fs.readdirSync(place).find(name => name.endsWith('.journal.jsonl')) ?? '');

const ESCAPE = '\u001B';

describe('without a terminal', () => {
	const LINE_BY_LINE: readonly [string, readonly string[], NodeJS.ProcessEnv][] = [
		['play', ['play'], {}],
		['no words at all', [], {}],
		['play --plain', ['play', '--plain'], {}],
		['in CI', ['play'], {CI: 'true'}],
		['on a dumb terminal', ['play'], {TERM: 'dumb'}],
		['forced to colour', ['play'], {FORCE_COLOR: '3', COLORTERM: 'truecolor'}],
	];
	test.each(someOf(LINE_BY_LINE, 2))(
		'%s is played by lines, without an escape code',
		(_, words, env) => {
			const place = saves();
			const said = outage([...words, '--saves', place], 'next\nquit\n', env);
			expect(said).toMatchObject({code: 0, err: ''});
			expect(said.out).toContain('23:22:40 PDT 19 Oct, 2m 40s later.\nWARN: DNS automation');
			expect(said.out).not.toContain(ESCAPE);
			expect(outage(['replay', journalIn(place), '--verify']).code).toBe(0);
		},
	);

	test('a locale without UTF-8 gets ASCII', () => {
		const {out} = outage(['--saves', saves()], 'until 00:30\nalerts\npanel dwfm\nxyzzy\n', {
			LC_ALL: 'C',
		});
		const [said = ''] = out.split('The journal is');
		expect(said).toContain('"xyzzy" is not a command');
		expect(said).toMatch(/^[\n\u0020-\u007E]*$/u);
	});

	test('the end of the input leaves, with or without a last line feed, and the run is saved', () => {
		const place = saves();
		expect(outage(['--saves', place], 'next\nwait 5').code).toBe(0);
		const {out} = outage(['--saves', place, '--continue'], 'status');
		expect(out).toContain('23:27:40 PDT');
		const {err} = outage(['--saves', place], '');
		expect(err).toContain('stopped at 23:27:40 PDT. This is a new one');
	});

	test('lines that nobody could mean are answered, and the run goes on', () => {
		const huge = 'x'.repeat(2_000_000);
		const {code, out} = outage(['--saves', saves()], `${huge}\n\u0000\u001B[2J\nwait 1\n`);
		expect(code).toBe(0);
		expect(out).toContain('a line has at most 16384 bytes');
		expect(out).toContain('23:21:00 PDT');
		expect(out).not.toContain(ESCAPE);
	});

	describe('a level that is lost', () => {
		const LINES = ['read', 'read dns', 'score', 'until 10:25', 'score'].join('\n');
		let first: Said;
		let second: Said;
		beforeAll(() => {
			const place = saves();
			const lost = () => outage(['play', 'read-a-panel', '--saves', place], LINES);
			first = lost();
			second = lost();
		});

		test('runbooks are read in place, and the score once it is over', () => {
			expect(first).toMatchObject({code: 0, err: ''});
			expect(first.out).toMatch(/^read dns: DNS: a name answers wrongly$/mu);
			expect(first.out).toContain('\nAct\nBefore you touch what an automation touches');
			expect(first.out).toContain('No score until the run ends');
			expect(first.out).toMatch(/^MISSED at 10:15:00: /mu);
			expect(first.out).toMatch(/^critical tasks: 0 of 100\. /mu);
		});

		test('the answer of a first loss is held back, as on the screen, and told after the next', () => {
			const answer = 'Rerouting takes ten minutes';
			expect(first.out).toContain('held back');
			expect(first.out).not.toContain(answer);
			expect(second.out).not.toContain('held back');
			expect(second.out).toContain(answer);
		});
	});

	test('a reader that leaves ends it, and the run is saved', async () => {
		const place = saves();
		const {code} = await outageUnread(
			['play', 'read-a-panel', '--saves', place],
			'wait 1\n'.repeat(50),
		);
		expect(code).toBe(0);
		expect(fs.readdirSync(place).filter(name => name.endsWith('.lock'))).toEqual([]);
		expect(outage(['replay', journalIn(place), '--verify']).code).toBe(0);
	});
});

describe('in a terminal', () => {
	function start(place: string, columns = 80): TerminalProgram {
		const words = [PROGRAM, 'play', '--plain', '--saves', place];
		const env = {XDG_CONFIG_HOME: place};
		return new TerminalProgram(process.execPath, words, {columns, rows: 24, cwd: place, env});
	}

	test('time runs by itself after go, ctrl-c asks, and once more leaves with 130', async () => {
		const place = saves();
		const terminal = start(place);
		await terminal.until('On the call: nobody.');
		terminal.type('dig regional\r');
		await terminal.until('QUEUED: dig regional');
		terminal.type('go 60\r');
		await terminal.until('DONE: dig regional');
		terminal.type('\u0003');
		await terminal.until('Stop here?');
		terminal.type('\r');
		await terminal.until('Continuing.');
		terminal.type('\u0003');
		await terminal.until(/Stop here\?[^]*Stop here\?/u);
		terminal.type('\u0003');
		expect((await terminal.exited).code).toBe(130);
		expect(terminal.output).not.toContain(ESCAPE);
		const again = start(place);
		await again.until('Resume it?');
		again.type('\r');
		await again.until('23:20:06 PDT');
		again.type('quit\r');
		expect((await again.exited).code).toBe(0);
	});

	test('lines are broken between words, at the edge of a narrow terminal', async () => {
		const place = saves();
		const terminal = start(place, 50);
		await terminal.until('On the call: nobody.');
		terminal.type('help snapshot\r');
		await terminal.until(/<name>:[^]*> /u);
		terminal.type('quit\r');
		await terminal.exited;
		const piped = outage(['--saves', saves()], 'help snapshot\n').out;
		const [opening = ''] = piped.split('The journal is');
		const [told = ''] = terminal.output.split(/(?:> )?The journal is/u);
		const own = told.split(/\r?\n/u);
		expect(own.filter(line => line.length > 50)).toEqual([]);
		expect(opening.split('\n').some(line => line.length > 80)).toBe(true);
		const words = (text: string) =>
			text.split(/\s+/u).filter(word => !['>', '', 'help', 'snapshot', 'quit'].includes(word));
		expect(words(own.join(' '))).toEqual(words(opening));
	});
});

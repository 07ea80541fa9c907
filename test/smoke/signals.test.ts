import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {readJournal} from '../../src/saves/index.ts';
import {ownPlaces, PROGRAM} from '../cli/outage.ts';
import {someOf, times} from '../support/sampled.ts';
import {TerminalProgram} from '../support/terminal.ts';

const CTRL_Z = '\u001A';
const FRAME = /PDT.*\n[^]*m Overview/u;
const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-signals-'));
const opened: TerminalProgram[] = [];

afterEach(() => {
	for (const terminal of opened.splice(0)) terminal.close();
});
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

type Shell = {readonly shell: TerminalProgram; readonly saves: string};

/** A shell that has asked what its terminal is like, and plays in it. */
async function playing(): Promise<Shell> {
	const saves = mkdtempSync(join(scratch, 'saves-'));
	const env = {PS1: '$ ', HISTFILE: '/dev/null', ...places()};
	const shell = new TerminalProgram('/bin/bash', ['--norc', '--noprofile', '-i'], {
		columns: 80,
		rows: 24,
		cwd: scratch,
		env,
	});
	opened.push(shell);
	await shell.until('$');
	shell.type(
		`clear; stty -g; '${process.execPath}' '${PROGRAM}' play october-20 --saves '${saves}'; echo "left $?"\r`,
	);
	await shell.until('begins');
	shell.type('\r');
	await shell.until(FRAME);
	return {shell, saves};
}

function places(): Record<string, string> {
	const config = join(scratch, 'config');
	const {XDG_STATE_HOME: state = config} = ownPlaces({XDG_CONFIG_HOME: config});
	return {XDG_CONFIG_HOME: config, XDG_STATE_HOME: state};
}

/** The process that plays: the one child of the shell. */
function player({pid}: TerminalProgram): number {
	return Number(readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim());
}

function clockOn(shell: TerminalProgram): number {
	const [, hours, minutes, seconds = '0'] = /(\d\d):(\d\d)(?::(\d\d))?/u.exec(shell.screen()) ?? [];
	return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

function journalIn(saves: string) {
	const [name = ''] = readdirSync(saves).filter(each => each.endsWith('.journal.jsonl'));
	const read = readJournal(join(saves, name));
	if (!read.ok) throw new Error(read.message);
	return read.journal;
}

/** What the shell says of its terminal now, beside what it said before. */
async function expectShellAsBefore(shell: TerminalProgram): Promise<void> {
	expect(shell.onAlternateScreen).toBe(false);
	expect(shell.screen()).not.toContain('Terminated'); // What bash says of what a signal has killed.
	const {output} = shell;
	expect(output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(output.lastIndexOf('\u001B[?25l'));
	expect(output.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(output.indexOf('\u001B[?1049h'));
	const [before = ''] = /[0-9a-f]+(?::[0-9a-f]+)+/u.exec(shell.screen()) ?? [];
	expect(before).not.toBe('');
	shell.type('stty -g; echo asked\r');
	await shell.until(/^asked/mu);
	const said = shell.screen().split(before).length - 1;
	expect(said, shell.screen()).toBe(2);
}

describe.skipIf(process.platform !== 'linux')('in a shell', () => {
	const STOPS = [
		[
			'SIGTSTP from outside',
			(shell: TerminalProgram): unknown => process.kill(player(shell), 'SIGTSTP'),
		],
		['ctrl-z', (shell: TerminalProgram): unknown => shell.type(CTRL_Z)],
	] as const;
	test.each(someOf(STOPS, 1))(
		'%s: the shell has its terminal back; fg draws anew, and no time has passed',
		async (_, stop) => {
			const {shell} = await playing();
			for (let turn = 0; turn < times(1, 2); turn++) {
				const before = clockOn(shell);
				stop(shell);
				await shell.until('Stopped');
				await expectShellAsBefore(shell);
				shell.type('clear; sleep 2; echo slept\r');
				await shell.until(/^slept/mu);
				shell.type('clear; stty -g; fg\r');
				await shell.until(FRAME);
				expect(shell.onAlternateScreen).toBe(true);
				expect(shell.screen()).not.toContain('slept');
				// At ninety times real time, two seconds are 180; a frame counts for half a second at most.
				expect(clockOn(shell) - before).toBeLessThan(120);
			}
			shell.type(' ');
			await shell.until('PAUSED');
		},
	);

	test('SIGSTOP cannot be heeded; fg draws anew all the same, and the keys are the program’s', async () => {
		const {shell} = await playing();
		process.kill(player(shell), 'SIGSTOP');
		await shell.until('Stopped');
		shell.type('fg\r');
		await shell.untilIt(
			screen => FRAME.test(screen) && !screen.includes('Stopped'),
			'the frame alone',
		);
		shell.type(' ');
		await shell.until('PAUSED');
	});

	const ENDS = [
		['SIGHUP', 129],
		['SIGTERM', 143],
	] as const;
	test.each(someOf(ENDS, 1))(
		'%s ends it: the screen is given back, the run is whole and free',
		async (signal, code) => {
			const {shell, saves} = await playing();
			shell.type(' ');
			await shell.until('PAUSED');
			const shown = clockOn(shell);
			process.kill(player(shell), signal);
			await shell.until(`left ${String(code)}`);
			await expectShellAsBefore(shell);
			const {reached, ended} = journalIn(saves);
			expect({shown: 23 * 3_600 + 20 * 60 + reached, ended}).toEqual({shown, ended: false});
			expect(readdirSync(saves).filter(name => name.endsWith('.lock'))).toEqual([]);
		},
	);
});

test.skipIf(process.platform === 'win32')(
	'where nothing could continue it, ctrl-z stops nothing',
	async () => {
		const saves = mkdtempSync(join(scratch, 'saves-'));
		const words = [PROGRAM, 'play', 'october-20', '--saves', saves];
		const terminal = new TerminalProgram(process.execPath, words, {
			columns: 80,
			rows: 24,
			cwd: scratch,
			env: places(),
		});
		opened.push(terminal);
		await terminal.until('begins');
		terminal.type(CTRL_Z);
		await terminal.untilIt(
			() => terminal.output.split('\u001B[?1049h').length === 3,
			'the screen again',
		);
		terminal.type('\r');
		await terminal.until(FRAME);
		expect(terminal.onAlternateScreen).toBe(true);
	},
);

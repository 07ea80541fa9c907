import {describe, expect, test} from 'vitest';
import {openTerminal} from '../../src/tui/index.ts';
import {looksOf} from '../../src/view/index.ts';
import {times} from '../support/sampled.ts';
import {aConsole} from '../support/console.builder.ts';
import {FakeKeyboard, FakeTerminal} from './fake-terminal.ts';
import {settingsFrom} from '../../src/play/kept/index.ts';

function start(columns: number, rows: number, env: Record<string, string> = {LANG: 'C.UTF-8'}) {
	const stdout = new FakeTerminal(columns, rows);
	const stdin = new FakeKeyboard();
	const looks = looksOf(settingsFrom({}), env, 'linux');
	const terminal = openTerminal({
		// A stream in memory has what the terminal uses of a TTY's.
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: stdin as unknown as NodeJS.ReadStream,
		looks,
	});
	const {console} = aConsole({
		briefing: '# October 20\n\nYou lead the call.',
		graphs: looks.graphs,
	});
	const end = terminal.show(console).then(async left => {
		await terminal.close();
		return left;
	});
	return {stdout, stdin, end};
}

const briefed = (screen: string) => screen.includes('begins');
const playing = (screen: string) => screen.includes('m Overview');

describe('the console on a terminal', () => {
	test('begins with the briefing, plays, asks before it leaves, and gives the screen back', async () => {
		const {stdout, stdin, end} = start(80, 24);
		await stdout.until(briefed, 'the briefing');
		expect(stdout.isAlternate).toBe(true);
		expect(stdout.lines[0]).toMatch(/23:20:00 PDT 19 Oct/u);
		stdin.write('\r');
		await stdout.until(playing, 'the panels');
		stdin.write(' ');
		await stdout.until(screen => screen.includes('PAUSED'), 'the pause');
		stdin.write(':dig regional\r');
		await stdout.until(
			screen => screen.includes('It runs when time does'),
			'word that time is stopped',
		);
		stdin.write(' ');
		await stdout.until(screen => screen.includes('DONE'), 'the answer');
		expect(stdout.screen).toContain('dynamodb.us-east-1.amazonaws.com A: status NOERROR');
		stdin.write('q');
		await stdout.until(screen => screen.includes('Leave the drill?'), 'the question');
		stdin.write('y');
		expect(await end).toEqual({how: 'quit'});
		expect(stdout.isAlternate).toBe(false);
		expect(stdin.isRaw).toBe(false);
	});

	test('ctrl-c asks, and a second one stops', async () => {
		const {stdout, stdin, end} = start(80, 24);
		await stdout.until(briefed, 'the briefing');
		stdin.write('\r');
		await stdout.until(playing, 'the panels');
		stdin.write('\u0003');
		await stdout.until(screen => screen.includes('Stop here?'), 'the question');
		stdin.write('\u0003');
		expect(await end).toEqual({how: 'interrupted'});
	});

	test('a storm of resizes leaves no leftovers', async () => {
		const {stdout, stdin, end} = start(120, 36);
		await stdout.until(briefed, 'the briefing');
		stdin.write('\r ');
		await stdout.until(screen => screen.includes('PAUSED'), 'the pause');
		const before = stdout.screen;
		for (let storm = 0; storm < times(24, 60); storm++) {
			stdout.resize(20 + ((storm * 37) % 180), 5 + ((storm * 17) % 60));
			if (storm % 7 === 0) await new Promise(resolve => setImmediate(resolve));
		}
		stdout.resize(120, 36);
		await stdout.until(screen => screen === before, 'the frame of before the storm');
		stdin.write('qy');
		await end;
	});

	test('no colour is sent where none is wanted, and nothing but ASCII without UTF-8', async () => {
		const {stdout, stdin, end} = start(80, 24, {NO_COLOR: '1', LC_ALL: 'C'});
		await stdout.until(briefed, 'the briefing');
		stdin.write('\r');
		await stdout.until(playing, 'the panels');
		stdin.write('qy');
		await end;

		expect(stdout.written).not.toMatch(/\u001B\[(?:3\d|4\d|9\d)m/u);
		expect(stdout.written).not.toMatch(/[^\u0000-\u007F]/u);
	});
});

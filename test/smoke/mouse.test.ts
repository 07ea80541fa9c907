import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {outage, ownPlaces, PROGRAM} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';

const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-mouse-'));
const env = ownPlaces({XDG_CONFIG_HOME: scratch}) as Record<string, string>;
const TAKEN = '\u001B[?1000h\u001B[?1006h';
const LEFT = '\u001B[?1006l\u001B[?1000l';

afterAll(() => rmSync(scratch, {recursive: true, force: true}));

function start(): TerminalProgram {
	const words = [PROGRAM, 'play', 'october-20', '--saves', join(scratch, 'saves')];
	return new TerminalProgram(process.execPath, words, {columns: 80, rows: 24, cwd: scratch, env});
}

/** Where words stand on the screen, as a terminal tells of it: from 1. */
function cellOf(terminal: TerminalProgram, words: string): string {
	const rows = terminal.screen().split('\n');
	const row = rows.findIndex(each => each.includes(words));
	return `${String((rows[row]?.indexOf(words) ?? 0) + 1)};${String(row + 1)}`;
}

test('a click is the key beside it, a paste clicks nothing, and the terminal has its pointer back', async () => {
	const terminal = start();
	try {
		await terminal.until('begins');
		terminal.type('\r');
		await terminal.until('4EC2');
		expect(terminal.output).toContain(TAKEN);
		terminal.type(`\u001B[<0;${cellOf(terminal, '4EC2')}M\u001B[<0;${cellOf(terminal, '4EC2')}m`);
		await terminal.until(/─ 4 EC2/u);
		terminal.type(`\u001B[200~\u001B[<0;${cellOf(terminal, '6NLB')}M\u001B[201~`);
		await terminal.until(/^: /mu);
		terminal.type('\u001B');
		await terminal.until(/─ 4 EC2/u);
		expect(terminal.screen()).not.toContain('─ 6 NLB');
		terminal.type('qy');
		await terminal.until(/Enter|enter/u);
		terminal.type('qy');
		await terminal.exited;
		expect(terminal.output.lastIndexOf(LEFT)).toBeGreaterThan(terminal.output.lastIndexOf(TAKEN));
	} finally {
		terminal.close();
	}
});

test('who wants the terminal’s own has it', async () => {
	outage(['settings', 'mouse', 'off'], '', env);
	const terminal = start();
	try {
		await terminal.until('resumes');
		expect(terminal.output).not.toContain('\u001B[?1000h');
	} finally {
		terminal.close();
	}
});

import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {ownPlaces, PROGRAM} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';

const ESCAPE = '\u001B';
const LEFT = '\u001B[D';
const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-cursor-'));

afterAll(() => rmSync(scratch, {recursive: true, force: true}));

test('the cursor of the terminal stands where something is written, and nowhere else', async () => {
	const words = [PROGRAM, 'play', 'october-20', '--saves', scratch];
	const terminal = new TerminalProgram(process.execPath, words, {
		columns: 80,
		rows: 24,
		cwd: scratch,
		env: ownPlaces({XDG_CONFIG_HOME: scratch}) as Record<string, string>,
	});
	try {
		await terminal.until('begins');
		terminal.type('\r');
		await terminal.until('m Overview');
		terminal.type(' ');
		await terminal.until('PAUSED');
		expect(terminal.cursor).toBeUndefined();
		terminal.type(':page dyn');
		await terminal.until(/^: page dyn/mu);
		await terminal.untilIt(() => terminal.cursor?.column === 10, 'the cursor behind the words');
		const rows = terminal.screen().split('\n');
		expect(terminal.cursor?.row).toBe(rows.findIndex(row => row.startsWith(': page dyn')));
		terminal.type(`${LEFT}${LEFT}`);
		await terminal.untilIt(() => terminal.cursor?.column === 8, 'the cursor two to the left');
		terminal.type(ESCAPE);
		await terminal.untilIt(() => terminal.cursor === undefined, 'no cursor');
	} finally {
		terminal.close();
	}
});

import {copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {programInto} from '../cli/outage.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {ROOT} from '../support/tree.ts';

const ROUNDS = 12;
/** Rounds until everything that is loaded once has been loaded. */
const WARM_UP = 3;
/** So that what is left lying about is collected soon, and only what is held grows. */
const SMALL_HEAP = ['--max-semi-space-size=1', '--max-old-space-size=128'];
/** What a garbage collector may leave lying about for a while. */
const SLACK_BYTES = 25e6;

const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-rounds-'));
let terminal: TerminalProgram;

beforeAll(() => {
	const program = programInto(join(scratch, 'dist'));
	copyFileSync(join(ROOT, 'package.json'), join(scratch, 'package.json')); // As it is when installed.
	terminal = new TerminalProgram(
		process.execPath,
		[...SMALL_HEAP, program, '--saves', join(scratch, 'saves')],
		{
			columns: 80,
			rows: 24,
			cwd: scratch,
			env: {XDG_CONFIG_HOME: join(scratch, 'config'), XDG_STATE_HOME: join(scratch, 'config')},
		},
	);
}, 120_000);

afterAll(() => {
	terminal.close();
	rmSync(scratch, {recursive: true, force: true});
});

/** From the menu into a run, or on with it, and out again. */
async function aRound(first: boolean): Promise<void> {
	await terminal.until('Quit');
	terminal.type('\r');
	await terminal.until(first ? 'begins' : 'resumes');
	terminal.type('\r');
	await terminal.until('This strip is not part');
	terminal.type('q');
	await terminal.until('Leave the drill?');
	terminal.type('y');
	await terminal.until('Quit');
}

/** What Linux says that the program holds. */
function held(): {readonly files: number; readonly bytes: number} {
	const proc = `/proc/${String(terminal.pid)}`;
	const resident = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1];
	return {files: readdirSync(`${proc}/fd`).length, bytes: Number(resident) * 1024};
}

test.runIf(process.platform === 'linux')(
	'from the menu into a run and out again, over and over, leaves nothing open',
	{timeout: 120_000},
	async () => {
		for (let round = 0; round < WARM_UP; round++) await aRound(round === 0);
		const before = held();
		for (let round = 0; round < ROUNDS; round++) await aRound(false);
		const after = held();
		expect(after.files).toBe(before.files);
		console.log('RSS', before.bytes / 1e6, after.bytes / 1e6);
		expect(after.bytes - before.bytes).toBeLessThan(SLACK_BYTES);
		expect(terminal.output).not.toContain('MaxListenersExceededWarning');
		terminal.type('q');
		expect((await terminal.exited).code).toBe(0);
		expect(terminal.onAlternateScreen).toBe(false);
	},
);

import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {TerminalProgram} from '../support/terminal.ts';
import {ROOT} from '../support/tree.ts';
import {installInto, type Installed} from './installed.ts';

const CTRL_C = '\x03';
const BRIEFING = 'All systems healthy.';

const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-smoke-'));
const opened: TerminalProgram[] = [];
let installed: Installed;

beforeAll(async () => {
	installed = await installInto(scratch);
}, 120_000);

afterEach(() => {
	for (const terminal of opened.splice(0)) terminal.close();
});

afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** Starts the program from a shell that has written a line before, as a person's would. */
function start(columns: number, rows: number): TerminalProgram {
	const saves = mkdtempSync(join(scratch, 'saves-'));
	const words = [
		'-c',
		`echo before; "$0" play october-20 --saves "$1"; echo "after $?"`,
		installed.program,
		saves,
	];
	const terminal = new TerminalProgram('/bin/sh', words, {
		columns,
		rows,
		cwd: scratch,
		env: installed.env,
	});
	opened.push(terminal);
	return terminal;
}

function json(path: string): Record<string, unknown> {
	return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

/** What a terminal must be like after a full-screen program has gone. */
async function expectRestored(terminal: TerminalProgram, code: number): Promise<void> {
	await terminal.until(`after ${String(code)}`);
	expect(terminal.onAlternateScreen).toBe(false);
	expect(terminal.screen()).toMatch(/^before\n/);
	expect(terminal.output.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
		terminal.output.lastIndexOf('\x1b[?25l'),
	);
}

describe('the installed tarball', () => {
	test('is one package without dependencies, with licences, in at most 1 MB, its page, rooms and seats for programs among it', () => {
		const manifest = json(join(installed.folder, 'package.json'));
		expect(Object.keys(manifest)).not.toContain('dependencies');
		expect(Object.keys(manifest)).not.toContain('scripts');
		expect(readdirSync(join(installed.folder, '..')).filter(name => !name.startsWith('.'))).toEqual(
			['outage-oncall'],
		);
		expect(statSync(installed.tarball).size).toBeLessThanOrEqual(1_000_000);
		const licences = readFileSync(join(installed.folder, 'dist/THIRD_PARTY.txt'), 'utf8');
		for (const name of Object.keys(json(join(ROOT, 'package.json'))['dependencies'] as object)) {
			expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
		}
		expect(existsSync(join(installed.folder, 'LICENSE'))).toBe(true);
	});

	test('tells its version, and nothing else', () => {
		const {status, stdout, stderr} = spawnSync(installed.program, ['--version'], {
			encoding: 'utf8',
		});
		const {version} = json(join(ROOT, 'package.json'));
		expect({status, stdout, stderr}).toEqual({
			status: 0,
			stdout: `${String(version)}\n`,
			stderr: '',
		});
	});

	test('starts from the tarball with npx', () => {
		const {status, stdout} = spawnSync(
			'npx',
			['--yes', '--offline', `./${basename(installed.tarball)}`, '--version'],
			{
				encoding: 'utf8',
				cwd: dirname(installed.tarball),
				env: {...process.env, ...installed.env},
			},
		);
		expect({status, stdout}).toEqual({
			status: 0,
			stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
		});
	});

	test('finds its level', () => {
		const words = ['run', 'october-20', '--until', '23:21', '--json'];
		const {status, stdout} = spawnSync(installed.program, words, {encoding: 'utf8', cwd: scratch});
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({level: 'october-20', ticks: 60});
	});
});

describe.skipIf(process.platform === 'win32')('in a terminal, from a shell', () => {
	test.each([
		[80, 24],
		[120, 36],
	])(
		'shows the briefing at %d by %d, plays, and leaves the screen as it was',
		async (columns, rows) => {
			const terminal = start(columns, rows);
			await terminal.until(BRIEFING);
			expect(terminal.onAlternateScreen).toBe(true);
			terminal.type('\r');
			await terminal.until('m Overview');
			terminal.type('q');
			await terminal.until(/leave .*\?/i);
			terminal.type('y');
			await expectRestored(terminal, 0);
		},
	);

	test('ctrl-c gives the screen back and exits with 130', async () => {
		const terminal = start(100, 30);
		await terminal.until(BRIEFING);
		terminal.type(CTRL_C);
		await expectRestored(terminal, 130);
	});
});

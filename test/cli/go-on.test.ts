import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {PROGRAM} from './outage.ts';

const POLL_MS = 10;
const WAIT_MS = 20_000;

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-go-on-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** The program in a terminal of its own. */
function play(): {
	readonly pid: number;
	press(keys: string): void;
	shows(words: string): Promise<void>;
	readonly left: Promise<number>;
} {
	const env = {...process.env};
	delete env['CI']; // Ink draws nothing where it believes that nobody looks.
	const child = pty.spawn(process.execPath, [PROGRAM, 'play', 'october-20', '--saves', folder], {
		cols: 100,
		rows: 30,
		env: {...env, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, TERM: 'xterm-256color'},
	});
	let seen = '';
	child.onData(data => (seen += data));
	return {
		pid: child.pid,
		press: keys => {
			child.write(keys);
		},
		shows: words => until(() => seen.includes(words)),
		left: new Promise(resolve => {
			child.onExit(({exitCode}) => {
				resolve(exitCode);
			});
		}),
	};
}

async function until(holds: () => boolean): Promise<void> {
	const end = performance.now() + WAIT_MS;
	while (!holds()) {
		if (performance.now() > end) throw new Error('It never came to that.');
		await new Promise(resolve => setTimeout(resolve, POLL_MS));
	}
}

const journals = () => fs.readdirSync(folder).filter(name => name.endsWith('.journal.jsonl'));
const journalText = () => fs.readFileSync(path.join(folder, journals()[0]!), 'utf8');

test('a run killed at any moment is offered again, and goes on in its own journal', async () => {
	const first = play();
	await first.shows('begin');
	first.press('\r');
	await until(() => journals().length === 1 && journalText().includes('"kind":"reached"'));
	process.kill(first.pid, 'SIGKILL');
	await first.left;
	const before = journalText();

	const second = play();
	await second.shows('resumes');
	second.press('\r');
	await second.shows('PAUSED');
	second.press(' ');
	await until(() => journalText().length > before.length);
	expect(journalText().startsWith(before)).toBe(true);
	expect(journals()).toHaveLength(1);
	second.press('\u0003');
	await second.shows('The run is saved');
	second.press('\u0003');
	expect(await second.left).toBe(130);
}, 60_000);

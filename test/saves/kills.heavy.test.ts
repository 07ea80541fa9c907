import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import {beforeAll, describe, expect, test} from 'vitest';
import {readJournal} from '../../src/saves/index.ts';
import {bundleProgram, outage, PROGRAM} from '../cli/outage.ts';

const KILLS = Number(process.env['KILLS'] ?? 100);
const LIFE_MS_MAX = 2_500;
/** A second of play, by lines at sixty times real time. */
const SECOND_LOST_MAX = 60;

beforeAll(bundleProgram);

type Way = {
	readonly name: string;
	/** Starts a program that plays on by itself, and tells of each second that it has shown. */
	readonly start: (saves: string, shown: (second: number) => void) => {kill: () => Promise<void>};
};

const LEVEL = 'first-steps';
const WORDS = (saves: string) => [PROGRAM, 'play', LEVEL, '--saves', saves];

function killed(child: ChildProcess): () => Promise<void> {
	return async () => {
		const gone = new Promise(resolve => child.once('close', resolve));
		child.kill('SIGKILL');
		await gone;
	};
}

function byProtocol(start: (words: readonly string[]) => ChildProcess): Way['start'] {
	return (saves, shown) => {
		const child = start([...WORDS(saves), '--protocol', '--continue']);
		child.stdin?.on('error', () => undefined);
		let rest = '';
		child.stdout?.on('data', chunk => {
			rest += String(chunk);
			const lines = rest.split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) {
				const now = /"ok":true,"now":(\d+)/u.exec(line)?.[1];
				if (now !== undefined) shown(Number(now));
				child.stdin?.write('{"id":1,"do":"wait","minutes":1}\n');
			}
		});
		return {kill: killed(child)};
	};
}

const WAYS: readonly Way[] = [
	{name: 'the protocol', start: byProtocol(words => spawn(process.execPath, words))},
	{
		name: 'the protocol, as the first process of a container',
		start: byProtocol(words =>
			spawn('sh', [
				'-c',
				'exec unshare --pid --fork --mount-proc --kill-child "$0" "$@"',
				process.execPath,
				...words,
			]),
		),
	},
	{
		name: 'lines',
		start: saves => {
			const child = spawn(process.execPath, [...WORDS(saves), '--plain', '--continue']);
			child.stdin.on('error', () => undefined);
			const more = setInterval(() => child.stdin.write('wait 1\n'), 20);
			const kill = killed(child);
			return {
				kill: () => {
					clearInterval(more);
					return kill();
				},
			};
		},
	},
	{
		name: 'the screen',
		start: saves => {
			const env: NodeJS.ProcessEnv = {...process.env, TERM: 'xterm-256color'};
			delete env['CI']; // Ink draws nothing where it believes that nobody looks.
			const child = pty.spawn(process.execPath, WORDS(saves), {cols: 100, rows: 30, env});
			const keys = setInterval(() => {
				child.write('\r ');
			}, 300);
			return {
				async kill() {
					clearInterval(keys);
					const gone = new Promise<void>(resolve => {
						child.onExit(() => {
							resolve();
						});
					});
					child.kill('SIGKILL');
					await gone;
				},
			};
		},
	},
];

describe.each(WAYS)('killed at any moment, by $name', ({name, start}) => {
	const isRoot = process.getuid?.() === 0;
	test.skipIf(name.includes('container') && !isRoot)(
		'nothing is unreadable, nobody is locked out, and a second is lost at most',
		async () => {
			const saves = fs.mkdtempSync(path.join(os.tmpdir(), 'kills-'));
			try {
				for (let turn = 0; turn < KILLS; turn++) {
					let shown = 0;
					const running = start(saves, second => (shown = second));
					await new Promise(resolve => setTimeout(resolve, (LIFE_MS_MAX * turn) / KILLS));
					await running.kill();
					let reached = 0;
					for (const file of journals(saves)) {
						const read = readJournal(file);
						expect(read.ok ? '' : read.message).toBe('');
						if (read.ok) reached = Math.max(reached, read.journal.reached);
					}
					expect(reached).toBeGreaterThanOrEqual(shown - SECOND_LOST_MAX);
				}
				const quit = '{"id":1,"do":"quit"}\n';
				const {code, err} = outage(
					['play', LEVEL, '--protocol', '--continue', '--saves', saves],
					quit,
				);
				expect({code, err}).toMatchObject({code: 0});
			} finally {
				fs.rmSync(saves, {recursive: true, force: true});
			}
		},
		3_600_000,
	);
});

function journals(saves: string): readonly string[] {
	return fs
		.readdirSync(saves)
		.filter(name => name.endsWith('.journal.jsonl'))
		.map(name => path.join(saves, name));
}

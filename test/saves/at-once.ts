import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {profileOf} from '../../src/saves/profile.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program that says it is there, waits for a word, and then ends a run of its own. */
const PROGRAM = `
import {noteEndedRun} from './src/saves/profile.ts';
const [, , state, name] = process.argv;
process.stdout.write('ready\\n');
process.stdin.once('data', () => {
	const run = {journal: name + '.journal.jsonl', level: 'october-20', hash: '0'.repeat(16), won: true, harm: 1};
	const said = noteEndedRun(state, run, () => [], new Date());
	if (said !== undefined) process.exitCode = 1;
	process.stdin.destroy();
});
`;

/** How many runs one profile counts, and how many programs complained, when so many end theirs at the same time. */
export async function endAtOnce(programs: number): Promise<{counted: number; troubled: number}> {
	const state = fs.mkdtempSync(path.join(os.tmpdir(), 'at-once-'));
	try {
		const file = path.join(state, 'program.mjs');
		await build({
			stdin: {contents: PROGRAM, resolveDir: ROOT, loader: 'ts'},
			outfile: file,
			bundle: true,
			platform: 'node',
			format: 'esm',
			logLevel: 'warning',
		});
		const running = Array.from({length: programs}, (_, number) =>
			spawn(process.execPath, [file, state, String(number)], {
				stdio: ['pipe', 'pipe', 'inherit'],
			}),
		);
		await Promise.all(
			running.map(child => new Promise(resolve => child.stdout.once('data', resolve))),
		);
		const ends = running.map(
			child => new Promise<number | null>(resolve => child.once('exit', resolve)),
		);
		for (const child of running) child.stdin.end('now\n');
		const codes = await Promise.all(ends);
		return {
			counted: profileOf(state).achievements.runsEnded,
			troubled: codes.filter(code => code !== 0).length,
		};
	} finally {
		fs.rmSync(state, {recursive: true, force: true});
	}
}

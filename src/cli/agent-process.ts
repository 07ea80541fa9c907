import {spawn} from 'node:child_process';
import {makeScratch, removeWhole} from '../saves/disk/index.ts';
import {readLines, type Incoming} from './line-reader.ts';

const LINE_BYTES_MAX = 16 * 1024;
/** Of what it complains of, the end is shown. */
const SAID_MAX = 400;

/** A program that is played with by lines: what it sends, and what it is sent. */
export type AgentProcess = {
	/** Its next line within so long; undefined where none comes. */
	next(milliseconds: number): Promise<Incoming | undefined>;
	/** False where it does not take the line within so long. */
	send(line: string, milliseconds: number): Promise<boolean>;
	/** Ends it and all that it has started; tells whether it had failed by itself, and what it last complained of. */
	end(): Promise<{readonly failed: boolean; readonly said: string}>;
};

/** Starts a program where there is nothing: its folder and home are empty, and so but for the path is its environment. */
export function startAgent([command = '', ...words]: readonly string[]): AgentProcess {
	const home = makeScratch('outage-agent-');
	const child = spawn(command, words, {
		cwd: home,
		env: {PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: home, LANG: 'C.UTF-8'},
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: process.platform !== 'win32', // A group of its own, which is ended as one.
	});
	let said = '';
	let code: number | null | undefined;
	const closed = new Promise<void>(resolve => {
		child.once('error', error => {
			said = error.message;
			code = -1;
			resolve();
		});
		child.once('close', status => {
			code ??= status;
			resolve();
		});
	});
	child.stderr.on('data', chunk => (said = (said + String(chunk)).slice(-SAID_MAX)));
	child.stdin.on('error', () => undefined); // It has gone, and its output says so by ending.
	const lines = readLines(child.stdout, NEVER_BEHIND, LINE_BYTES_MAX);
	const kill = () => {
		killAll(child.pid);
	};
	process.once('exit', kill);
	return {
		next: milliseconds => lines.nextWithin(milliseconds),
		send: (line, milliseconds) =>
			new Promise(resolve => {
				if (child.stdin.write(`${line}\n`)) {
					resolve(true);
					return;
				}
				const settle = (taken: boolean) => {
					clearTimeout(timer);
					child.stdin.off('drain', drained).off('close', gone);
					resolve(taken);
				};
				const drained = () => settle(true);
				const gone = () => settle(true); // That it has gone is found where it is read.
				const timer = setTimeout(settle, milliseconds, false);
				child.stdin.on('drain', drained).on('close', gone);
			}),
		async end() {
			lines.close();
			child.stdin.end();
			const timer = setTimeout(kill, GRACE_MS);
			child.stdout.resume();
			await closed;
			clearTimeout(timer);
			process.off('exit', kill);
			kill(); // What it has started goes with it.
			removeWhole(home);
			return {failed: code !== 0, said};
		},
	};
}

/** So long a program has to leave by itself once its input has ended. */
const GRACE_MS = 2_000;

function killAll(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// It has gone already.
	}
}

/** Whether it takes what it is sent is looked at where it is sent. */
const NEVER_BEHIND = {writableNeedDrain: false, on: () => null, off: () => null};

import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {PROGRAM} from '../cli/outage.ts';
import {readJournal} from '../../src/saves/index.ts';

export type Raced = {
	/** Programs that went on with the run, and those that were told who does. */
	readonly owners: number;
	readonly told: number;
	readonly isHarmed: boolean;
	readonly words: string;
};

/** Two programs that go on with one run, so many milliseconds apart; what was in its journal has to stay. */
export async function race(folder: string, file: string, apartMs: number): Promise<Raced> {
	const before = readJournal(file);
	if (!before.ok) throw new Error(before.message);
	const one = goOn(folder);
	await new Promise(resolve => setTimeout(resolve, apartMs));
	const other = goOn(folder);
	// Whoever plays leaves only when the other has left, or plays too.
	const leave = () => {
		one.quit();
		other.quit();
	};
	void Promise.race([one.ended, other.ended, Promise.all([one.greeted, other.greeted])]).then(
		leave,
	);
	const ends = await Promise.all([one.ended, other.ended]);
	const after = readJournal(file);
	const kept =
		after.ok &&
		before.journal.lines.every(
			({line}, index) => JSON.stringify(after.journal.lines[index]?.line) === JSON.stringify(line),
		);
	return {
		owners: ends.filter(({code}) => code === 0).length,
		told: ends.filter(({code, err}) => code === 2 && err.includes('another program is')).length,
		isHarmed: !kept || fs.existsSync(`${file}.lock`),
		words: ends.map(({code, err}) => `${String(code)} ${err}`).join(' | '),
	};
}

type Player = {
	readonly greeted: Promise<void>;
	readonly ended: Promise<{readonly code: number | null; readonly err: string}>;
	readonly quit: () => void;
};

function goOn(folder: string): Player {
	const words = ['play', 'october-20', '--protocol', '--continue', '--saves', folder];
	const child = spawn(process.execPath, [PROGRAM, ...words], {
		env: {...process.env, XDG_CONFIG_HOME: path.join(folder, 'config')},
	});
	let err = '';
	child.stderr.on('data', chunk => (err += String(chunk)));
	child.stdin.on('error', () => undefined); // It may have left already.
	const greeted = new Promise<void>(resolve => {
		child.stdout.once('data', () => {
			child.stdin.write('{"id":1,"do":"wait","minutes":1}\n');
			resolve();
		});
	});
	child.stdout.resume();
	const ended = new Promise<{code: number | null; err: string}>(resolve => {
		child.once('close', code => {
			resolve({code, err});
		});
	});
	return {greeted, ended, quit: () => void child.stdin.write('{"id":2,"do":"quit"}\n')};
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {journalsIn} from './journals-in.ts';
import {readJournal} from './read-journal.ts';
import {lockRun} from './run-lock.ts';
import {indexRuns, unfinishedRun} from './runs.ts';

const SAMPLE = fs.readFileSync(
	new URL('../../saves/formats/format-1.journal.jsonl', import.meta.url),
);

let folder: string;
let file: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'read-journal-'));
	file = path.join(folder, 'run.journal.jsonl');
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const messageOf = () => {
	const read = readJournal(file);
	return read.ok ? 'fine' : read.message.replace(`${file}: `, '');
};

/** The sample without its last line. */
const unfinished = () => SAMPLE.subarray(0, SAMPLE.lastIndexOf('\n', -2) + 1);

test('a journal of every format there ever was can still be read', () => {
	const formats = new URL('../../saves/formats/', import.meta.url);
	const names = fs.readdirSync(formats).filter(name => name.endsWith('.journal.jsonl'));
	expect(names).toEqual([1, 2, 3].map(format => `format-${String(format)}.journal.jsonl`));
	for (const name of names) expect(readJournal(fileURLToPath(new URL(name, formats))).ok).toBe(true);
});

test('cut after any byte, the bytes that are kept are whole lines', () => {
	const begins = SAMPLE.indexOf('\n{') + 1; // After the lines for people.
	const firstEnd = SAMPLE.indexOf('\n', begins);
	for (let length = 0; length <= SAMPLE.length; length++) {
		fs.writeFileSync(file, SAMPLE.subarray(0, length));
		const read = readJournal(file);
		expect(read.ok).toBe(length >= firstEnd);
		if (!read.ok) {
			expect(messageOf()).toMatch(/^it (is empty|was cut off within its first line)/);
			continue;
		}
		const whole = SAMPLE[length] === 0x0a ? length : SAMPLE.lastIndexOf('\n', length - 1) + 1;
		expect(read).toMatchObject({keptBytes: whole, endsLine: whole !== length || length === SAMPLE.length || SAMPLE[length - 1] === 0x0a});
	}
});

test.each<[string, () => Buffer, string | RegExp]>([
	['a byte that is not UTF-8', () => Buffer.concat([unfinished(), Buffer.from([0x22, 0xff, 0x0a])]), /^line \d+ is not UTF-8 text/],
	['UTF-16', () => Buffer.from(SAMPLE.toString('utf8'), 'utf16le'), /^line \d+ is not UTF-8 text/],
	['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'line 1 is not UTF-8 text. It was damaged, or is no journal.'],
	['nothing', () => Buffer.alloc(0), 'it is empty. There is nothing to replay.'],
])('%s is told in a sentence', (_, bytes, message) => {
	fs.writeFileSync(file, bytes());
	expect(messageOf()).toMatch(message);
});

test('a file that is not there, or is a folder, is told in a sentence', () => {
	expect(messageOf()).toBe('it cannot be read: there is no such file.');
	fs.mkdirSync(file);
	expect(messageOf()).toBe('it cannot be read: it is a directory.');
});

test('the run to go on with is the latest that has not ended and that nobody plays', () => {
	expect(unfinishedRun(folder, 'october-20')).toBeUndefined();
	const write = (name: string, bytes: Uint8Array, time: number) => {
		const at = path.join(folder, `${name}.journal.jsonl`);
		fs.writeFileSync(at, bytes);
		fs.utimesSync(at, time, time);
		return at;
	};
	const old = write('old', unfinished(), 1_000);
	const late = write('late', unfinished(), 2_000);
	write('ended', SAMPLE, 3_000);
	write('garbage', Buffer.from('garbage\n'), 4_000);
	expect(journalsIn(folder).map(({file: at}) => path.basename(at).split('.')[0])).toEqual([
		...['garbage', 'ended', 'late', 'old'],
	]);
	expect(unfinishedRun(folder, 'october-20')?.file).toBe(late);
	expect(unfinishedRun(folder, 'another-level')).toBeUndefined();
	const lock = lockRun(late);
	expect(lockRun(late)).toBeUndefined();
	expect(unfinishedRun(folder, 'october-20')?.file).toBe(old);
	lock?.release();
	expect(unfinishedRun(folder, 'october-20')?.file).toBe(late);
	expect(indexRuns(folder).map(({ended}) => ended)).toEqual([true, false, false]);
});

test('the lock of a program that was killed is taken over', () => {
	fs.writeFileSync(`${file}.lock`, '999999999');
	const lock = lockRun(file);
	expect(fs.readFileSync(`${file}.lock`, 'utf8')).toBe(String(process.pid));
	lock?.release();
	expect(fs.existsSync(`${file}.lock`)).toBe(false);
});

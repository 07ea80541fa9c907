import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {journalFrom, readJournal} from './read-journal.ts';
import {lockOf, lockRun} from './lock/index.ts';
import {indexRuns, leftRun} from './runs.ts';

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
	for (const name of names)
		expect(readJournal(fileURLToPath(new URL(name, formats))).ok).toBe(true);
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
		expect(read).toMatchObject({
			keptBytes: whole,
			endsLine: whole !== length || length === SAMPLE.length || SAMPLE[length - 1] === 0x0a,
		});
	}
});

test.each<[string, () => Buffer, string | RegExp]>([
	[
		'a byte that is not UTF-8',
		() => Buffer.concat([unfinished(), Buffer.from([0x22, 0xff, 0x0a])]),
		/^line \d+ is not UTF-8 text/,
	],
	['UTF-16', () => Buffer.from(SAMPLE.toString('utf8'), 'utf16le'), /^line \d+ is not UTF-8 text/],
	[
		'a picture',
		() => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		'line 1 is not UTF-8 text. It was damaged, or is no journal.',
	],
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

describe('the run to go on with', () => {
	const write = (name: string, bytes: Uint8Array | string, time: number) => {
		const at = path.join(folder, `${name}.journal.jsonl`);
		fs.writeFileSync(at, bytes);
		fs.utimesSync(at, time, time);
		return at;
	};
	const found = (level = 'october-20') => {
		const left = leftRun(folder, level);
		return left.found === 'run' ? left.run.file : left;
	};

	test('is the latest that has not ended, however many ended since', () => {
		expect(found()).toEqual({found: 'nothing', passed: []});
		write('old', unfinished(), 1_000);
		const late = write('late', unfinished(), 2_000);
		for (let more = 0; more < 30; more++) write(`ended-${String(more)}`, SAMPLE, 3_000 + more);
		expect(found()).toBe(late);
		expect(found('another-level')).toEqual({found: 'nothing', passed: []});
		expect(
			indexRuns(folder)
				.runs.map(({ended}) => ended)
				.slice(-2),
		).toEqual([false, false]);
	});

	test('is not another where the latest is played or damaged', () => {
		write('old', unfinished(), 1_000);
		const late = write('late', unfinished(), 2_000);
		const locked = lockRun(late);
		expect(found()).toMatchObject({
			found: 'trouble',
			message: expect.stringMatching(
				/late.*another program is playing it: process \d+ on /,
			) as string,
		});
		if (locked.ok) locked.lock.release();
		expect(found()).toBe(late);
		const damaged = Buffer.from(unfinished());
		damaged[damaged.length >> 1]! ^= 1;
		write('late', damaged, 2_000);
		expect(found()).toMatchObject({
			found: 'trouble',
			message: expect.stringMatching(/late.*edited or damaged.*replay --salvage/) as string,
		});
	});

	test('is found among whatever else has the name of a journal, which is named', () => {
		const late = write('late', unfinished(), 2_000);
		write('garbage', 'garbage\n', 4_000);
		fs.mkdirSync(path.join(folder, 'folder.journal.jsonl'));
		fs.symlinkSync('loop.journal.jsonl', path.join(folder, 'loop.journal.jsonl'));
		execFileSync('sh', ['-c', 'mkfifo "$0"', path.join(folder, 'pipe.journal.jsonl')]);
		expect(found()).toBe(late);
		expect(indexRuns(folder)).toMatchObject({runs: [{file: late}], passed: {length: 4}});
		fs.rmSync(late);
		const left = leftRun(folder, 'october-20');
		expect(left.found === 'nothing' && left.passed).toHaveLength(4);
	});
});

test('zeros after the last line, as a power failure leaves them, are cut off', () => {
	fs.writeFileSync(file, Buffer.concat([unfinished(), Buffer.alloc(40_000)]));
	expect(readJournal(file)).toMatchObject({ok: true, keptBytes: unfinished().length});
	fs.writeFileSync(
		file,
		Buffer.concat([unfinished(), Buffer.from('{"kind":"mar'), Buffer.alloc(9)]),
	);
	expect(readJournal(file)).toMatchObject({ok: true, keptBytes: unfinished().length});
});

test('a journal that went through an editor is read: its line ends and its mark change nothing', () => {
	fs.writeFileSync(file, `\ufeff${SAMPLE.toString('utf8').replaceAll('\n', '\r\n')}`);
	const read = readJournal(file);
	expect(read).toMatchObject({ok: true, keptBytes: fs.statSync(file).size, endsLine: true});
	const whole = journalFrom(file, SAMPLE);
	expect(read.ok && read.journal.sum).toBe(whole.ok && whole.journal.sum);
});

test('the lock of a program that was killed is taken over', () => {
	fs.writeFileSync(`${file}.lock`, '999999999'); // As version 0.1 left it.
	const locked = lockRun(file);
	expect(locked.ok).toBe(true);
	if (locked.ok) locked.lock.release();
	expect(fs.existsSync(lockOf(file))).toBe(false);
});

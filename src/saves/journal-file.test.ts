import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {Disk} from './disk/index.ts';
import {lockOf} from './lock/index.ts';
import {journalName} from '../play/kept/index.ts';
import {beginRun, takeUpRun} from './run-door.ts';

const RUN = {level: 'short', seed: 'a seed/../with "signs"', startedAt: new Date(0)};
const SAMPLE = fs
	.readFileSync(new URL('../../saves/formats/format-1.journal.jsonl', import.meta.url), 'utf8')
	.split('\n');

let folder: string;
let told: string[];
let clock: number;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'journal-file-'));
	told = [];
	clock = 0;
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const options = (disk: Disk = fs) => ({
	onTrouble: (sentence: string) => void told.push(sentence),
	now: () => clock,
	disk,
});

/** The file of a new run that begins with these lines. */
function begun(lines: readonly string[], disk?: Disk) {
	const live = (onLine: (line: string) => void) => {
		lines.forEach(onLine);
		return {ok: true, session: onLine} as const;
	};
	const run = beginRun(folder, RUN, live, options(disk));
	if (!run.ok) throw new Error(run.message);
	return {...run.file, write: run.session, file: run.file};
}

/** A disk that takes so many bytes in all, half of what it is given at a time, and then is full. */
function smallDisk(room: {bytes: number}): Disk {
	const writeSync = (
		fd: number,
		buffer: NodeJS.ArrayBufferView,
		offset = 0,
		length = buffer.byteLength,
		position: number | null = null,
	): number => {
		if (room.bytes === Infinity) return fs.writeSync(fd, buffer, offset, length, position);
		const taken = Math.min(room.bytes, Math.max(1, Math.floor(length / 2)));
		if (taken === 0) throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
		room.bytes -= taken;
		return fs.writeSync(fd, buffer, offset, taken, position);
	};
	return {...fs, writeSync: writeSync as typeof fs.writeSync};
}

test('a run’s file is named for its level, its time and its seed, and holds whole lines at once', () => {
	const journal = begun(['one']);
	journal.write('zwei – drei');
	expect(path.basename(journal.path)).toBe(
		'short-19700101T000000-a_seed_.._with__signs_.journal.jsonl',
	);
	expect(fs.readFileSync(journal.path, 'utf8')).toBe('one\nzwei – drei\n');
	expect(journal.close()).toBeUndefined();
	expect(fs.readdirSync(folder)).toEqual([path.basename(journal.path)]);
});

test('two runs that begin in the same second have a file each', () => {
	const one = begun(['one']);
	const two = begun(['two']);
	expect(two.path).not.toBe(one.path);
	expect(two.path.endsWith('.2.journal.jsonl')).toBe(true);
	one.close();
	two.close();
});

test('a seed of any length makes a name that a file can have', () => {
	expect(journalName('short', new Date(0), 'é'.repeat(200)).length).toBeLessThan(100);
});

test('a run that cannot be begun leaves nothing, and says why', () => {
	const live = () => ({ok: true, session: undefined}) as const;
	const read = fs.readFileSync(new URL(import.meta.url));
	const inFile = path.join(folder, 'a-file');
	fs.writeFileSync(inFile, read);
	expect(beginRun(inFile, RUN, live, options())).toMatchObject({
		ok: false,
		message: expect.stringContaining('no journal can be written there') as string,
	});
	const full = (onLine: (line: string) => void) => {
		onLine('one');
		return {ok: true, session: undefined} as const;
	};
	expect(beginRun(folder, RUN, full, options(smallDisk({bytes: 0})))).toMatchObject({
		ok: false,
		message: expect.stringContaining('the disk is full') as string,
	});
	expect(fs.readdirSync(folder)).toEqual(['a-file']);
});

test('a disk that fills up costs nothing: it is told once, and the rest is written when there is room', () => {
	const room = {bytes: Infinity};
	const journal = begun(['zero'], smallDisk(room));
	room.bytes = 10;
	const lines = Array.from({length: 20}, (_, index) => `line ${String(index)}`);
	for (const line of lines) journal.write(line);
	expect(told).toEqual([
		'The journal cannot be written: the disk is full. Play goes on; it is tried again.',
	]);
	expect(fs.readFileSync(journal.path, 'utf8')).toBe('zero\nline 0\nlin');
	expect(journal.file.unwritten).toBeGreaterThan(0);
	expect(journal.file.isWanting()).toBe(true);

	room.bytes = 1_000;
	journal.write('too soon');
	expect(journal.file.unwritten).toBeGreaterThan(0);
	clock = 1_500;
	journal.write('now');
	expect(told[1]).toBe('The journal is being written again; nothing is lost.');
	expect(journal.file.isWanting()).toBe(false);
	expect(journal.close()).toBeUndefined();
	expect(fs.readFileSync(journal.path, 'utf8')).toBe(
		['zero', ...lines, 'too soon', 'now', ''].join('\n'),
	);
});

test('what a full disk never took is in a whole copy elsewhere', () => {
	const room = {bytes: Infinity};
	const [first = '', ...rest] = SAMPLE.filter(line => line.startsWith('{'));
	const journal = begun([first], smallDisk(room));
	room.bytes = 10;
	for (const line of rest) journal.write(line);
	const sentence = journal.close() ?? '';
	const [, copy = ''] = /The whole of it is (.*)$/.exec(sentence) ?? [];
	try {
		expect(path.basename(copy)).toBe(path.basename(journal.path));
		expect(fs.readFileSync(copy, 'utf8')).toBe([first, ...rest, ''].join('\n'));
	} finally {
		fs.rmSync(path.dirname(copy), {recursive: true, force: true});
	}
});

test('a journal that is deleted while it is written is not lost', () => {
	const [first = '', second = ''] = SAMPLE.filter(line => line.startsWith('{'));
	const journal = begun([first]);
	fs.rmSync(journal.path);
	journal.write(second);
	const [, copy = ''] = /The whole of it is (.*)$/.exec(journal.close() ?? '') ?? [];
	expect(fs.readFileSync(copy, 'utf8')).toBe(`${first}\n${second}\n`);
	fs.rmSync(path.dirname(copy), {recursive: true, force: true});
});

test('a run that goes on writes where its whole lines end', () => {
	const file = path.join(folder, 'x.journal.jsonl');
	const lines = SAMPLE.filter(line => line.startsWith('{')).slice(0, 3);
	const [one = '', two = '', three = ''] = lines;
	const goOn = () => takeUpRun(file, (_, onLine) => ({ok: true, session: onLine}), options());
	for (const before of [`${one}\n${two}\n${three.slice(0, 9)}`, `${one}\n${two}`]) {
		fs.writeFileSync(file, before);
		const run = goOn();
		if (!run.ok) throw new Error(run.message);
		expect(goOn()).toMatchObject({
			ok: false,
			message: expect.stringContaining(
				`another program is playing it: process ${String(process.pid)}`,
			) as string,
		});
		run.session(three);
		run.file.close();
		expect(fs.readFileSync(file, 'utf8')).toBe(`${one}\n${two}\n${three}\n`);
		expect(fs.existsSync(lockOf(file))).toBe(false);
	}
});

test('what another program wrote meanwhile is not written over', () => {
	const file = path.join(folder, 'x.journal.jsonl');
	const [one = '', two = ''] = SAMPLE.filter(line => line.startsWith('{'));
	fs.writeFileSync(file, `${one}\n`);
	const late = takeUpRun(
		file,
		() => {
			fs.appendFileSync(file, `${two}\n`);
			return {ok: true, session: undefined};
		},
		options(),
	);
	expect(late).toMatchObject({
		message: expect.stringContaining('another program has changed it meanwhile') as string,
	});
	const run = takeUpRun(file, (_, onLine) => ({ok: true, session: onLine}), options());
	if (!run.ok) throw new Error(run.message);
	fs.appendFileSync(file, 'not ours\n');
	run.session('ours');
	expect(told).toEqual([expect.stringContaining('Another program has gone on with this run')]);
	expect(run.file.close()).toContain('lost');
	expect(fs.readFileSync(file, 'utf8')).toBe(`${one}\n${two}\nnot ours\n`);
});

test('files are synced at most once a second, and at the end of a run', () => {
	let synced = 0;
	const fsyncSync = () => {
		synced++;
	};
	const journal = begun(['one'], {...fs, fsyncSync});
	synced = 0;
	for (clock = 0; clock < 5_000; clock += 100) journal.write('line');
	expect(synced).toBe(4);
	journal.write('{"kind":"end","at":1}');
	expect(synced).toBe(5);
	journal.close();
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createJournalFile, reopenJournalFile, rescueJournal, type Disk} from './journal-file.ts';
import {journalName} from './paths.ts';

const RUN = {level: 'short', seed: 'a seed/../with "signs"', startedAt: new Date(0)};

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

/** A disk that takes so many bytes in all, half of what it is given at a time, and then is full. */
function smallDisk(room: {bytes: number}): Disk {
	const writeSync = (
		fd: number,
		buffer: NodeJS.ArrayBufferView,
		offset = 0,
		length = buffer.byteLength,
		position: number | null = null,
	): number => {
		const taken = Math.min(room.bytes, Math.max(1, Math.floor(length / 2)));
		if (taken === 0) throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
		room.bytes -= taken;
		return fs.writeSync(fd, buffer, offset, taken, position);
	};
	return {...fs, writeSync: writeSync as typeof fs.writeSync};
}

test('a run’s file is named for its level, its time and its seed, and holds whole lines at once', () => {
	const journal = createJournalFile(folder, RUN, options());
	journal.write('one');
	journal.write('zwei – drei');
	expect(path.basename(journal.path)).toBe(
		'short-19700101T000000-a_seed_.._with__signs_.journal.jsonl',
	);
	expect(fs.readFileSync(journal.path, 'utf8')).toBe('one\nzwei – drei\n');
	expect(journal.close()).toHaveLength(0);
});

test('two runs that begin in the same second have a file each', () => {
	const one = createJournalFile(folder, RUN, options());
	const two = createJournalFile(folder, RUN, options());
	expect(two.path).not.toBe(one.path);
	expect(two.path.endsWith('.2.journal.jsonl')).toBe(true);
	one.close();
	two.close();
});

test('a seed of any length makes a name that a file can have', () => {
	expect(journalName('short', new Date(0), 'é'.repeat(200)).length).toBeLessThan(100);
});

test('a disk that fills up costs nothing: it is told once, and the rest is written when there is room', () => {
	const room = {bytes: 10};
	const journal = createJournalFile(folder, RUN, options(smallDisk(room)));
	const lines = Array.from({length: 20}, (_, index) => `line ${String(index)}`);
	for (const line of lines) journal.write(line);
	expect(told).toEqual([
		'The journal cannot be written: the disk is full. Play goes on; it is tried again.',
	]);
	expect(fs.readFileSync(journal.path, 'utf8')).toBe('line 0\nlin');
	expect(journal.unwritten).toBeGreaterThan(0);

	room.bytes = 1_000;
	journal.write('too soon');
	expect(journal.unwritten).toBeGreaterThan(0);
	clock = 1_500;
	journal.write('now');
	expect(told[1]).toBe('The journal is being written again; nothing is lost.');
	expect(journal.close()).toHaveLength(0);
	expect(fs.readFileSync(journal.path, 'utf8')).toBe(
		[...lines, 'too soon', 'now', ''].join('\n'),
	);
});

test('what a full disk never took is handed back, and a whole copy is kept elsewhere', () => {
	const journal = createJournalFile(folder, RUN, options(smallDisk({bytes: 10})));
	for (const line of ['one', 'two – é', 'three']) journal.write(line);
	const rest = journal.close();
	const sentence = rescueJournal(journal.path, rest);
	const copy = path.join(os.tmpdir(), path.basename(journal.path));
	try {
		expect(sentence).toContain(copy);
		expect(fs.readFileSync(copy, 'utf8')).toBe('one\ntwo – é\nthree\n');
	} finally {
		fs.rmSync(copy, {force: true});
	}
});

test('a run that goes on writes where its whole lines end', () => {
	const file = path.join(folder, 'x.journal.jsonl');
	fs.writeFileSync(file, 'one\ntwo\nthr');
	const journal = reopenJournalFile(file, {keptBytes: 8, endsLine: true}, options());
	journal.write('three');
	journal.close();
	expect(fs.readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n');

	fs.writeFileSync(file, 'one\ntwo');
	const other = reopenJournalFile(file, {keptBytes: 7, endsLine: false}, options());
	other.write('three');
	other.close();
	expect(fs.readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n');
});

test('files are synced at most once a second', () => {
	let synced = 0;
	const fsyncSync = () => {
		synced++;
	};
	const journal = createJournalFile(folder, RUN, options({...fs, fsyncSync}));
	for (clock = 0; clock < 5_000; clock += 100) journal.write('line');
	expect(synced).toBe(4);
	journal.close();
});

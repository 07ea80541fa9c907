import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {diskTrouble} from './disk-trouble.ts';
import {journalName} from './paths.ts';
import {writeAtomic} from './write-atomic.ts';

/** The calls a journal needs of the file system; a test hands in a disk that fills up. */
export type Disk = Pick<typeof fs, 'openSync' | 'writeSync' | 'fsyncSync' | 'closeSync' | 'ftruncateSync'>;

/** One run's journal, append-only, on disk as it happens. */
export type JournalFile = {
	readonly path: string;
	/** Appends one line. Never throws: what cannot be written waits in memory and is tried again. */
	readonly write: (line: string) => void;
	/** What could not be written so far, in bytes; zero while all is well. */
	readonly unwritten: number;
	/** Tries once more, syncs and closes. Returns the bytes that never reached the disk. */
	readonly close: () => Uint8Array;
};

export type JournalFileOptions = {
	/** Told once, in a sentence, when the disk stops taking lines, and once when it takes them again. */
	readonly onTrouble: (sentence: string) => void;
	/** Milliseconds that only grow; tests hand in their own. */
	readonly now: () => number;
	readonly disk?: Disk;
};

const SYNC_EVERY_MS = 1_000;
const NAMES_MAX = 100;

/** A new file for a new run; throws the file system's own error when the folder cannot take it. */
export function createJournalFile(
	folder: string,
	run: {readonly level: string; readonly seed: string; readonly startedAt: Date},
	options: JournalFileOptions,
): JournalFile {
	fs.mkdirSync(folder, {recursive: true});
	const name = journalName(run.level, run.startedAt, run.seed);
	for (let attempt = 1; ; attempt++) {
		const suffix = attempt === 1 ? '' : `.${String(attempt)}`;
		const file = path.join(folder, name.replace(/\.journal\.jsonl$/, `${suffix}$&`));
		try {
			return writerOf(file, (options.disk ?? fs).openSync(file, 'wx', 0o644), options);
		} catch (error) {
			// Two runs may begin in the same second.
			const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
			if (!taken || attempt === NAMES_MAX) throw error;
		}
	}
}

/** Opens the file of an unfinished run to go on; the line that was being written when it stopped goes. */
export function reopenJournalFile(
	file: string,
	{keptBytes, endsLine}: {readonly keptBytes: number; readonly endsLine: boolean},
	options: JournalFileOptions,
): JournalFile {
	const disk = options.disk ?? fs;
	const fd = disk.openSync(file, 'r+');
	disk.ftruncateSync(fd, keptBytes);
	return writerOf(file, fd, options, keptBytes, endsLine ? '' : '\n');
}

/**
 * Writes a whole copy of a journal whose own disk would not take its last lines, and says in a sentence
 * what became of it. The file that is there stays as it is.
 */
export function rescueJournal(file: string, unwritten: Uint8Array): string {
	const copy = path.join(os.tmpdir(), path.basename(file));
	try {
		// What the disk took ends where the rest begins, be it within a line.
		writeAtomic(copy, Buffer.concat([fs.readFileSync(file), unwritten]));
		return `The last lines of the journal did not fit on its disk. The whole of it is ${copy}`;
	} catch (error) {
		return `The last lines of the journal are lost: ${diskTrouble(error)}. The lines before them are whole.`;
	}
}

function writerOf(
	file: string,
	fd: number,
	{onTrouble, now, disk = fs}: JournalFileOptions,
	position = 0,
	first = '',
): JournalFile {
	let waiting = Buffer.from(first);
	let troubled = false;
	let syncedAt = now();
	let triedAt = -Infinity;

	// A disk that fills up may take half a line. The rest waits, so that nothing is written twice.
	const flush = () => {
		triedAt = now();
		try {
			while (waiting.length > 0) {
				const taken = disk.writeSync(fd, waiting, 0, waiting.length, position);
				if (taken === 0) throw new Error('nothing could be written');
				position += taken;
				waiting = waiting.subarray(taken);
			}
			if (troubled) onTrouble('The journal is being written again; nothing is lost.');
			troubled = false;
		} catch (error) {
			if (!troubled) {
				onTrouble(`The journal cannot be written: ${diskTrouble(error)}. Play goes on; it is tried again.`);
			}
			troubled = true;
		}
	};
	const sync = () => {
		syncedAt = now();
		try {
			disk.fsyncSync(fd);
		} catch {
			// What matters has been written; a file system without fsync is no reason to stop.
		}
	};

	return {
		path: file,
		get unwritten() {
			return waiting.length;
		},
		write(line) {
			waiting = Buffer.concat([waiting, Buffer.from(`${line}\n`)]);
			if (!troubled || now() - triedAt >= SYNC_EVERY_MS) flush();
			if (!troubled && now() - syncedAt >= SYNC_EVERY_MS) sync();
		},
		close() {
			if (waiting.length > 0) flush();
			sync();
			try {
				disk.closeSync(fd);
			} catch (error) {
				onTrouble(`The journal could not be closed: ${diskTrouble(error)}.`);
			}
			return waiting;
		},
	};
}

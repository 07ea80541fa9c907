import os from 'node:os';
import path from 'node:path';
import {DISK, diskTrouble, shownPath, syncFile, writeAtomic, type Disk} from './disk/index.ts';
import {journalFrom} from './read-journal.ts';
import type {RunLock} from './lock/index.ts';

/** One run's journal, append-only, on disk as it happens, and the lock that keeps others from it. */
export type JournalFile = {
	readonly path: string;
	/** Appends one line. Never throws: what cannot be written waits in memory and is tried again. */
	readonly write: (line: string) => void;
	/** What could not be written so far, in bytes; zero while all is well. */
	readonly unwritten: number;
	/** Whether lines wait that could not be written, or go where nobody reads them. */
	readonly isWanting: () => boolean;
	/** Tries once more, syncs, closes and gives the run free. Where part of it is lost, a sentence says what became of it. */
	readonly close: () => string | undefined;
};

export type JournalFileOptions = {
	/** Told once, in a sentence, when the disk stops taking lines, and once when it takes them again. */
	readonly onTrouble: (sentence: string) => void;
	/** Milliseconds that only grow; tests hand in their own. */
	readonly now?: () => number;
	readonly disk?: Disk;
};

/** A file that is open, where its next line goes, and who may write there. */
export type Opened = {
	readonly path: string;
	readonly fd: number;
	readonly position: number;
	readonly lock: RunLock;
};

/** What a power failure may cost. */
const SYNC_EVERY_MS = 1_000;
const END = '{"kind":"end"';
const TRIED_AGAIN = 'Play goes on; it is tried again.';
const TAKEN_OVER =
	'Another program has gone on with this run: what happens here from now on is not in its journal.';

/** Writes to a journal that is open and locked. */
export function journalFile(
	{path: file, fd, position, lock}: Opened,
	{onTrouble, now = () => performance.now(), disk = DISK}: JournalFileOptions,
): JournalFile {
	let waiting = Buffer.alloc(0);
	let state: 'well' | 'troubled' | 'taken over' = 'well';
	let syncedAt = now();
	let triedAt = -Infinity;
	let unsyncable = false;

	// A disk that fills up may take half a line. The rest waits, so that nothing is written twice.
	const flush = () => {
		if (state === 'taken over') return;
		triedAt = now();
		try {
			if (disk.fstatSync(fd).size !== position || !lock.holds()) {
				state = 'taken over';
				onTrouble(TAKEN_OVER);
				return;
			}
			while (waiting.length > 0) {
				const taken = disk.writeSync(fd, waiting, 0, waiting.length, position);
				if (taken === 0) throw new Error('nothing could be written');
				position += taken;
				waiting = waiting.subarray(taken);
			}
			if (state === 'troubled') onTrouble('The journal is being written again; nothing is lost.');
			state = 'well';
		} catch (error) {
			const why = diskTrouble(error);
			if (state === 'well') onTrouble(`The journal cannot be written: ${why}. ${TRIED_AGAIN}`);
			state = 'troubled';
		}
	};
	const sync = () => {
		syncedAt = now();
		try {
			syncFile(fd, disk);
		} catch (error) {
			if (unsyncable) return;
			unsyncable = true;
			onTrouble(`The journal may not outlast a power failure: ${diskTrouble(error)}.`);
		}
	};

	return {
		path: file,
		get unwritten() {
			return waiting.length;
		},
		isWanting: () => state !== 'well',
		write(line) {
			waiting = Buffer.concat([waiting, Buffer.from(`${line}\n`)]);
			if (state !== 'troubled' || now() - triedAt >= SYNC_EVERY_MS) flush();
			// What is told of an end has to be true after a power failure too.
			const due = line.startsWith(END) || now() - syncedAt >= SYNC_EVERY_MS;
			if (state === 'well' && due) sync();
		},
		close() {
			if (waiting.length > 0) flush();
			if (state === 'well') sync();
			const isWanting = waiting.length > 0 || nameIsGone(file, fd, disk);
			const said = isWanting ? rescued(file, {fd, position, waiting}, disk) : undefined;
			try {
				disk.closeSync(fd);
			} catch (error) {
				onTrouble(`The journal could not be closed: ${diskTrouble(error)}.`);
			}
			lock.release();
			return said;
		},
	};
}

function nameIsGone(file: string, fd: number, disk: Disk): boolean {
	try {
		return (
			disk.fstatSync(fd).nlink === 0 && disk.statSync(file, {throwIfNoEntry: false}) === undefined
		);
	} catch {
		return false;
	}
}

/**
 * Writes a whole copy of a journal whose own file would not take its last lines, and says in a sentence what
 * became of it. The file that is there stays as it is.
 */
function rescued(
	file: string,
	{fd, position, waiting}: {fd: number; position: number; waiting: Buffer},
	disk: Disk,
): string {
	try {
		const before = Buffer.alloc(position);
		disk.readSync(fd, before, 0, position, 0);
		// What the disk took ends where the rest begins, be it within a line.
		const whole = Buffer.concat([before, waiting]);
		if (!journalFrom(file, whole).ok) throw new Error('another program has written over them');
		const copy = path.join(
			DISK.mkdtempSync(path.join(os.tmpdir(), 'outage-oncall-')),
			path.basename(file),
		);
		writeAtomic(copy, whole, DISK);
		return `The last lines of the journal are not in its file. The whole of it is ${shownPath(copy)}`;
	} catch (error) {
		return `The last lines of the journal are lost: ${diskTrouble(error)}. The lines before them are whole.`;
	}
}

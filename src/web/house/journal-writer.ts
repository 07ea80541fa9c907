import type {OnTrouble, RunFile} from '../../play/index.ts';
import type {Pieces} from './pieces.ts';
import type {RunLock} from './run-lock.ts';
import {storageTrouble} from './trouble.ts';

/** A journal that is written, and how it stands before all of it is kept. */
export type JournalWriter = RunFile & {
	/** Resolves when what was written so far is kept, or cannot be. */
	readonly settled: () => Promise<void>;
	/** What is not kept yet. */
	readonly unwritten: string;
	/** Whether any of it is kept. */
	readonly isKept: boolean;
};

export type Opened = {
	readonly name: string;
	/** Number of the next piece. */
	readonly next: number;
	readonly lock: RunLock;
	readonly pieces: Pieces;
};

const AGAIN_MS = 1_000;

/**
 * Writes to a journal that is open and locked. Each batch of lines is one transaction: a tab that dies has it
 * whole or not at all. What the browser does not take waits, and is tried again.
 */
export function journalWriter(
	{name, next, lock, pieces}: Opened,
	{onTrouble, onClose}: {readonly onTrouble: OnTrouble; readonly onClose: () => void},
): JournalWriter {
	let waiting = '';
	let writing: Promise<void> | null = null;
	let troubled = false;
	let triedAt = -Infinity;

	async function write(): Promise<void> {
		while (waiting !== '') {
			const batch = waiting;
			triedAt = performance.now();
			try {
				await pieces.append(name, next, batch);
			} catch (error) {
				if (!troubled) {
					onTrouble(
						`The journal cannot be kept: ${storageTrouble(error)}. Play goes on; it is tried again.`,
					);
				}
				troubled = true;
				return;
			}
			next += 1;
			waiting = waiting.slice(batch.length);
			if (troubled) onTrouble('The journal is being kept again; nothing is lost.');
			troubled = false;
		}
	}

	function flush(): Promise<void> {
		writing ??= write().finally(() => {
			writing = null;
		});
		return writing;
	}

	return {
		path: name,
		get unwritten() {
			return waiting;
		},
		isWanting: () => troubled,
		get isKept() {
			return next > 0;
		},
		write(line) {
			waiting += `${line}\n`;
			if (!troubled || performance.now() - triedAt >= AGAIN_MS) void flush();
		},
		settled: () => flush(),
		async close() {
			await flush();
			const isKept = waiting === '';
			// One piece is read faster than a thousand.
			if (isKept) await joined(name, pieces);
			lock.release();
			onClose();
			return isKept ? undefined : NOT_KEPT;
		},
	};
}

const NOT_KEPT =
	'The last lines of the journal are only in this tab: save the run as a file before you close it.';

async function joined(name: string, pieces: Pieces): Promise<void> {
	try {
		const whole = await pieces.read(name);
		if (whole !== undefined && whole.next > 1) await pieces.replace(name, whole.text);
	} catch {
		// It stays in its pieces.
	}
}

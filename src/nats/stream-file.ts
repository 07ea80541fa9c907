import {setTimeout as pause} from 'node:timers/promises';
import type {KeptLater, OnTrouble, RunFile} from '../play/index.ts';
import {wordsOf} from './connect.ts';
import type {JournalStream} from './journal-stream.ts';

/** A journal in the cluster. What is written is on its way until the cluster has it, and nobody is told of it before. */
export type StreamFile = RunFile & {readonly later: KeptLater};

type Appending = {
	readonly stream: JournalStream;
	readonly journal: string;
	/** Tells who writes: what two have written has two names. */
	readonly writer: string;
	/** The sequence that it ends with. */
	readonly sequence: number;
	readonly onTrouble: OnTrouble;
	readonly onLost: (journal: string) => void;
	readonly onClosed: () => void;
};

/** From so long without an answer on it is trouble. */
const TROUBLE_MS = 1_000;
const AGAIN_MS = 100;
const BATCH_BYTES = 256 * 1024;
/** What is left to write at the end is waited for so long. */
const CLOSE_MS = 3_000;

type Writing = Omit<Appending, 'sequence'> & {
	sequence: number;
	/** Lines that the cluster does not have yet. */
	readonly waiting: string[];
	written: number;
	stored: number;
	/** Since when an answer is wanting. */
	wantingFrom: number | undefined;
	state: 'well' | 'troubled' | 'lost' | 'closed';
	flushing: Promise<void> | undefined;
	heeding: (() => void)[];
};

/** Writes to a journal that was begun or claimed; lines of one tick go together, and one batch after the other. */
export function streamFile(appending: Appending): StreamFile {
	const writing: Writing = {
		...{...appending, waiting: [], written: 0, stored: 0, state: 'well', heeding: []},
		...{wantingFrom: undefined, flushing: undefined},
	};
	const later: KeptLater = {
		get written() {
			return writing.written;
		},
		get stored() {
			return writing.stored;
		},
		get isLost() {
			return writing.state === 'lost';
		},
		whenMoved(act) {
			writing.heeding.push(act);
		},
	};
	return {
		...{path: writing.journal, later},
		isWanting: () => wantingMs(writing) >= TROUBLE_MS,
		write(line) {
			if (isOver(writing)) return;
			writing.waiting.push(`${line}\n`);
			writing.written += 1;
			writing.flushing ??= flush(writing);
		},
		close: () => close(writing),
	};
}

function isOver({state}: Writing): boolean {
	return state === 'lost' || state === 'closed';
}

function wantingMs({wantingFrom}: Writing): number {
	return wantingFrom === undefined ? 0 : performance.now() - wantingFrom;
}

async function flush(writing: Writing): Promise<void> {
	await new Promise(resolve => setImmediate(resolve));
	while (writing.waiting.length > 0 && !isOver(writing)) {
		await put(writing, batchOf(writing.waiting));
	}
	writing.flushing = undefined;
}

/** What is tried again is what was tried: the cluster may have it although it did not say so. */
async function put(writing: Writing, batch: readonly string[]): Promise<void> {
	const {stream, journal, writer, sequence} = writing;
	const text = batch.join('');
	writing.wantingFrom = performance.now();
	while (!isOver(writing)) {
		try {
			const came = await stream.append(journal, text, sequence, writer);
			if (isOver(writing)) return;
			if (came === 'refused') refused(writing);
			else taken(writing, batch.length, came);
			return;
		} catch (error) {
			failed(writing, error);
			await pause(AGAIN_MS, undefined, {ref: false});
		}
	}
}

function taken(writing: Writing, lines: number, sequence: number): void {
	const {state, journal, onTrouble} = writing;
	writing.sequence = sequence;
	writing.waiting.splice(0, lines);
	writing.stored += lines;
	writing.wantingFrom = undefined;
	writing.state = 'well';
	if (state === 'troubled') onTrouble(`The cluster takes the journal ${journal} again.`);
	moved(writing);
}

function refused(writing: Writing): void {
	writing.state = 'lost';
	writing.waiting.length = 0;
	writing.wantingFrom = undefined;
	moved(writing);
	writing.onLost(writing.journal);
}

function failed(writing: Writing, error: unknown): void {
	const {state, journal, onTrouble} = writing;
	if (state !== 'well' || wantingMs(writing) < TROUBLE_MS) return;
	writing.state = 'troubled';
	onTrouble(`The cluster does not take the journal ${journal}: ${wordsOf(error)}.`);
}

async function close(writing: Writing): Promise<string | undefined> {
	const {flushing, waiting, journal, onClosed} = writing;
	if (flushing !== undefined)
		await Promise.race([flushing, pause(CLOSE_MS, undefined, {ref: false})]);
	const lost = waiting.length;
	if (!isOver(writing)) writing.state = 'closed';
	moved(writing);
	onClosed();
	if (lost === 0) return undefined;
	return `The last lines of ${journal} are lost: the cluster did not take them. Nobody was told of them.`;
}

function moved(writing: Writing): void {
	const heard = writing.heeding;
	writing.heeding = [];
	for (const act of heard) act();
}

/** As many lines as go in one message. */
function batchOf(waiting: readonly string[]): readonly string[] {
	let bytes = 0;
	const end = waiting.findIndex((line, at) => {
		bytes += Buffer.byteLength(line);
		return at > 0 && bytes > BATCH_BYTES;
	});
	return end === -1 ? [...waiting] : waiting.slice(0, end);
}

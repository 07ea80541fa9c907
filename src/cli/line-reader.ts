import {isUtf8} from 'node:buffer';
import type {Readable} from 'node:stream';

/** What comes in beside a run: a line, one that cannot be read, ctrl-c, or the end of the input. */
export type Incoming =
	| {readonly kind: 'line'; readonly text: string}
	| {readonly kind: 'too-long' | 'not-text' | 'interrupt' | 'end'};

export type LineReader = {
	/** The next that comes in. After the end, the end again. */
	next(): Promise<Incoming>;
	/** Like `next`, but gives up after some milliseconds. */
	nextWithin(milliseconds: number): Promise<Incoming | undefined>;
	close(): void;
};

/** Where the answers go, as far as it can be behind. */
type Answers = {
	readonly writableNeedDrain: boolean;
	on(event: 'drain', heard: () => void): unknown;
	off(event: 'drain', heard: () => void): unknown;
};

/** Lines waiting to be read before the input is asked to wait. */
const WAITING_MAX = 1_000;

/**
 * Reads lines of a stream, whoever writes them; ctrl-c comes before lines that still wait. No line is handed out
 * while whoever reads the answers is behind: what they have not read would grow without bound.
 */
export function readLines(input: Readable, answers: Answers, bytesMax: number): LineReader {
	const waiting: Incoming[] = [];
	const pause = createPause();
	let ended = false;
	const arrive = (incoming: Incoming) => {
		if (incoming.kind === 'interrupt') waiting.unshift(incoming);
		else waiting.push(incoming);
		if (waiting.length > WAITING_MAX) input.pause();
		pause.end();
	};
	const cutter = cutLines(bytesMax, arrive);
	const end = () => {
		if (ended) return;
		ended = true;
		cutter.end();
		arrive({kind: 'end'});
	};
	const interrupt = () => {
		arrive({kind: 'interrupt'});
	};
	input.on('data', cutter.take);
	input.on('end', end);
	input.on('error', end); // A terminal that has gone, for one.
	process.on('SIGINT', interrupt);
	answers.on('drain', pause.end);
	const isBehind = () => answers.writableNeedDrain && waiting[0]?.kind !== 'interrupt';
	const take = (): Incoming | undefined => {
		const [first] = waiting;
		if (first === undefined || first.kind === 'end') return first;
		waiting.shift();
		if (waiting.length === 0 && input.isPaused()) input.resume();
		return first;
	};
	return {
		async next() {
			for (;;) {
				const incoming = isBehind() ? undefined : take();
				if (incoming !== undefined) return incoming;
				await pause.begin();
			}
		},
		async nextWithin(milliseconds) {
			while (isBehind()) await pause.begin();
			const incoming = take();
			if (incoming !== undefined) return incoming;
			await pause.begin(milliseconds);
			return take();
		},
		close() {
			input.off('data', cutter.take);
			input.off('end', end);
			process.off('SIGINT', interrupt);
			answers.off('drain', pause.end);
			input.pause();
		},
	};
}

/** A wait that something else ends, or some milliseconds. */
function createPause() {
	let wake: (() => void) | undefined;
	return {
		begin: (milliseconds?: number) =>
			new Promise<void>(resolve => {
				const timer = milliseconds === undefined ? undefined : setTimeout(done, milliseconds);
				function done() {
					wake = undefined;
					clearTimeout(timer);
					resolve();
				}
				wake = done;
			}),
		end: () => wake?.(),
	};
}

/** Cuts bytes at line feeds. A line beyond the limit is dropped while it comes, not kept. */
export function cutLines(
	bytesMax: number,
	arrive: (incoming: Incoming) => void,
): {readonly take: (chunk: Buffer) => void; readonly end: () => void} {
	let kept: Buffer[] = [];
	let length = 0;
	const append = (piece: Buffer) => {
		length += piece.length;
		if (length <= bytesMax) kept.push(piece);
		else kept = [];
	};
	const finish = () => {
		const bytes = Buffer.concat(kept);
		const tooLong = length > bytesMax;
		kept = [];
		length = 0;
		if (tooLong) arrive({kind: 'too-long'});
		else if (!isUtf8(bytes)) arrive({kind: 'not-text'});
		else arrive({kind: 'line', text: bytes.toString('utf8').replace(/\r$/, '')});
	};
	return {
		take(chunk) {
			let from = 0;
			for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
				append(chunk.subarray(from, at));
				finish();
				from = at + 1;
			}
			if (from < chunk.length) append(chunk.subarray(from));
		},
		end() {
			if (length > 0) finish();
		},
	};
}

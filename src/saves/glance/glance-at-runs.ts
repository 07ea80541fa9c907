import fs from 'node:fs';
import {isLocked} from '../run-lock.ts';
import {journalsIn} from '../journals-in.ts';

/** What the first and the last lines of a journal tell, without reading all of it. */
export type Glance = {
	readonly file: string;
	readonly level: string;
	readonly seed: string;
	/** The last second that is noted. */
	readonly reached: number;
	readonly outcome: 'won' | 'lost' | 'left' | 'open elsewhere' | 'unreadable';
	/** Of a run that ended, in minutes of total outage; null before. */
	readonly harm: number | null;
	/** When its file was last written, in milliseconds since 1970. */
	readonly writtenAt: number;
};

/** More than anyone scrolls through, and still read in a few milliseconds. */
const RUNS_MAX = 100;
const HEAD_BYTES = 8_192;
const TAIL_BYTES = 8_192;

/** The latest runs on disk, latest first, by their first and last lines. */
export function glanceAtRuns(folder: string): readonly Glance[] {
	try {
		return journalsIn(folder)
			.slice(0, RUNS_MAX)
			.map(({file, writtenAt}) => glanceAt(file, writtenAt));
	} catch {
		return []; // A folder that cannot be read is told of when a journal is opened in it.
	}
}

function glanceAt(file: string, writtenAt: number): Glance {
	const {head, tail} = endsOf(file);
	const begin = record(head.split('\n', 1)[0] ?? '');
	const {level, seed} = begin;
	if (typeof level !== 'string' || typeof seed !== 'string') {
		const nothing = {level: '', seed: '', reached: 0, harm: null};
		return {file, ...nothing, outcome: 'unreadable', writtenAt};
	}
	// The first piece may be the end of a line, the last the beginning of one: neither is a record.
	const last = tail.split('\n').map(record);
	const reached = last.reduce((most, {at}) => (typeof at === 'number' ? Math.max(most, at) : most), 0);
	const end = last.find(({kind}) => kind === 'end');
	const harm = typeof end?.['harm'] === 'number' ? end['harm'] : null;
	const known = {file, level, seed, reached, harm, writtenAt};
	if (end !== undefined) return {...known, outcome: end['won'] === true ? 'won' : 'lost'};
	return {...known, outcome: isLocked(file) ? 'open elsewhere' : 'left'};
}

function endsOf(file: string): {readonly head: string; readonly tail: string} {
	try {
		const fd = fs.openSync(file, 'r');
		try {
			const {size} = fs.fstatSync(fd);
			return {
				head: piece(fd, 0, HEAD_BYTES),
				tail: piece(fd, Math.max(0, size - TAIL_BYTES), TAIL_BYTES),
			};
		} finally {
			fs.closeSync(fd);
		}
	} catch {
		return {head: '', tail: ''};
	}
}

function piece(fd: number, from: number, bytes: number): string {
	const buffer = Buffer.alloc(bytes);
	return buffer.toString('utf8', 0, fs.readSync(fd, buffer, 0, bytes, from));
}

function record(line: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null ? {...value} : {};
	} catch {
		return {};
	}
}

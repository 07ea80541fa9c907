import {isUtf8} from 'node:buffer';
import {
	isRunLink,
	parseJournal,
	readRunLink,
	RUN_LINK_LENGTH_MAX,
	salvage,
	type Journal,
	type Salvaged,
} from '../session/index.ts';
import {
	readBytes,
	STANDARD,
	withoutMark,
	type Disk,
	type Unreadable,
	shownPath,
} from './disk/index.ts';

const JOURNAL_BYTES_MAX = 64 * 1024 * 1024;

export type ReadJournal =
	| {
			readonly ok: false;
			/** Nothing is there, which is not the same as a run that cannot be read. */
			readonly absent: boolean;
			/** One sentence that begins with the file's name. */
			readonly message: string;
	  }
	| {
			readonly ok: true;
			readonly journal: Journal;
			/** What it was read from: a link has no marks and no signatures. */
			readonly from: 'journal' | 'link';
			/** What was in the file, without the mark of its byte order. */
			readonly text: string;
			/** Bytes of the file as it was read. */
			readonly bytes: number;
			/** Bytes that are whole lines, where a run that goes on writes next. */
			readonly keptBytes: number;
			readonly endsLine: boolean;
			/** What the end of the file lacks, in a sentence; undefined where nothing does. */
			readonly lack: string | undefined;
	  };

/** Reads a journal from disk, or from standard input where the file is `-`. */
export function readJournal(file: string, disk?: Disk): ReadJournal {
	const read = readBytes(file, JOURNAL_BYTES_MAX, disk);
	return read.ok ? journalFrom(file, read.bytes) : unread(file, read);
}

/** Reads a run wherever it is: in a journal, a link, a file or a pipe that holds one, or the page of a debrief. */
export function readRun(file: string): ReadJournal {
	if (isRunLink(file)) return journalInLink(file, file);
	const read = readBytes(file, JOURNAL_BYTES_MAX);
	if (!read.ok) return unread(file, read);
	const link = linkIn(read.bytes);
	return link === undefined ? journalFrom(file, read.bytes) : journalInLink(file, link);
}

function unread(file: string, {absent, why}: Unreadable): ReadJournal {
	return {ok: false, absent, message: `${shownPath(file)}: ${why}.`};
}

function journalInLink(file: string, link: string): ReadJournal {
	const read = readRunLink(link);
	if (!read.ok) return refuse(file, lowerFirst(read.message));
	const {journal, text} = read;
	const bytes = Buffer.byteLength(text);
	return {
		...{ok: true, journal, from: 'link', text, lack: undefined},
		...{bytes, keptBytes: bytes, endsLine: true},
	};
}

/** An address may stand before it. */
const LINK_BYTES_MAX = 2 * RUN_LINK_LENGTH_MAX;
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/** The link that a file is or, where it is a page of ours, that it holds. */
function linkIn(bytes: Buffer): string | undefined {
	if (isRunLink(bytes.toString('utf8', 0, LINK_BYTES_MAX))) return bytes.toString('utf8');
	if (!bytes.toString('utf8', 0, 20).startsWith('<!doctype html>')) return undefined;
	return /<code>(#run=[\w.-]+)<\/code>/u.exec(bytes.toString('utf8', 0, PAGE_BYTES_MAX))?.[1];
}

export type SalvagedFile =
	| {readonly ok: true; readonly salvaged: Salvaged & {readonly ok: true}}
	| {readonly ok: false; readonly message: string};

/** What precedes the damage in a journal on disk. */
export function salvageJournal(file: string): SalvagedFile {
	if (isRunLink(file))
		return refuse(file, 'a link is whole or no link; there is nothing to salvage.');
	const read = readBytes(file, JOURNAL_BYTES_MAX);
	if (!read.ok) return {ok: false, message: `${shownPath(file)}: ${read.why}.`};
	// Where it is not text, a line differs from its checksum, and that is where it ends.
	const salvaged = salvage(withoutMark(withoutHole(read.bytes).toString('utf8')));
	return salvaged.ok ? {ok: true, salvaged} : refuse(file, lowerFirst(salvaged.problem.message));
}

/** The same of bytes that were in a file. */
export function journalFrom(file: string, bytes: Buffer): ReadJournal {
	const written = withoutHole(bytes);
	// A last line that was being written may have been cut within a character.
	const marked = written.toString('utf8');
	const text = withoutMark(marked);
	const damaged = (what: string) =>
		refuse(file, salvage(text).ok && file !== STANDARD ? `${what} ${howToSalvage(file)}` : what);
	const whole = written.lastIndexOf(LINE_FEED) + 1;
	const wrongLine = lineNotUtf8(written.subarray(0, whole));
	if (wrongLine !== undefined) {
		return damaged(
			`line ${String(wrongLine)} is not UTF-8 text. It was damaged, or is no journal.`,
		);
	}
	const parsed = parseJournal(text);
	if (!parsed.ok) return damaged(lowerFirst(parsed.problem.message));
	const kept = text.slice(0, parsed.journal.keptLength);
	return {
		ok: true,
		journal: parsed.journal,
		from: 'journal',
		text,
		bytes: bytes.length,
		keptBytes: Buffer.byteLength(marked) - Buffer.byteLength(text) + Buffer.byteLength(kept),
		endsLine: kept.endsWith('\n'),
		lack: lackOf(file, parsed.journal.cutAt, written.length < bytes.length),
	};
}

function lackOf(file: string, cutAt: number | null, isHollow: boolean): string | undefined {
	if (cutAt === null && !isHollow) return undefined;
	const what =
		cutAt === null
			? 'it ends in zeros, as after a power failure'
			: `its line ${String(cutAt)} was cut off`;
	return `${shownPath(file)}: ${what}; the lines before are whole, and the run is taken as far as they go.`;
}

const LINE_FEED = 0x0a;

/** Where the power fails, the end of a file may be zeros in place of what was to be written there. */
function withoutHole(bytes: Buffer): Buffer {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === 0) end--;
	return bytes.subarray(0, end);
}

function lineNotUtf8(bytes: Buffer): number | undefined {
	if (isUtf8(bytes)) return undefined;
	let number = 1;
	for (let from = 0; from < bytes.length; number++) {
		const end = bytes.indexOf(LINE_FEED, from);
		if (end === -1 || !isUtf8(bytes.subarray(from, end))) return number;
		from = end + 1;
	}
	return number;
}

/** What a run is called that was asked for by a file or by a link. */
export function shownRun(file: string): string {
	return isRunLink(file) ? 'the link' : shownPath(file);
}

/** The file that a run lies in; a link has none. */
export function fileOfRun(file: string): readonly string[] {
	return isRunLink(file) ? [] : [file];
}

function refuse(file: string, message: string): ReadJournal & {ok: false} {
	return {ok: false, absent: false, message: `${shownRun(file)}: ${message}`};
}

function howToSalvage(file: string): string {
	return `What comes before the damage can be kept: \`outage-oncall replay --salvage OUT ${shownPath(file)}\`.`;
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}

import {isUtf8} from 'node:buffer';
import fs from 'node:fs';
import {parseJournal, type Journal} from '../session/index.ts';
import {diskTrouble} from './disk-trouble.ts';

const JOURNAL_BYTES_MAX = 64 * 1024 * 1024;

export type ReadJournal =
	| {readonly ok: false; readonly message: string}
	| {
			readonly ok: true;
			readonly journal: Journal;
			/** Bytes that are whole lines, where a run that goes on writes next. */
			readonly keptBytes: number;
			readonly endsLine: boolean;
	  };

/** Reads a journal from disk. Whatever is wrong is one sentence that begins with the file's name. */
export function readJournal(file: string): ReadJournal {
	const bytes = bytesOf(file);
	return bytes.ok ? journalFrom(file, bytes.value) : bytes;
}

/** The same of bytes that were in a file. */
export function journalFrom(file: string, bytes: Buffer): ReadJournal {
	const whole = bytes.lastIndexOf(0x0a) + 1;
	const wrongLine = lineNotUtf8(bytes.subarray(0, whole));
	if (wrongLine !== undefined) {
		return refuse(file, `line ${String(wrongLine)} is not UTF-8 text. It was damaged, or is no journal.`);
	}
	// A last line that was being written may have been cut within a character.
	const text = bytes.toString('utf8');
	const parsed = parseJournal(text);
	if (!parsed.ok) return refuse(file, lowerFirst(parsed.problem.message));
	const kept = text.slice(0, parsed.journal.keptLength);
	return {
		ok: true,
		journal: parsed.journal,
		keptBytes: Buffer.byteLength(kept),
		endsLine: kept.endsWith('\n'),
	};
}

function bytesOf(file: string): {ok: true; value: Buffer} | {ok: false; message: string} {
	try {
		const {size} = fs.statSync(file);
		if (size > JOURNAL_BYTES_MAX) {
			return refuse(file, `${String(JOURNAL_BYTES_MAX / 1024 / 1024)} MB is the most a journal may have.`);
		}
		return {ok: true, value: fs.readFileSync(file)};
	} catch (error) {
		return refuse(file, `it cannot be read: ${diskTrouble(error)}.`);
	}
}

function lineNotUtf8(bytes: Buffer): number | undefined {
	if (isUtf8(bytes)) return undefined;
	let number = 1;
	for (let from = 0; from < bytes.length; number++) {
		const end = bytes.indexOf(0x0a, from);
		if (end === -1 || !isUtf8(bytes.subarray(from, end))) return number;
		from = end + 1;
	}
	return number;
}

function refuse(file: string, message: string): {ok: false; message: string} {
	return {ok: false, message: `${file}: ${message}`};
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}

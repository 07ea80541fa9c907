import {isUtf8} from 'node:buffer';
import {DISK, O_NONBLOCK, O_NOCTTY, O_RDONLY, pause, type Disk} from './disk.ts';
import {codeOf, diskTrouble} from './trouble.ts';

/** Why a file could not be read: the end of a sentence that begins with its name, without a full stop. */
export type Unreadable = {
	readonly ok: false;
	/** Nothing is there, which is not the same as something that cannot be read. */
	readonly absent: boolean;
	readonly why: string;
};

export type ReadBytes = {readonly ok: true; readonly bytes: Buffer} | Unreadable;
export type ReadText = {readonly ok: true; readonly text: string} | Unreadable;
export type ReadJson = {readonly ok: true; readonly value: unknown} | Unreadable;

/** The most that any file may have, where nothing smaller is said. */
export const BYTES_MAX = 64 * 1024 * 1024;

/** Standard input, where a file is asked for. */
export const STANDARD = '-';

const PIECE_BYTES = 64 * 1024;
/** How long the other end of a pipe may be silent, and how long there may be nobody at it. */
const PATIENCE_MS = 5_000;
const NOBODY_MS = 1_000;
const LOOK_AGAIN_MS = 10;

/**
 * The bytes of a file, of a pipe with somebody at its other end, or of standard input; at most so many. Never
 * waits for a pipe or a device that nothing comes from.
 */
export function readBytes(file: string, bytesMax = BYTES_MAX, disk: Disk = DISK): ReadBytes {
	let fd: number | undefined;
	try {
		fd = file === STANDARD ? 0 : disk.openSync(file, O_RDONLY | O_NONBLOCK | O_NOCTTY);
		return bytesOf(fd, bytesMax, file === STANDARD ? Infinity : PATIENCE_MS, disk);
	} catch (error) {
		const why = `it cannot be read: ${diskTrouble(error)}`;
		return {ok: false, absent: codeOf(error) === 'ENOENT', why};
	} finally {
		if (fd !== undefined && fd !== 0) disk.closeSync(fd);
	}
}

/** The same as text, without the mark of its byte order. */
export function readText(file: string, bytesMax = BYTES_MAX, disk: Disk = DISK): ReadText {
	const read = readBytes(file, bytesMax, disk);
	if (!read.ok) return read;
	if (!isUtf8(read.bytes)) return {ok: false, absent: false, why: 'it is not UTF-8 text'};
	return {ok: true, text: withoutMark(read.bytes.toString('utf8'))};
}

/** The same as the value that it is JSON of. */
export function readJson(file: string, bytesMax = BYTES_MAX, disk: Disk = DISK): ReadJson {
	const read = readText(file, bytesMax, disk);
	if (!read.ok) return read;
	try {
		return {ok: true, value: JSON.parse(read.text) as unknown};
	} catch {
		return {ok: false, absent: false, why: 'it is damaged'};
	}
}

/** Text without the byte order mark that some editors put before it. */
export function withoutMark(text: string): string {
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function bytesOf(fd: number, bytesMax: number, patience: number, disk: Disk): ReadBytes {
	const stat = disk.fstatSync(fd);
	if (stat.isDirectory()) return unreadable('it cannot be read: it is a directory');
	if (stat.isBlockDevice()) return unreadable('it cannot be read: it is a device');
	if (stat.size > bytesMax) return tooLong(bytesMax);
	const pieces: Buffer[] = [];
	let length = 0;
	let silent = 0;
	for (;;) {
		const piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, stat.size - length + 1));
		const taken = take(fd, piece, disk);
		if (taken === 'nothing yet') {
			if (silent >= patience) return unreadable('it cannot be read: nothing comes from it');
			pause(LOOK_AGAIN_MS);
			silent += LOOK_AGAIN_MS;
			continue;
		}
		if (taken === 0) {
			// Whoever writes into a pipe may be about to open it.
			if (!stat.isFIFO() || length > 0 || patience === Infinity) {
				return {ok: true, bytes: Buffer.concat(pieces)};
			}
			if (silent >= NOBODY_MS) return unreadable('it cannot be read: nobody writes into this pipe');
			pause(LOOK_AGAIN_MS);
			silent += LOOK_AGAIN_MS;
			continue;
		}
		silent = 0;
		length += taken;
		if (length > bytesMax) return tooLong(bytesMax);
		pieces.push(piece.subarray(0, taken));
	}
}

function take(fd: number, piece: Buffer, disk: Disk): number | 'nothing yet' {
	try {
		return disk.readSync(fd, piece, 0, piece.length, null);
	} catch (error) {
		if (codeOf(error) === 'EAGAIN') return 'nothing yet';
		if (codeOf(error) === 'EOF') return 0; // The end of standard input, on Windows.
		throw error;
	}
}

function tooLong(bytesMax: number): Unreadable {
	const most =
		bytesMax < 1024 * 1024
			? `${String(Math.floor(bytesMax / 1024))} KB`
			: `${String(Math.floor(bytesMax / 1024 / 1024))} MB`;
	return unreadable(`${most} is the most it may have`);
}

function unreadable(why: string): Unreadable {
	return {ok: false, absent: false, why};
}

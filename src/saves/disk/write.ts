import {randomBytes} from 'node:crypto';
import {constants, type BigIntStats} from 'node:fs';
import path from 'node:path';
import {DISK, O_APPENDING, O_NOCTTY, O_NONBLOCK, O_WRONLY, pause, type Disk} from './disk.ts';
import {JOURNAL_ENDING, WHO_ENDING} from '../../play/kept/index.ts';
import {STANDARD} from './read.ts';
import {codeOf, diskTrouble} from './trouble.ts';

/** Why nothing was written: the end of a sentence that begins with the file's name, without a full stop. */
export type Unwritable = {readonly ok: false; readonly why: string};
export type Written = {readonly ok: true} | Unwritable;

export type Content = string | Uint8Array;

export type WriteOptions = {
	/** Files that the content was made of: whatever they are called, they are never written over. */
	readonly inputs?: readonly string[];
	/** Whether what is there already stays, and is a reason to refuse. */
	readonly isNew?: boolean;
	readonly disk?: Disk;
};

const NEW_MODE = 0o644;
const MODE_BITS = 0o7777;
const LINKS_MAX = 40;
/** A reader that takes nothing for so long is as good as gone. */
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 10;
/** On Windows a scanner or an indexer may hold a file for a moment. */
const RENAME_TRIES = process.platform === 'win32' ? 10 : 1;
const RENAME_AGAIN_MS = 50;
const STANDARD_NAMES = ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/** Whether a name means standard output. */
export function isStandardOutput(file: string): boolean {
	return file === STANDARD || STANDARD_NAMES.includes(file);
}

/** A place that was looked at: nothing is there that has to stay, and something can be written. */
export type Output = {readonly ok: true; readonly write: (content: Content) => Written};

/**
 * Looks at where something is to be written, before it is worked out. Then writes all of it, or leaves what was
 * there: a file is replaced at once, through the links that lead to it, and keeps its mode; a pipe or a device is
 * written into; `-` is standard output.
 */
export function openOut(file: string, options: WriteOptions = {}): Output | Unwritable {
	const {disk = DISK} = options;
	if (isStandardOutput(file)) {
		return outputTo(content => {
			process.stdout.write(content);
			return WRITTEN;
		});
	}
	return attempted(() => {
		const place = placeOf(file, options);
		if (!place.ok) return place;
		if (place.isFile) {
			return outputTo(content => {
				const now = placeOf(file, options); // It may have changed meanwhile.
				if (!now.ok) return now;
				replace(now.target, content, now.mode, disk);
				return WRITTEN;
			});
		}
		// It stays open: whoever reads a pipe takes its closing for the end.
		const fd = disk.openSync(place.target, O_WRONLY | O_NONBLOCK | O_NOCTTY);
		return outputTo(content => {
			pour(fd, content, disk);
			return WRITTEN;
		});
	});
}

const WRITTEN = {ok: true} as const;

function outputTo(write: (content: Content) => Written): Output {
	return {ok: true, write: content => attempted(() => write(content))};
}

function attempted<Outcome>(act: () => Outcome): Outcome | Unwritable {
	try {
		return act();
	} catch (error) {
		return unwritable(codeOf(error) === 'ENOENT' ? 'there is no such folder' : diskTrouble(error));
	}
}

/** The same where nothing has to be worked out first. */
export function writeOut(file: string, content: Content, options?: WriteOptions): Written {
	const out = openOut(file, options);
	return out.ok ? out.write(content) : out;
}

type Place = {
	readonly ok: true;
	readonly target: string;
	/** False where it is a pipe or a device, which is never replaced. */
	readonly isFile: boolean;
	/** Of what is replaced. */
	readonly mode: number | undefined;
};

/** Where a name leads, or why nothing may be written there. */
function placeOf(
	file: string,
	{inputs = [], isNew = false, disk = DISK}: WriteOptions,
): Place | Unwritable {
	if (file === '') return unwritable('it has no name');
	const target = behindLinks(file, disk);
	const stat = disk.statSync(target, {throwIfNoEntry: false, bigint: true});
	if (stat?.isDirectory() === true) return unwritable('it is a directory');
	if (stat?.isSocket() === true) return unwritable('it is a socket');
	if (stat?.isBlockDevice() === true) return unwritable('it is a device');
	if (stat?.isFile() === false) return {ok: true, target, isFile: false, mode: undefined};
	if (stat !== undefined) {
		if (isNew) return {ok: false, why: 'it is there already, and stays as it is'};
		const input = inputs.find(each => isSame(each, target, stat, disk));
		if (input !== undefined)
			return {ok: false, why: 'it is what this was made from, and stays as it is'};
		const kept = ofRun(target, disk);
		if (kept !== undefined) return {ok: false, why: `it is ${kept} of a run, and stays as it is`};
		disk.accessSync(target, constants.W_OK);
	}
	disk.accessSync(path.dirname(target), constants.W_OK);
	return {ok: true, target, isFile: true, mode: stat === undefined ? undefined : Number(stat.mode)};
}

/** Replaces a file of the program's own at once. Throws the file system's own error, and then leaves the old one. */
export function writeAtomic(file: string, content: Content, disk: Disk = DISK): void {
	const target = behindLinks(file, disk);
	replace(target, content, disk.statSync(target, {throwIfNoEntry: false})?.mode, disk);
}

/** What a file system says that has no sync. */
const NO_SYNC = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Makes what was written last, where the system can; throws where the disk would not take it. */
export function syncFile(fd: number, disk: Disk): void {
	try {
		disk.fsyncSync(fd);
	} catch (error) {
		if (!NO_SYNC.includes(codeOf(error) ?? '')) throw error;
	}
}

/** Makes what was created or renamed in a folder last, where the system can. */
export function syncFolder(folder: string, disk: Disk): void {
	try {
		const fd = disk.openSync(folder, 'r');
		try {
			disk.fsyncSync(fd);
		} finally {
			disk.closeSync(fd);
		}
	} catch {
		// Windows does not open folders; some file systems do not sync them.
	}
}

/** A name beside a file that nobody else thinks of. */
export function draftBeside(file: string): string {
	return path.join(path.dirname(file), `.outage-oncall-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a file that is not there yet, whole or not at all. Throws the file system's own error. */
export function writeNew(file: string, content: Content, mode?: number, disk: Disk = DISK): void {
	const fd = disk.openSync(file, 'wx', mode ?? NEW_MODE);
	try {
		try {
			// What the player masks out of new files does not hold for a mode that was asked for.
			if (mode !== undefined) disk.fchmodSync(fd, mode);
			writeAll(fd, content, disk);
			syncFile(fd, disk);
		} finally {
			disk.closeSync(fd);
		}
	} catch (error) {
		remove(file, disk);
		throw error;
	}
}

/** Adds to a file in one call of the system. Throws its own error where not all of it was taken. */
export function append(file: string, content: Content, mode = NEW_MODE, disk: Disk = DISK): void {
	const bytes = Buffer.from(content);
	const fd = disk.openSync(file, O_APPENDING | O_NONBLOCK | O_NOCTTY, mode);
	try {
		const taken = disk.writeSync(fd, bytes);
		if (taken < bytes.length) throw Object.assign(new Error('half written'), {code: 'ENOSPC'});
		syncFile(fd, disk);
	} finally {
		disk.closeSync(fd);
	}
}

/** Writes all of it, however little is taken at a time. */
export function writeAll(fd: number, content: Content, disk: Disk): void {
	let rest = typeof content === 'string' ? Buffer.from(content) : content;
	let waited = 0;
	while (rest.length > 0) {
		try {
			const taken = disk.writeSync(fd, rest, 0, rest.length);
			if (taken === 0) throw Object.assign(new Error('nothing is taken'), {code: 'ENOSPC'});
			rest = rest.subarray(taken);
			waited = 0;
		} catch (error) {
			if (codeOf(error) !== 'EAGAIN' || waited >= PATIENCE_MS) throw error;
			pause(LOOK_AGAIN_MS);
			waited += LOOK_AGAIN_MS;
		}
	}
}

/** Renames, and once more where another program holds the file for a moment. */
export function rename(from: string, to: string, disk: Disk): void {
	for (let attempt = 1; ; attempt++) {
		try {
			disk.renameSync(from, to);
			return;
		} catch (error) {
			const held = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
			if (!held || attempt >= RENAME_TRIES) throw error;
			pause(RENAME_AGAIN_MS);
		}
	}
}

function replace(target: string, content: Content, mode: number | undefined, disk: Disk): void {
	const draft = draftBeside(target);
	writeNew(draft, content, mode === undefined ? undefined : mode & MODE_BITS, disk);
	try {
		rename(draft, target, disk);
	} catch (error) {
		remove(draft, disk);
		throw error;
	}
	syncFolder(path.dirname(target), disk);
}

function remove(file: string, disk: Disk): void {
	try {
		disk.unlinkSync(file);
	} catch {
		// It was never made.
	}
}

function pour(fd: number, content: Content, disk: Disk): void {
	try {
		writeAll(fd, content, disk);
	} finally {
		disk.closeSync(fd);
	}
}

/** Where links lead, be it to a file that is not there yet. */
function behindLinks(file: string, disk: Disk): string {
	let target = path.resolve(file);
	for (let links = 0; links <= LINKS_MAX; links++) {
		const stat = disk.lstatSync(target, {throwIfNoEntry: false});
		if (stat?.isSymbolicLink() !== true) return target;
		// What a link of /proc leads to has no name: it is opened by the link.
		if (disk.statSync(target, {throwIfNoEntry: false})?.isFile() === false) return target;
		target = path.resolve(path.dirname(target), disk.readlinkSync(target));
	}
	throw Object.assign(new Error('links lead in a circle'), {code: 'ELOOP'});
}

function isSame(input: string, target: string, stat: BigIntStats, disk: Disk): boolean {
	const other =
		input === STANDARD
			? disk.fstatSync(0, {bigint: true})
			: disk.statSync(input, {throwIfNoEntry: false, bigint: true});
	if (other === undefined) return false;
	if (other.ino !== 0n && other.ino === stat.ino && other.dev === stat.dev) return true;
	return input !== STANDARD && disk.realpathSync(input) === disk.realpathSync(target);
}

/** Lines for people may come before it. */
const JOURNAL_BEGINS = /^\ufeff?(?:#.*\n|\s)*\{"kind":"begin"/u;
const HEAD_BYTES = 4_096;

/** What of a run lies in a file, whatever it is called: no other output has a reason to be there. */
function ofRun(file: string, disk: Disk): string | undefined {
	if (file.endsWith(JOURNAL_ENDING)) return 'the journal';
	if (file.endsWith(WHO_ENDING)) return 'the name';
	const fd = disk.openSync(file, 'r');
	try {
		const head = Buffer.alloc(HEAD_BYTES);
		const begins = head.toString('utf8', 0, disk.readSync(fd, head, 0, HEAD_BYTES, 0));
		return JOURNAL_BEGINS.test(begins) ? 'the journal' : undefined;
	} finally {
		disk.closeSync(fd);
	}
}

function unwritable(what: string): Unwritable {
	return {ok: false, why: `it cannot be written: ${what}`};
}

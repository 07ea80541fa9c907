import path from 'node:path';
import {journalName} from '../play/kept/index.ts';
import {
	DISK,
	DiskRefuses,
	diskTrouble,
	isOfTheDisk,
	makeFolder,
	draftBeside,
	O_RDWR,
	rename,
	syncFile,
	syncFolder,
	writeAll,
	type Disk,
	shownPath,
} from './disk/index.ts';
import {journalFile, type JournalFile, type JournalFileOptions} from './journal-file.ts';
import {lockRun, type LockOptions, type RunLock} from './lock/index.ts';
import {readJournal, type ReadJournal} from './read-journal.ts';

export type DoorOptions = JournalFileOptions & Pick<LockOptions, 'self' | 'verdict'>;

/** What is made of a run's lines, or the sentence why there is no such run. */
export type Lived<Session> =
	{readonly ok: true; readonly session: Session} | {readonly ok: false; readonly message: string};

export type Through<Session> =
	| {readonly ok: true; readonly session: Session; readonly file: JournalFile}
	| {readonly ok: false; readonly message: string};

type OnLine = (line: string) => void;
type WholeJournal = ReadJournal & {readonly ok: true};

/**
 * Takes a run up where it was left, in its own journal. This is the one place that does so, in the one order
 * that harms no run: lock, read, live again, check, cut off the half line, append.
 */
export function takeUpRun<Session>(
	file: string,
	live: (read: WholeJournal, onLine: OnLine) => Lived<Session>,
	options: DoorOptions,
): Through<Session> {
	const {disk = DISK} = options;
	const said = (why: string) => ({ok: false, message: `${shownPath(file)}: ${why}.`}) as const;
	const locked = lockRun(file, options);
	if (!locked.ok) return said(locked.why);
	const {lock} = locked;
	let journal: JournalFile | undefined;
	const early: string[] = [];
	try {
		const read = readJournal(file, disk);
		if (!read.ok) return read;
		const lived = live(read, line => {
			if (journal === undefined) early.push(line);
			else journal.write(line);
		});
		if (!lived.ok) return lived;
		journal = reopened(file, read, lock, options);
		for (const line of early) journal.write(line);
		return {ok: true, session: lived.session, file: journal};
	} catch (error) {
		if (!isOfTheDisk(error)) throw error;
		return said(`it cannot be gone on with: ${diskTrouble(error)}`);
	} finally {
		if (journal === undefined) lock.release();
	}
}

/** Begins a run in a journal of its own, which is there with its first lines or not at all. */
export function beginRun<Session>(
	folder: string,
	run: {readonly level: string; readonly seed: string; readonly startedAt: Date},
	live: (onLine: OnLine) => Lived<Session>,
	options: DoorOptions,
): Through<Session> {
	let journal: JournalFile | undefined;
	const early: string[] = [];
	const lived = live(line => {
		if (journal === undefined) early.push(line);
		else journal.write(line);
	});
	if (!lived.ok) return lived;
	try {
		journal = created(folder, run, early, options);
		return {ok: true, session: lived.session, file: journal};
	} catch (error) {
		if (!isOfTheDisk(error)) throw error;
		const why = `no journal can be written there: ${diskTrouble(error)}`;
		return {ok: false, message: `${shownPath(folder)}: ${why}.`};
	}
}

const NAMES_MAX = 100;
const MODE = 0o644;

function created(
	folder: string,
	{
		level,
		startedAt,
		seed,
	}: {readonly level: string; readonly seed: string; readonly startedAt: Date},
	lines: readonly string[],
	options: DoorOptions,
): JournalFile {
	const {disk = DISK} = options;
	makeFolder(folder, undefined, disk);
	const name = journalName(level, startedAt, seed);
	for (let attempt = 1; ; attempt++) {
		// Two runs may begin in the same second.
		const suffix = attempt === 1 ? '' : `.${String(attempt)}`;
		const file = path.join(folder, name.replace(/\.journal\.jsonl$/, `${suffix}$&`));
		const locked =
			disk.lstatSync(file, {throwIfNoEntry: false}) === undefined && lockRun(file, options);
		if (locked === false || (!locked.ok && locked.held)) {
			if (attempt === NAMES_MAX) throw new DiskRefuses('all names for it are taken');
			continue;
		}
		if (!locked.ok) throw new DiskRefuses(locked.why);
		try {
			if (disk.lstatSync(file, {throwIfNoEntry: false}) === undefined) {
				return appearing(file, lines, locked.lock, options);
			}
		} catch (error) {
			locked.lock.release();
			throw error;
		}
		locked.lock.release();
	}
}

/** The first lines are whole before the file has its name: a run killed in between has left nothing. */
function appearing(
	file: string,
	lines: readonly string[],
	lock: RunLock,
	options: DoorOptions,
): JournalFile {
	const {disk = DISK} = options;
	const draft = draftBeside(file);
	const text = Buffer.from(lines.map(line => `${line}\n`).join(''));
	const fd = disk.openSync(draft, 'wx+', MODE);
	try {
		writeAll(fd, text, disk);
		syncFile(fd, disk);
		rename(draft, file, disk);
	} catch (error) {
		closeAndRemove(fd, draft, disk);
		throw error;
	}
	syncFolder(path.dirname(file), disk);
	return journalFile({path: file, fd, position: text.length, lock}, options);
}

function closeAndRemove(fd: number, draft: string, disk: Disk): void {
	try {
		disk.closeSync(fd);
		disk.unlinkSync(draft);
	} catch {
		// Nobody reads it.
	}
}

/** The file of an unfinished run; the line that was being written when it stopped goes. */
function reopened(
	file: string,
	{bytes, keptBytes, endsLine}: WholeJournal,
	lock: RunLock,
	options: DoorOptions,
): JournalFile {
	const {disk = DISK} = options;
	const fd = disk.openSync(file, O_RDWR);
	try {
		if (!lock.holds() || disk.fstatSync(fd).size !== bytes) {
			throw new DiskRefuses('another program has changed it meanwhile');
		}
		if (keptBytes < bytes) disk.ftruncateSync(fd, keptBytes);
		let position = keptBytes;
		if (!endsLine) position += disk.writeSync(fd, '\n', position);
		return journalFile({path: file, fd, position, lock}, options);
	} catch (error) {
		disk.closeSync(fd);
		throw error;
	}
}

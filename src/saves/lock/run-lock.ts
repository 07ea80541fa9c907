import path from 'node:path';
import {cleanText} from '../../level/text/index.ts';
import {
	DISK,
	diskTrouble,
	codeOf,
	makeFolder,
	pause,
	readText,
	writeAll,
	type Disk,
} from '../disk/index.ts';
import {thisProgram, verdictOn, type Program} from './program.ts';

/** Keeps two programs from going on with the same run. */
export type RunLock = {
	/** Whether it still holds: whoever is not heard of for long is taken for dead. */
	readonly holds: () => boolean;
	readonly release: () => void;
};

export type Locked =
	| {readonly ok: true; readonly lock: RunLock}
	/** `held` where another program plays the run, else there can be no lock. `why` ends a sentence. */
	| {readonly ok: false; readonly held: boolean; readonly why: string};

export type LockOptions = {
	readonly disk?: Disk;
	readonly self?: Program;
	readonly verdict?: typeof verdictOn;
	/** Milliseconds since 1970, for words alone. */
	readonly clock?: () => number;
};

/** A program that lives says so this often; one whose processes cannot be seen from here is watched for it. */
const BEAT_EVERY_MS = 1_000;
const WATCHED_FOR_MS = 3_500;
const LOOK_AGAIN_MS = 100;
/** On another machine: what it writes may come here late. */
const STALE_AFTER_MS = 120_000;
const TRIES = 12;
const BACK_OFF_MS = 50;
/** Of what stands in a lock, and anybody could have written. */
const WORDS_MAX = 60;
const CLAIM_BYTES_MAX = 4_096;

/** What a lock names, and when its holder was heard of last, in milliseconds of the file system's own clock. */
type Claim = {
	readonly file: string;
	readonly program: Program | undefined;
	readonly since: string;
	readonly heardAt: number;
};

/**
 * Takes the lock of a run, which is a folder beside its journal. Each program puts a file of its own name into
 * it, and whoever finds itself alone holds the run. No name is ever used twice: so what a dead program left can
 * be taken away without taking another's.
 */
export function lockRun(journal: string, options: LockOptions = {}): Locked {
	const {disk = DISK, self = thisProgram(), clock = Date.now} = options;
	const folder = lockOf(journal);
	const own = path.join(folder, `${self.token}-${String(++claims)}`);
	const words = JSON.stringify({...self, since: new Date(clock()).toISOString()});
	for (let attempt = 1; ; attempt++) {
		try {
			put(own, words, folder, disk);
			const other = otherIn(folder, own, options);
			if (other === undefined) return {ok: true, lock: held(own, words, folder, options)};
			leave(own, folder, disk);
			if (other.isHolder || attempt >= TRIES) {
				return {ok: false, held: true, why: wordsFor(other.claim)};
			}
		} catch (error) {
			leave(own, folder, disk);
			// Whoever left last takes the folder along.
			if (codeOf(error) !== 'ENOENT' || attempt >= TRIES) {
				return {ok: false, held: false, why: `its lock cannot be made: ${diskTrouble(error)}`};
			}
		}
		// Two that come at once both step back; the one that waits less goes first.
		pause(1 + Math.random() * BACK_OFF_MS);
	}
}

/** What holds a run, as the end of a sentence; undefined where nothing does, as far as can be told at a glance. */
export function holderOf(journal: string, options: LockOptions = {}): string | undefined {
	const {disk = DISK, self = thisProgram(), verdict = verdictOn, clock = Date.now} = options;
	const isHolder = (claim: Claim) => {
		const {program, heardAt} = claim;
		if (program === undefined) return false;
		const said = verdict(program, self);
		if (said !== 'unknown') return said === 'lives';
		const silent = Math.abs(clock() - heardAt);
		if (!isHere(program, self)) return silent < STALE_AFTER_MS;
		return silent < WATCHED_FOR_MS && isHeardHere(claim, disk);
	};
	try {
		const holder = claimsIn(lockOf(journal), disk).find(isHolder);
		return holder === undefined ? undefined : wordsFor(holder);
	} catch (error) {
		return `its lock cannot be read: ${diskTrouble(error)}`;
	}
}

export function lockOf(journal: string): string {
	return `${journal}.lock`;
}

let claims = 0;

function put(own: string, words: string, folder: string, disk: Disk): void {
	try {
		disk.mkdirSync(folder);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
		// Version 0.1 had a file here, with the number of a process. Removing a file removes no folder.
		if (disk.lstatSync(folder, {throwIfNoEntry: false})?.isDirectory() === false) {
			disk.unlinkSync(folder);
			makeFolder(folder, undefined, disk);
		}
	}
	const fd = disk.openSync(own, 'wx', 0o644);
	try {
		writeAll(fd, words, disk);
	} finally {
		disk.closeSync(fd);
	}
}

/** Somebody else who lives and is in the lock; what the dead left there is taken away. */
function otherIn(
	folder: string,
	own: string,
	{disk = DISK, self = thisProgram(), verdict = verdictOn}: LockOptions,
): {readonly claim: Claim; readonly isHolder: boolean} | undefined {
	for (const claim of claimsIn(folder, disk)) {
		if (claim.file === own) continue;
		const said = claim.program === undefined ? 'unknown' : verdict(claim.program, self);
		if (said === 'lives') return {claim, isHolder: false};
		if (said === 'unknown' && isHeardOf(claim, own, self, disk)) return {claim, isHolder: true};
		unlinkIfThere(claim.file, disk);
	}
	return undefined;
}

/** Watches a lock whose program cannot be seen. All times are the file system's: clocks differ. */
function isHeardOf(
	{file, program, heardAt}: Claim,
	own: string,
	self: Program,
	disk: Disk,
): boolean {
	if (program !== undefined && !isHere(program, self)) {
		return Math.abs(disk.statSync(own).mtimeMs - heardAt) < STALE_AFTER_MS;
	}
	return isHeardHere({file, heardAt}, disk);
}

function isHeardHere({file, heardAt}: Pick<Claim, 'file' | 'heardAt'>, disk: Disk): boolean {
	for (let waited = 0; waited < WATCHED_FOR_MS; waited += LOOK_AGAIN_MS) {
		pause(LOOK_AGAIN_MS);
		const now = heardAtIn(file, disk);
		if (now === undefined) return false;
		if (now !== heardAt) return true;
	}
	return false;
}

/** On this very system a beat is seen as it happens. */
function isHere(it: Program, me: Program): boolean {
	return it.boot === me.boot && (it.boot !== '' || it.host === me.host);
}

function claimsIn(folder: string, disk: Disk): readonly Claim[] {
	let names: readonly string[];
	try {
		names = disk.readdirSync(folder);
	} catch (error) {
		// A folder that cannot be looked into may hold somebody.
		if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
		throw error;
	}
	return names.flatMap(name => {
		const file = path.join(folder, name);
		const heardAt = heardAtIn(file, disk);
		return heardAt === undefined ? [] : [{file, heardAt, ...claimFrom(file, disk)}];
	});
}

/** When a program was heard of last; nothing where its file is gone. */
function heardAtIn(file: string, disk: Disk): number | undefined {
	try {
		return disk.statSync(file, {throwIfNoEntry: false})?.mtimeMs;
	} catch {
		return 0; // It is there, and when cannot be told.
	}
}

function claimFrom(file: string, disk: Disk): Pick<Claim, 'program' | 'since'> {
	const read = readText(file, CLAIM_BYTES_MAX, disk);
	try {
		const value: unknown = read.ok ? JSON.parse(read.text) : undefined;
		if (isProgram(value)) return {program: value, since: value.since};
	} catch {
		// It is being written, or was when its program stopped.
	}
	return {program: undefined, since: ''};
}

const TEXTS = ['host', 'machine', 'boot', 'view', 'started', 'token', 'since'];

function isProgram(value: unknown): value is Program & {readonly since: string} {
	if (typeof value !== 'object' || value === null) return false;
	const fields: Readonly<Record<string, unknown>> = {...value};
	return TEXTS.every(name => typeof fields[name] === 'string') && Number.isInteger(fields['pid']);
}

function held(own: string, words: string, folder: string, options: LockOptions): RunLock {
	const {disk = DISK} = options;
	// Written and not only touched: then the file system says when.
	const beat = setInterval(() => {
		try {
			const fd = disk.openSync(own, 'r+');
			try {
				disk.writeSync(fd, words, 0);
			} finally {
				disk.closeSync(fd);
			}
		} catch {
			// Whether it still holds is asked before the run is written.
		}
	}, BEAT_EVERY_MS);
	beat.unref();
	return {
		holds() {
			if (disk.statSync(own, {throwIfNoEntry: false}) !== undefined) return true;
			try {
				// Somebody tidied up, or took the run over.
				put(own, words, folder, disk);
				if (otherIn(folder, own, options) === undefined) return true;
			} catch {
				return true; // That is no sign of another.
			}
			leave(own, folder, disk);
			return false;
		},
		release() {
			clearInterval(beat);
			leave(own, folder, disk);
		},
	};
}

function leave(own: string, folder: string, disk: Disk): void {
	unlinkIfThere(own, disk);
	try {
		disk.rmdirSync(folder);
	} catch {
		// Another is in it.
	}
}

function unlinkIfThere(file: string, disk: Disk): void {
	try {
		disk.unlinkSync(file);
	} catch {
		// Somebody else did.
	}
}

function wordsFor({program, since}: Claim): string {
	if (program === undefined) return 'another program is taking it up';
	const told = (text: string) => cleanText(text).slice(0, WORDS_MAX);
	return `another program is playing it: process ${String(program.pid)} on ${told(program.host)}, since ${told(since)}`;
}

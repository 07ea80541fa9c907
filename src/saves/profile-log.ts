import path from 'node:path';
import {profileFrom, profileLines, type Entry, type Profile} from '../play/kept/index.ts';
import {append, DiskRefuses, makeFolder, readBytes} from './disk/index.ts';

const FILE = 'profile.jsonl';

export function profileFile(state: string): string {
	return path.join(state, FILE);
}

/** The profile as it stands. Throws where it is there and cannot be read. */
export function readProfile(state: string): Profile {
	return profileFrom(textOf(profileFile(state)));
}

/**
 * Adds entries in one call of the system, which either takes all of them or says why not: programs that end runs
 * at the same time add theirs one after the other, and none has to wait for a lock.
 */
export function addToProfile(state: string, entries: readonly Entry[]): void {
	makeFolder(state, 0o700);
	append(profileFile(state), profileLines(entries), 0o600);
}

function textOf(file: string): string {
	const read = readBytes(file);
	if (read.ok) return read.bytes.toString('utf8'); // What is no text is a line that cannot be read.
	if (read.absent) return '';
	throw new DiskRefuses(read.why);
}

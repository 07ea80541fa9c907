import fs from 'node:fs';
import {codeOf} from './disk-trouble.ts';

/** Keeps two programs from going on with the same run. */
export type RunLock = {release(): void};

/** Takes the lock beside a journal, or says no when a living program holds it. */
export function lockRun(journal: string): RunLock | undefined {
	const file = `${journal}.lock`;
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			fs.writeFileSync(file, String(process.pid), {flag: 'wx'});
			return {
				release() {
					fs.rmSync(file, {force: true});
				},
			};
		} catch (error) {
			// Without a lock play still works; only the guard against a second player is gone.
			if (codeOf(error) !== 'EEXIST') return {release: () => undefined};
			if (holderLives(file)) return undefined;
			fs.rmSync(file, {force: true}); // Its holder was killed.
		}
	}
	return undefined;
}

export function isLocked(journal: string): boolean {
	const file = `${journal}.lock`;
	return fs.existsSync(file) && holderLives(file);
}

function holderLives(file: string): boolean {
	const holder = Number(readOr(file, ''));
	if (!Number.isInteger(holder) || holder <= 0) return false;
	try {
		process.kill(holder, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

function readOr(file: string, otherwise: string): string {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return otherwise;
	}
}

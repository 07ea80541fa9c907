import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve, sep} from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Files below a folder of the repository, as paths from its root, sorted. */
export function filesBelow(folder: string, pattern: RegExp): readonly string[] {
	return readdirSync(join(ROOT, folder), {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile() && pattern.test(entry.name))
		.map(entry =>
			join(entry.parentPath, entry.name)
				.slice(ROOT.length + 1)
				.replaceAll(sep, '/'),
		)
		.sort();
}

/** Folders directly below a folder of the repository, sorted. */
export function foldersIn(folder: string): readonly string[] {
	return readdirSync(join(ROOT, folder), {withFileTypes: true})
		.filter(entry => entry.isDirectory())
		.map(entry => entry.name)
		.sort();
}

/** Gives `body` a fresh folder and removes it afterwards, whatever happens. */
export async function inScratch<T>(body: (folder: string) => T | Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'outage-oncall-'));
	try {
		return await body(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), {recursive: true});
		writeFileSync(join(folder, path), text);
	}
}

import fs from 'node:fs';
import path from 'node:path';
import {codeOf} from './disk-trouble.ts';
import {JOURNAL_ENDING} from './paths.ts';

/** Journals in a folder, latest first. */
export function journalsIn(folder: string): readonly {file: string; writtenAt: number}[] {
	let names: string[];
	try {
		names = fs.readdirSync(folder);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return [];
		throw error;
	}
	return names
		.filter(name => name.endsWith(JOURNAL_ENDING))
		.map(name => path.join(folder, name))
		.map(file => ({file, writtenAt: fs.statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0}))
		.sort((a, b) => b.writtenAt - a.writtenAt || (a.file < b.file ? 1 : -1));
}

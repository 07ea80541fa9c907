import path from 'node:path';
import {JOURNAL_ENDING} from '../play/kept/index.ts';
import {DISK, namesIn, type Disk} from './disk/index.ts';

export type FoundJournal = {
	readonly file: string;
	/** In milliseconds since 1970, as whoever wrote it says. */
	readonly writtenAt: number;
	/** The same of any change, as the system says: nobody can set it back. */
	readonly changedAt: number;
	/** False where a folder, a pipe, a broken link or the like has the name of a journal. */
	readonly isFile: boolean;
};

/** What has the name of a journal in a folder, latest first. Throws where a folder is there and cannot be read. */
export function journalsIn(folder: string, disk: Disk = DISK): readonly FoundJournal[] {
	return namesIn(folder, disk)
		.filter(name => name.endsWith(JOURNAL_ENDING))
		.map(name => found(path.join(folder, name), disk))
		.sort((a, b) => b.writtenAt - a.writtenAt || (a.file < b.file ? 1 : -1));
}

function found(file: string, disk: Disk): FoundJournal {
	try {
		const stat = disk.statSync(file, {throwIfNoEntry: false});
		const isFile = stat?.isFile() === true;
		return {file, writtenAt: stat?.mtimeMs ?? 0, changedAt: stat?.ctimeMs ?? 0, isFile};
	} catch {
		return {file, writtenAt: 0, changedAt: 0, isFile: false}; // Links that lead in a circle, for one.
	}
}

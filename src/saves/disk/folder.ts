import {constants, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {DISK, type Disk} from './disk.ts';
import {codeOf, DiskRefuses} from './trouble.ts';
import {draftBeside, rename, syncFile, syncFolder, writeNew} from './write.ts';

export type Kind = 'file' | 'folder' | 'other' | 'nothing';

/** What lies behind a name, through the links that lead there; a loop of links is something other. */
export function kindOf(file: string, disk: Disk = DISK): Kind {
	try {
		const stat = disk.statSync(file, {throwIfNoEntry: false});
		if (stat === undefined) return 'nothing';
		return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
	} catch (error) {
		// A name that no file can have, or one below a file.
		return ['ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error) ?? '')
			? 'nothing'
			: 'other';
	}
}

/** Why a name can be no folder's, as the end of a sentence; undefined where a folder is there or may be made. */
export function whyNoFolder(file: string): string | undefined {
	const kind = kindOf(file);
	if (kind === 'file') return 'it is a file, not a folder';
	if (kind === 'other') return 'it is not a folder';
	const link = kind === 'nothing' && isLink(file);
	return link ? 'it is a link to nothing' : undefined;
}

function isLink(file: string): boolean {
	try {
		return DISK.lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() === true;
	} catch {
		return false; // Below a file.
	}
}

/** Names in a folder; none where there is no such folder. Throws the file system's own error where it cannot be read. */
export function namesIn(folder: string, disk: Disk = DISK): readonly string[] {
	try {
		return disk.readdirSync(folder);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return [];
		throw error;
	}
}

/**
 * Makes a folder and those above it; one that is there stays. Throws the file system's own error. What Node has for
 * this never returns where a parent is there and takes no folder, as in `/proc`.
 */
export function makeFolder(folder: string, mode?: number, disk: Disk = DISK): void {
	if (kindOf(folder, disk) === 'folder') return;
	try {
		disk.mkdirSync(folder, {mode});
	} catch (error) {
		if (codeOf(error) === 'EEXIST' && kindOf(folder, disk) === 'folder') return;
		if (codeOf(error) !== 'ENOENT') throw error;
		const parent = path.dirname(folder);
		if (kindOf(parent, disk) !== 'nothing') throw new DiskRefuses('no folder can be made there');
		makeFolder(parent, mode, disk);
		makeFolder(folder, mode, disk);
	}
}

/** Makes a folder with files in it, or nothing; what is there already stays. Throws the file system's own error. */
export function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
	if (kindOf(folder) !== 'nothing' || isLink(folder))
		throw Object.assign(new Error('taken'), {code: 'EEXIST'});
	const draft = draftBeside(path.resolve(folder));
	try {
		for (const [name, text] of Object.entries(files)) {
			const file = path.join(draft, name);
			makeFolder(path.dirname(file));
			writeNew(file, text);
		}
		rename(draft, folder, DISK);
	} catch (error) {
		rmSync(draft, {recursive: true, force: true});
		throw error;
	}
}

/** Copies a file under another name, whole or not at all, with its times. Throws the file system's own error. */
export function copyWhole(from: string, to: string): void {
	const draft = draftBeside(to);
	try {
		DISK.copyFileSync(from, draft, constants.COPYFILE_EXCL);
		const {atimeMs, mtimeMs} = DISK.statSync(from);
		DISK.utimesSync(draft, atimeMs / 1_000, mtimeMs / 1_000);
		const fd = DISK.openSync(draft, 'r+');
		try {
			syncFile(fd, DISK);
		} finally {
			DISK.closeSync(fd);
		}
		rename(draft, to, DISK);
	} catch (error) {
		rmSync(draft, {force: true});
		throw error;
	}
	syncFolder(path.dirname(to), DISK);
}

/** A folder of one's own that is empty, for as long as something runs in it. */
export function makeScratch(name: string, disk: Disk = DISK): string {
	return disk.mkdtempSync(path.join(os.tmpdir(), name));
}

/** A folder goes with all that lies in it; links are not followed. */
export function removeWhole(folder: string): void {
	rmSync(folder, {recursive: true, force: true, maxRetries: 3});
}

import path from 'node:path';
import {kindOf, namesIn, readText} from '../saves/disk/index.ts';

export const SCRIPT = '.orders';
const SCRIPT_BYTES_MAX = 1024 * 1024;

type Folder = {readonly folder: string};

export function scriptsFolder(folder: string): string {
	return path.join(folder, 'players');
}

/** The file of orders that a scripted player of a level gives, where it has one by that name. */
export function scriptOf({folder}: Folder, player: string): string | undefined {
	const scripts = scriptsFolder(folder);
	const name = player + SCRIPT;
	// Asked by its name among those that are there: a player's name leads nowhere else.
	if (kindOf(scripts) !== 'folder' || !namesIn(scripts).includes(name)) return undefined;
	const file = path.join(scripts, name);
	return kindOf(file) === 'file' ? file : undefined;
}

export function scriptText(folder: Folder, player: string): string | undefined {
	const file = scriptOf(folder, player);
	const read = file === undefined ? undefined : readText(file, SCRIPT_BYTES_MAX);
	return read?.ok === true ? read.text : undefined;
}

import path from 'node:path';
import {kindOf, namesIn} from '../saves/disk/index.ts';
import {packageRoot, programFolder} from './package-root.ts';

/** The level that is played where none is named. */
export const DEFAULT_LEVEL = 'october-20';

/** Where our own levels are: beside the bundle, or in the repository. */
export function levelsFolder(): string {
	const beside = path.join(programFolder(), 'levels');
	return kindOf(beside) === 'folder' ? beside : path.join(packageRoot(), 'levels');
}

/** Ids of our own levels. */
export function ownLevels(): readonly string[] {
	const folder = levelsFolder();
	return namesIn(folder)
		.filter(name => kindOf(path.join(folder, name)) === 'folder')
		.sort();
}

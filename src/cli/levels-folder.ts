import fs from 'node:fs';
import path from 'node:path';
import {packageRoot, programFolder} from './package-root.ts';

/** The level that is played where none is named. */
export const DEFAULT_LEVEL = 'october-20';

/** Where our own levels are: beside the bundle, or in the repository. */
export function levelsFolder(): string {
	const beside = path.join(programFolder(), 'levels');
	return fs.existsSync(beside) ? beside : path.join(packageRoot(), 'levels');
}

/** Ids of our own levels. */
export function ownLevels(): readonly string[] {
	return fs
		.readdirSync(levelsFolder(), {withFileTypes: true})
		.filter(entry => entry.isDirectory())
		.map(entry => entry.name)
		.sort();
}

import path from 'node:path';
import type {Level} from '../level/index.ts';
import {kindOf, namesIn, readJson} from '../saves/disk/index.ts';
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

const COMPILED_BYTES_MAX = 4 * 1024 * 1024;

/** A level as it was parsed, and its goal in a line. */
export type CompiledLevel = {readonly level: Level; readonly goal: string};

/** A level of ours as it was parsed when the bundle was made. A folder of anybody else is its YAML, whatever lies beside. */
export function compiledLevel(folder: string): CompiledLevel | undefined {
	if (path.dirname(path.resolve(folder)) !== path.join(programFolder(), 'levels')) return undefined;
	const read = readJson(path.join(folder, 'level.json'), COMPILED_BYTES_MAX);
	return read.ok ? (read.value as CompiledLevel) : undefined;
}

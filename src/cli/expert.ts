import fs from 'node:fs';
import {parseOrderFile, type Expert} from '../session/index.ts';
import {scriptOf, type LevelFolder} from './level-folder.ts';

const TEXTBOOK = 'textbook';

/** The expert that runs of a night are held against: the level's textbook player, where it has one that can be read. */
export function expertOf(loaded: LevelFolder, seed: string): Expert | null {
	const file = scriptOf(loaded, TEXTBOOK);
	if (file === undefined) return null;
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), loaded.level, seed);
	return parsed.ok ? {name: TEXTBOOK, script: parsed} : null;
}

import type {Expert} from '../session/index.ts';
import type {LevelFolder} from './level-folder.ts';
import {scriptedPlayer} from './order-file.ts';

const TEXTBOOK = 'textbook';

/** The expert that runs of a night are held against: the level's textbook player, where it has one that can be read. */
export function expertOf(loaded: LevelFolder, seed: string): Expert | null {
	const script = scriptedPlayer(loaded, TEXTBOOK, seed);
	return script === undefined ? null : {name: TEXTBOOK, script};
}

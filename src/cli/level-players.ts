import path from 'node:path';
import {kindOf, namesIn} from '../saves/disk/index.ts';
import {PLAYERS} from '../session/index.ts';
import type {LevelFolder} from './level-folder.ts';
import {SCRIPT, scriptsFolder} from './level-script.ts';

/** Names of everybody who can play a level by themselves. */
export function playersOf({folder}: Pick<LevelFolder, 'folder'>): readonly string[] {
	const scripts = scriptsFolder(folder);
	const names = kindOf(scripts) === 'folder' ? namesIn(scripts) : [];
	const scripted = names
		.filter(name => name.endsWith(SCRIPT) && kindOf(path.join(scripts, name)) === 'file')
		.map(name => path.basename(name, SCRIPT));
	return [...scripted, ...Object.keys(PLAYERS)].sort();
}

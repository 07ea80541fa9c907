import path from 'node:path';
import {parse} from 'yaml';
import {withGoal} from '../level/text/index.ts';
import type {LevelFile, LevelShelf} from '../play/index.ts';
import {SCRIPT, scriptsFolder} from './level-script.ts';
import type {CompiledLevel} from './levels-folder.ts';
import {kindOf, namesIn, readJson, readText} from '../saves/disk/index.ts';

const PROSE = '.md';

/** Our levels and prose as one value, for a page that has no folders; `levelIn` reads the level of a folder. */
export function levelShelf(
	levels: string,
	proseFolder: (name: 'runbooks' | 'lessons') => string,
	levelIn: (folder: string) => CompiledLevel | undefined,
): LevelShelf {
	return {
		levels: namesIn(levels)
			.map(name => path.join(levels, name))
			.filter(folder => kindOf(folder) === 'folder')
			.sort()
			.flatMap(folder => {
				const read = levelIn(folder);
				return read === undefined ? [] : {level: read.level, ...beside(folder, read.goal)};
			}),
		roles: parse(textOf(path.join(levels, 'roles.yaml'))),
		runbooks: textsIn(proseFolder('runbooks'), PROSE),
		lessons: textsIn(proseFolder('lessons'), PROSE),
	};
}

function beside(folder: string, goal: string): Omit<LevelFile, 'level'> {
	const players = scriptsFolder(folder);
	const scripts = kindOf(players) === 'folder' ? textsIn(players, SCRIPT) : [];
	const reference = readJson(path.join(folder, 'reference.json'));
	return {
		id: path.basename(folder),
		briefing: withGoal(textOf(path.join(folder, 'briefing.md')), goal),
		debrief: textOf(path.join(folder, 'debrief.md')),
		players: Object.fromEntries(scripts.map(({id, text}) => [id, text])),
		reference: reference.ok ? reference.value : null,
	};
}

function textsIn(folder: string, ending: string) {
	return namesIn(folder)
		.filter(name => name.endsWith(ending))
		.sort()
		.map(name => ({id: path.basename(name, ending), text: textOf(path.join(folder, name))}));
}

function textOf(file: string): string {
	const read = readText(file);
	return read.ok ? read.text : '';
}

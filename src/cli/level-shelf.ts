import path from 'node:path';
import {parse} from 'yaml';
import type {LevelFile, LevelShelf} from '../play/index.ts';
import {kindOf, namesIn, readJson, readText} from '../saves/disk/index.ts';

const SCRIPT = '.orders';
const PROSE = '.md';

/** Our levels and prose as one value, for a page that has no folders. */
export function levelShelf(
	levels: string,
	proseFolder: (name: 'runbooks' | 'lessons') => string,
): LevelShelf {
	return {
		levels: namesIn(levels)
			.filter(name => kindOf(path.join(levels, name)) === 'folder')
			.sort()
			.map(name => levelIn(path.join(levels, name))),
		roles: parse(textOf(path.join(levels, 'roles.yaml'))),
		runbooks: textsIn(proseFolder('runbooks'), PROSE),
		lessons: textsIn(proseFolder('lessons'), PROSE),
	};
}

function levelIn(folder: string): LevelFile {
	const players = path.join(folder, 'players');
	const scripts = kindOf(players) === 'folder' ? textsIn(players, SCRIPT) : [];
	const compiled = readJson(path.join(folder, 'level.json'));
	const reference = readJson(path.join(folder, 'reference.json'));
	return {
		id: path.basename(folder),
		// In the repository there is the source only.
		file: compiled.ok ? compiled.value : parse(textOf(path.join(folder, 'level.yaml'))),
		briefing: textOf(path.join(folder, 'briefing.md')),
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

import path from 'node:path';
import {kindOf, namesIn, readText} from '../saves/disk/index.ts';
import type {Prose} from '../play/index.ts';
import {levelsFolder} from './levels-folder.ts';
import {packageRoot, programFolder} from './package-root.ts';

/** The prose in our package. */
export const PROSE: Prose = {
	runbooks: () => textsIn(proseFolder('runbooks')),
	lessons: () => textsIn(proseFolder('lessons')),
	note: level => textOf(path.join(levelsFolder(), level, 'debrief.md')),
};

/** Beside the bundle, or in the repository. */
export function proseFolder(name: 'runbooks' | 'lessons'): string {
	const beside = path.join(programFolder(), name);
	return kindOf(beside) === 'folder' ? beside : path.join(packageRoot(), 'docs', name);
}

function textsIn(folder: string) {
	return namesIn(folder)
		.filter(name => name.endsWith('.md'))
		.sort()
		.map(name => ({id: path.basename(name, '.md'), text: textOf(path.join(folder, name))}));
}

function textOf(file: string): string {
	const read = readText(file);
	return read.ok ? read.text : '';
}

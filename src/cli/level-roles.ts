import path from 'node:path';
import {rolesIn, type Level, type Roles} from '../level/index.ts';
import {parseRoles} from '../level/file/index.ts';
import {readText, shownPath} from '../saves/index.ts';
import {VOCABULARY} from '../session/index.ts';
import {levelsFolder} from './levels-folder.ts';

const FILE = 'roles.yaml';

/** How people share a level: as any, but for what it says itself. */
export function rolesFor(level: Level): Roles | {readonly sentences: readonly string[]} {
	const file = path.join(levelsFolder(), FILE);
	const read = readText(file);
	if (!read.ok) return {sentences: [`${shownPath(file)}: ${read.why}.`]};
	const standard = parseRoles(read.text, VOCABULARY);
	if (!standard.ok) {
		const told = standard.problems.map(({line, message}) => `${FILE}:${String(line)}: ${message}`);
		return {sentences: told};
	}
	const own = rolesIn(level, standard.roles, VOCABULARY);
	if (own.ok) return own.roles;
	return {
		sentences: own.problems.map(each => `${level.id}, ${each.path.join('.')}: ${each.message}`),
	};
}

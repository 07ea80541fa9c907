import fs from 'node:fs';
import {join} from 'node:path';
import type {Roles} from '../../src/level/index.ts';
import {parseRoles} from '../../src/level/file/index.ts';
import {VOCABULARY} from '../../src/session/index.ts';
import {ROOT} from './tree.ts';

export const STANDARD_ROLES_TEXT = fs.readFileSync(join(ROOT, 'levels', 'roles.yaml'), 'utf8');

/** How people share any level. */
export function standardRoles(): Roles {
	const parsed = parseRoles(STANDARD_ROLES_TEXT, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
	return parsed.roles;
}

import type {Level, LevelProblem, Vocabulary} from '../level.types.ts';
import {explain} from '../level-issue.ts';
import type {Objection} from '../objection.types.ts';
import {failed, problemAt, readYaml} from '../yaml-text.ts';
import {brokenIn, unknownInAreas} from './role-objections.ts';
import {rolesOf} from './roles-of.ts';
import {rolesSchema} from './roles.schema.ts';
import type {Roles} from './roles.types.ts';

export type ParsedRoles =
	| {readonly ok: true; readonly roles: Roles}
	| {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** Reads the text of `roles.yaml`. Whatever is wrong comes back with its line and column. */
export function parseRoles(text: string, vocabulary: Vocabulary): ParsedRoles {
	const read = readYaml(text);
	if (!read.ok) return read;
	const {value, place} = read.yaml;
	const parsed = rolesSchema.safeParse(value, {reportInput: true});
	if (!parsed.success) {
		const issues = parsed.error.issues.flatMap(issue => explain(issue, [], 'the roles'));
		return failed(issues.map(issue => problemAt(place(issue.path, issue.key), issue)));
	}
	const roles = {...rolesOf(parsed.data), signs: parsed.data.signs};
	const objections = [...unknownInAreas(roles, vocabulary), ...brokenIn(roles, vocabulary)];
	if (objections.length === 0) return {ok: true, roles};
	return failed(objections.map(each => problemAt(place(each.path), each)));
}

export type RolesOfLevel =
	| {readonly ok: true; readonly roles: Roles}
	| {readonly ok: false; readonly problems: readonly Objection[]};

/** How people share a level: as any, but for what it says itself. What does not go together is told by its keys. */
export function rolesIn(
	{areas, roles, staffing}: Pick<Level, 'areas' | 'roles' | 'staffing'>,
	standard: Roles,
	vocabulary: Vocabulary,
): RolesOfLevel {
	const whole: Roles = {
		signs: standard.signs,
		areas: {...standard.areas, ...areas},
		roles: {...standard.roles, ...roles},
		staffing: {...standard.staffing, ...staffing},
	};
	const problems = brokenIn(whole, vocabulary);
	return problems.length === 0 ? {ok: true, roles: whole} : {ok: false, problems};
}

import {tick} from '../../sim/index.ts';
import type {LevelProblem, Vocabulary} from '../level.types.ts';
import {explain} from './level-issue.ts';
import {failed, problemAt, readYaml} from './yaml-text.ts';
import {brokenIn, unknownInAreas, unknownInFacts} from '../roles/role-objections.ts';
import {rolesOf} from '../roles/roles-of.ts';
import {rolesSchema} from '../roles/roles.schema.ts';
import type {Roles} from '../roles/roles.types.ts';

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
	const roles = {...rolesOf(parsed.data, () => tick(0)), signs: parsed.data.signs};
	const objections = [
		...unknownInAreas(roles, vocabulary),
		...unknownInFacts(parsed.data.facts, vocabulary),
		...brokenIn(roles, vocabulary),
	];
	if (objections.length === 0) return {ok: true, roles};
	return failed(objections.map(each => problemAt(place(each.path), each)));
}

import type {Level, Vocabulary} from '../level.types.ts';
import type {Objection} from '../objection.types.ts';
import {brokenIn, strangeTasks} from './role-objections.ts';
import type {Roles} from './roles.types.ts';

export type RolesOfLevel =
	| {readonly ok: true; readonly roles: Roles}
	| {readonly ok: false; readonly problems: readonly Objection[]};

/** How people share a level: as any, but for what it says itself. What does not go together is told by its keys. */
export function rolesIn(
	{
		areas,
		roles,
		staffing,
		facts,
		tasks,
	}: Pick<Level, 'areas' | 'roles' | 'staffing' | 'facts' | 'tasks'>,
	standard: Roles,
	vocabulary: Vocabulary,
): RolesOfLevel {
	const whole: Roles = {
		signs: standard.signs,
		areas: {...standard.areas, ...areas},
		roles: {...standard.roles, ...roles},
		staffing: {...standard.staffing, ...staffing},
		facts: {...standard.facts, ...facts},
	};
	const problems = [...brokenIn(whole, vocabulary), ...strangeTasks(tasks, whole)];
	return problems.length === 0 ? {ok: true, roles: whole} : {ok: false, problems};
}

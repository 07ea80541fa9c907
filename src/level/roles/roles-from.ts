import {tick} from '../../sim/index.ts';
import type {Vocabulary} from '../level.types.ts';
import {brokenIn, unknownInAreas, unknownInFacts} from './role-objections.ts';
import {rolesOf} from './roles-of.ts';
import {rolesSchema} from './roles.schema.ts';
import type {Roles} from './roles.types.ts';

/** How people share any level, from data already, as a page has it; undefined where that is not whole. */
export function rolesFrom(value: unknown, vocabulary: Vocabulary): Roles | undefined {
	const parsed = rolesSchema.safeParse(value);
	if (!parsed.success) return undefined;
	const roles = {...rolesOf(parsed.data, () => tick(0)), signs: parsed.data.signs};
	const isWhole = [
		...unknownInAreas(roles, vocabulary),
		...unknownInFacts(parsed.data.facts, vocabulary),
		...brokenIn(roles, vocabulary),
	];
	return isWhole.length === 0 ? roles : undefined;
}

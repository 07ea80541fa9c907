import {assert} from '../../sim/index.ts';
import type {Roles, Seat} from './roles.types.ts';

/** The seats for so many people: those of the largest staffing that they fill, or of the smallest there is. */
export function staffingFor(people: number, roles: Roles): readonly Seat[] {
	const sizes = Object.keys(roles.staffing)
		.map(Number)
		.sort((a, b) => a - b);
	const size = sizes.findLast(each => each <= people) ?? sizes[0];
	assert(size !== undefined, 'there is a staffing');
	return Object.entries(roles.staffing[String(size)] ?? {}).map(([id, names]) =>
		seatOf(id, names, roles),
	);
}

/** A seat that holds roles, or single areas. */
export function seatOf(id: string, names: readonly string[], {roles}: Roles): Seat {
	const held = names.map(name =>
		Object.hasOwn(roles, name) ? roles[name] : {title: '', areas: [name], reads: [], card: ''},
	);
	const own = Object.hasOwn(roles, id) ? roles[id] : undefined;
	return {
		id,
		title: own?.title ?? id,
		cards: held.flatMap(role => (role === undefined || role.card === '' ? [] : [role.card])),
		areas: [...new Set(held.flatMap(role => role?.areas ?? []))],
		reads: [...new Set(held.flatMap(role => role?.reads ?? []))],
	};
}

import {COVERS} from '../talk/room.ts';
import {staffingFor, type Level, type Roles} from '../../level/index.ts';
import {PANELS, type Sees} from '../../observe/index.ts';
import type {RoomPlan, Seat} from '../talk/index.ts';
import {seesOf, type Fog} from './sees-of.ts';

/** The seats for so many people. Each also goes by the roles that it covers whole, whoever holds them elsewhere. */
export function planFor(players: number, roles: Roles, fog: Fog): RoomPlan {
	const seats = staffingFor(players, roles).map(({id, title, areas, reads}) => {
		const covered = Object.entries(roles.roles)
			.filter(([role, {areas: own}]) => role === id || (own.length > 0 && holdsAll(areas, own)))
			.filter(([, role]) => holdsAll([...areas, ...reads], role.reads))
			.map(([role]) => role);
		return {id, title, roles: covered, areas};
	});
	return {seats, fog};
}

/** What each seat of a plan sees, worked out once. */
export function seesIn(
	{fog, seats}: RoomPlan,
	roles: Roles,
	{alerts}: Pick<Level, 'alerts'>,
): (seat: Seat) => Sees {
	const known = new Map<string, Sees>();
	const alone = (seat: Seat) => {
		const reads = readsOf(seat, roles);
		return seesOf({...seat, reads}, roles, {as: seat.id.split(COVERS), fog, alerts});
	};
	const panelsOf = whosePanels(seats.map(seat => ({id: seat.id, panels: alone(seat).panels})));
	return seat => {
		const sees = known.get(seat.id) ?? {...alone(seat), panelsOf};
		known.set(seat.id, sees);
		return sees;
	};
}

/** By seat, what each of its roles is there for. */
export function cardsOf(
	{seats}: RoomPlan,
	{roles}: Roles,
): Readonly<Record<string, readonly string[]>> {
	const cardOf = (role: string) => (Object.hasOwn(roles, role) ? (roles[role]?.card ?? '') : '');
	return Object.fromEntries(
		seats.map(({id, roles: held}) => [id, held.map(cardOf).filter(card => card !== '')]),
	);
}

function whosePanels(seats: readonly (Pick<Sees, 'panels'> & {readonly id: string})[]) {
	return Object.fromEntries(
		PANELS.map(panel => [
			panel,
			seats.filter(({panels}) => panels.includes(panel)).map(({id}) => id),
		]),
	);
}

/** Areas that a seat sees and orders nothing in, by the roles that it goes by. */
export function readsOf({roles: held, areas}: Seat, {roles}: Roles): readonly string[] {
	const reads = held.flatMap(role =>
		Object.hasOwn(roles, role) ? (roles[role]?.reads ?? []) : [],
	);
	return [...new Set(reads)].filter(area => !areas.includes(area));
}

/** Whether a seat holds an area, or goes by a role. */
export function holds({areas, roles, id}: Seat, areaOrRole: string): boolean {
	return areas.includes(areaOrRole) || roles.includes(areaOrRole) || id === areaOrRole;
}

function holdsAll(held: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every(area => held.includes(area));
}

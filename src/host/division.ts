import {staffingFor, type Level, type Roles} from '../level/index.ts';
import {seenFrom, type Observation, type Sees} from '../observe/index.ts';
import {seesOf, whyNotTheirs, type Fog, type RoomPlan, type Seat} from '../session/index.ts';
import type {Division} from '../team/index.ts';

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

/** What each seat of a plan sees and may order. */
export function divisionOf(
	{seats, fog}: RoomPlan,
	roles: Roles,
	{alerts}: Pick<Level, 'alerts'>,
): Division {
	const whole = (seat: Seat) => ({...seat, cards: [], reads: readsOf(seat, roles)});
	const seating = {roles, seats: seats.map(whole)};
	const sees = new Map<string, Sees>();
	const seesFrom = (seat: Seat): Sees => {
		const known = sees.get(seat.id) ?? seesOf(whole(seat), roles, {as: [seat.id], fog, alerts});
		sees.set(seat.id, known);
		return known;
	};
	const looks = new Map<string, {readonly of: Observation; readonly seen: Observation}>();
	return {
		seats,
		see(seat, observation) {
			const before = looks.get(seat.id);
			if (before?.of === observation) return before.seen;
			const seen = seenFrom(seesFrom(seat), observation, before?.seen);
			looks.set(seat.id, {of: observation, seen});
			return seen;
		},
		whoOrders: order =>
			seats
				.filter(seat => whyNotTheirs(order, whole(seat), seesFrom(seat), seating) === undefined)
				.map(({id}) => id),
	};
}

/** Areas that a seat sees and orders nothing in, by the roles that it goes by. */
function readsOf({roles: held, areas}: Seat, {roles}: Roles): readonly string[] {
	const reads = held.flatMap(role =>
		Object.hasOwn(roles, role) ? (roles[role]?.reads ?? []) : [],
	);
	return [...new Set(reads)].filter(area => !areas.includes(area));
}

function holdsAll(held: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every(area => held.includes(area));
}

import type {Level, Roles} from '../level/index.ts';
import {seenFrom, type Observation} from '../observe/index.ts';
import {readsOf, seesIn, whyNotTheirs, type RoomPlan, type Seat} from '../session/index.ts';
import type {Division} from '../team/index.ts';

/** What each seat of a plan sees and may order. */
export function divisionOf(
	plan: RoomPlan,
	roles: Roles,
	level: Pick<Level, 'alerts' | 'readBack'>,
): Division {
	const {seats} = plan;
	const {readBack} = level;
	const whole = (seat: Seat) => ({...seat, cards: [], reads: readsOf(seat, roles)});
	const seating = {roles, seats: seats.map(whole)};
	const seesFrom = seesIn(plan, roles, level);
	const looks = new Map<string, {readonly of: Observation; readonly seen: Observation}>();
	return {
		readBack,
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

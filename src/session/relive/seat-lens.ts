import type {Level, Roles} from '../../level/index.ts';
import {seenFrom, type Observation} from '../../observe/index.ts';
import type {KeptNote} from '../notes.types.ts';
import {seesIn} from '../seats/index.ts';
import {
	emptyRoom,
	roomInWhole,
	roomSeenFrom,
	withNote,
	type RoomPlan,
	type Seat,
} from '../talk/index.ts';

/** Through whose eyes a replay is watched: everybody’s, or those of one seat. */
export type SeatLens = {
	/** Seats that it can be watched from; none where one played alone. */
	readonly seats: readonly string[];
	/** Null where all is seen. */
	readonly seat: string | null;
	/** False where there is no such seat. */
	sit(seat: string | null): boolean;
	/** What is to be seen of a second, with what the room has said by then. */
	see(observation: Observation, notes: readonly KeptNote[]): Observation;
};

export function seatLens(
	plan: RoomPlan | undefined,
	roles: Roles | undefined,
	level: Level,
): SeatLens {
	if (plan === undefined || roles === undefined) return ALONE;
	const {seats} = plan;
	const sees = seesIn(plan, roles, level);
	let from: Seat | null = null;
	let known = {count: 0, room: emptyRoom(seats)};
	const roomAt = (notes: readonly KeptNote[]) => {
		const before = known.count <= notes.length ? known : {count: 0, room: emptyRoom(seats)};
		const room = notes.slice(before.count).reduce(withNote, before.room);
		known = {count: notes.length, room};
		return room;
	};
	return {
		seats: seats.map(({id}) => id),
		get seat() {
			return from?.id ?? null;
		},
		sit(seat) {
			const wanted = seats.find(({id}) => id === seat);
			if (seat !== null && wanted === undefined) return false;
			from = wanted ?? null;
			return true;
		},
		see(observation, notes) {
			const room = roomAt(notes);
			if (from === null) return {...observation, room: roomInWhole(room)};
			return {...seenFrom(sees(from), observation), room: roomSeenFrom(room, from)};
		},
	};
}

const ALONE: SeatLens = {
	seats: [],
	seat: null,
	sit: seat => seat === null,
	see: observation => observation,
};

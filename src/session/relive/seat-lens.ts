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

/** Through whose eyes a replay is watched: everybody’s, those of one seat, or those of two beside each other. */
export type SeatLens = {
	/** Seats that it can be watched from; none where one played alone. */
	readonly seats: readonly string[];
	/** Null where all is seen. */
	readonly seat: string | null;
	/** The second of two seats; null where there is one picture. */
	readonly beside: string | null;
	/** False where there is no such seat. */
	sit(seat: string | null, beside?: string): boolean;
	/** What is to be seen of a second, with what the room has said by then. */
	see(observation: Observation, notes: readonly KeptNote[]): Observation;
	/** The same from the second of two seats; null where there is none. */
	seeBeside(observation: Observation, notes: readonly KeptNote[]): Observation | null;
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
	let other: Seat | null = null;
	let known = {count: 0, room: emptyRoom(seats)};
	const roomAt = (notes: readonly KeptNote[]) => {
		const before = known.count <= notes.length ? known : {count: 0, room: emptyRoom(seats)};
		const room = notes.slice(before.count).reduce(withNote, before.room);
		known = {count: notes.length, room};
		return room;
	};
	const seen = (by: Seat | null, observation: Observation, notes: readonly KeptNote[]) => {
		const room = roomAt(notes);
		if (by === null) return {...observation, room: roomInWhole(room)};
		return {...seenFrom(sees(by), observation), room: roomSeenFrom(room, by)};
	};
	const seatCalled = (name: string | null | undefined) => seats.find(({id}) => id === name);
	return {
		seats: seats.map(({id}) => id),
		get seat() {
			return from?.id ?? null;
		},
		get beside() {
			return other?.id ?? null;
		},
		sit(seat, beside) {
			const [wanted, second] = [seatCalled(seat), seatCalled(beside)];
			if (seat !== null && wanted === undefined) return false;
			if (beside !== undefined && (second === undefined || wanted === undefined)) return false;
			from = wanted ?? null;
			other = second ?? null;
			return true;
		},
		see: (observation, notes) => seen(from, observation, notes),
		seeBeside: (observation, notes) => (other === null ? null : seen(other, observation, notes)),
	};
}

const ALONE: SeatLens = {
	seats: [],
	seat: null,
	beside: null,
	sit: (seat, beside) => seat === null && beside === undefined,
	see: observation => observation,
	seeBeside: () => null,
};

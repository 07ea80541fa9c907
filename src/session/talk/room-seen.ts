import type {RoomSeen} from '../../observe/index.ts';
import type {Seat} from './room-event.types.ts';
import {draftOf, type Room} from './room.ts';

const MESSAGES_SHOWN = 200;
const LOOPS_SHOWN = 100;
/** Whoever leads, or keeps the record, sees what others ask of each other. */
const AREAS_THAT_SEE_ALL = ['lead', 'record'];

/** The room as one seat has it. */
export function roomSeenFrom(room: Room, seat: Seat, away?: readonly string[]): RoomSeen {
	const isMine = (of: string) => of === 'all' || of === seat.id || seat.roles.includes(of);
	const seesAll = seat.areas.some(area => AREAS_THAT_SEE_ALL.includes(area));
	const heard: Room = {
		...room,
		messages: room.messages.filter(({by, to}) => by === seat.id || isMine(to)),
		loops: room.loops.filter(({by, of}) => seesAll || by === seat.id || isMine(of)),
	};
	return {
		...roomInWhole(heard, away),
		seat: seat.id,
		note: room.handovers.findLast(({to}) => to === seat.id) ?? null,
		draft: draftOf(room, seat.id),
	};
}

/** The room as whoever serves the drill has it. */
export function roomInWhole(room: Room, away: readonly string[] = []): RoomSeen {
	const {seats, sitting, messages, loops, holds, pace} = room;
	return {
		seat: '',
		seats: seats.map(({id, title, roles}) => ({
			...{id, title, roles},
			person: sitting[id] ?? '',
			away: away.includes(id),
		})),
		messages: messages.slice(-MESSAGES_SHOWN),
		loops: loops.slice(-LOOPS_SHOWN),
		holds,
		pace: pace ?? 0,
		served: null,
		note: null,
		draft: [],
	};
}

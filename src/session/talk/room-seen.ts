import type {FactToken, Loop, RoomSeen} from '../../observe/index.ts';
import {hears} from './channels.ts';
import type {Seat} from './room-event.types.ts';
import {draftOf} from './room.ts';
import type {Room} from './room.types.ts';

const MESSAGES_SHOWN = 200;
const LOOPS_SHOWN = 100;
const TIMELINE_SHOWN = 100;
/** Whoever leads, or keeps the record, sees what others ask of each other. */
const AREAS_THAT_SEE_ALL = ['lead', 'record'];

/** The room as one seat has it. */
export function roomSeenFrom(room: Room, seat: Seat, away?: readonly string[]): RoomSeen {
	const isMine = (of: string) => of === 'all' || of === seat.id || seat.roles.includes(of);
	const seesAll = seat.areas.some(area => AREAS_THAT_SEE_ALL.includes(area));
	const messages = room.messages.filter(message => hears(seat, message, room.splits));
	const loops = room.loops.filter(({by, of}) => seesAll || by === seat.id || isMine(of));
	const reminders = room.reminders.filter(each =>
		hears(seat, {by: 'room', to: each.to}, room.splits),
	);
	return {
		...roomInWhole(heardOf({...room, messages, loops, reminders}), away),
		seat: seat.id,
		note: room.handovers.findLast(({to}) => to === seat.id) ?? null,
		draft: draftOf(room, seat.id),
	};
}

/** The room as whoever sits nowhere hears it. */
export function roomFromAfar(room: Room, away?: readonly string[]): RoomSeen {
	const messages = room.messages.filter(({to}) => to === 'all' || to === 'room');
	const loops = room.loops.map(withoutValues);
	return roomInWhole(heardOf({...room, messages, loops, reminders: []}), away);
}

/** What is asked for, without what was told with it to one seat. */
function withoutValues(loop: Loop): Loop {
	const {about, because, reported, why} = loop;
	return {
		...loop,
		...{about: named(about), because: named(because), reported: named(reported), why: unsaid(why)},
	};
}

function unsaid(why: Loop['why']): Loop['why'] {
	return why?.kind === 'fact' ? {...why, fact: bare(why.fact)} : why;
}

function named(token: FactToken | null): FactToken | null {
	return token === null ? null : bare(token);
}

function bare(token: FactToken): FactToken {
	if (token.kind === 'metric') return {...token, value: null};
	return token.kind === 'look' ? {...token, lines: []} : token;
}

/** Marks of what was not heard say nothing. */
function heardOf(room: Room): Room {
	const {messages, loops} = room;
	const timeline = room.timeline.filter(({entry: {kind, n}}) => {
		if (kind === 'order') return true;
		return (kind === 'said' ? messages : loops).some(each => each.n === n);
	});
	return {...room, timeline};
}

/** The room as whoever serves the drill has it. */
export function roomInWhole(room: Room, away: readonly string[] = []): RoomSeen {
	const {seats, sitting, messages, loops, holds, pace, timeline, reminders} = room;
	return {
		seat: '',
		seats: seats.map(({id, title, roles}) => ({
			...{id, title, roles},
			person: sitting[id] ?? '',
			away: away.includes(id),
		})),
		messages: messages.slice(-MESSAGES_SHOWN),
		loops: loops.slice(-LOOPS_SHOWN),
		timeline: timeline.slice(-TIMELINE_SHOWN),
		reminders,
		holds,
		pace: pace ?? 0,
		waits: pace === null,
		served: null,
		note: null,
		draft: [],
	};
}

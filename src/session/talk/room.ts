import type {Loop, Message} from '../../observe/index.ts';
import type {KeptNote} from '../notes.types.ts';
import {stepLoop, type LoopStep} from './loop.ts';
import type {NoteTag, RoomEvent, Seat} from './room-event.types.ts';

/** What a room is, but for the Region: made of its journal alone, so that a replay has the same. */
export type Room = {
	readonly seats: readonly Seat[];
	/** Who sits where; a seat that is not named is empty. */
	readonly sitting: Readonly<Record<string, string>>;
	readonly messages: readonly Message[];
	readonly loops: readonly Loop[];
	/** Who called for a hold that still stands. */
	readonly holds: readonly {readonly by: string; readonly because: string}[];
	/** Seconds of the night that pass in a real one; null until somebody has set it. */
	readonly pace: number | null;
	/** Real milliseconds of the room, as its journal has them last. */
	readonly ms: number;
	/** What whoever serves the drill has brought about. */
	readonly injected: readonly {readonly at: number; readonly name: string}[];
	/** What they have noted: no seat sees it. */
	readonly notes: readonly {readonly at: number; readonly tag: NoteTag; readonly text: string}[];
	/** Seconds with a name, to come back to with everybody. */
	readonly marks: readonly {readonly at: number; readonly name: string}[];
};

export type RoomNote = {
	readonly at: number;
	readonly by: string;
	readonly ms: number;
	readonly event: RoomEvent;
};

export function emptyRoom(seats: readonly Seat[]): Room {
	return {
		...{seats, sitting: {}, messages: [], loops: [], holds: [], pace: null, ms: 0},
		...{injected: [], notes: [], marks: []},
	};
}

/** The room after something has happened in it. */
export function roomAfter(before: Room, {at, by, ms, event}: RoomNote): Room {
	const room = {...before, ms: Math.max(before.ms, ms)};
	switch (event.kind) {
		case 'sat':
			return {...room, sitting: {...room.sitting, [event.seat]: event.person}};
		case 'view':
			return room;
		case 'said': {
			const {to, facts, text} = event;
			return {...room, messages: [...room.messages, {at, ms, by, to, facts, text}]};
		}
		case 'called': {
			const {n, what, of, order, about, because, dueAt} = event;
			const loop: Loop = {
				n,
				kind: what,
				by,
				of,
				order,
				about,
				because,
				state: 'open',
				at,
				changedAt: at,
				openedAt: ms,
				dueAt,
				readBack: null,
				answeredBy: null,
				caught: false,
				given: null,
				why: null,
				objections: [],
			};
			return {...room, loops: [...room.loops, loop]};
		}
		case 'stepped': {
			const step = {...event.step, by} as LoopStep;
			const loops = room.loops.map(loop => {
				if (loop.n !== event.n) return loop;
				const stepped = stepLoop(loop, step);
				if (!stepped.ok) return loop;
				const isSame = stepped.loop.state === loop.state;
				return {...stepped.loop, changedAt: isSame ? loop.changedAt : at};
			});
			return {...room, loops};
		}
		case 'held':
			return {...room, holds: [...room.holds, {by, because: event.text}]};
		case 'released':
			return {...room, holds: room.holds.filter(hold => hold.by !== by)};
		case 'paced':
			return {...room, pace: event.pace};
		case 'injected':
			return {...room, injected: [...room.injected, {at, name: event.name}]};
		case 'noted': {
			const {tag, text} = event;
			return {...room, notes: [...room.notes, {at, tag, text}]};
		}
		case 'marked': {
			const {name} = event;
			// A name that is given twice means the later second.
			const others = room.marks.filter(mark => mark.name !== name);
			return {...room, marks: [...others, {at, name}]};
		}
		case 'back':
			return room;
	}
}

/** The seat that a role or a seat goes by, where somebody sits on it. */
export function seatOf({seats, sitting}: Room, of: string): string | undefined {
	const taken = seats.filter(({id}) => (sitting[id] ?? '') !== '');
	const seat = taken.find(({id}) => id === of) ?? taken.find(({roles}) => roles.includes(of));
	return seat?.id;
}

/** The room after a note of a journal, whatever the note is about. */
export function withNote(room: Room, {at, by, note}: KeptNote): Room {
	return note.about === 'room' ? roomAfter(room, {at, by, ms: note.ms, event: note.event}) : room;
}

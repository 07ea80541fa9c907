import type {Claim, Handover, Loop} from '../../observe/index.ts';
import type {KeptNote} from '../notes.types.ts';
import {stepLoop, type LoopStep} from './loop.ts';
import {afterRecord, withMessage} from './record.ts';
import type {Room, RoomNote} from './room.types.ts';
import type {RoomEvent, Seat} from './room-event.types.ts';

export function emptyRoom(seats: readonly Seat[]): Room {
	return {
		seats,
		sitting: {},
		covers: {},
		messages: [],
		loops: [],
		holds: [],
		pace: null,
		ms: 0,
		drafts: {},
		handovers: [],
		injected: [],
		notes: [],
		marks: [],
		timeline: [],
		reminders: [],
		splits: {},
		readBack: null,
		patience: 1,
		wanted: [],
		leads: null,
		heardAt: {},
		nudged: [],
		watched: [],
	};
}

/** The room after something has happened in it. */
export function roomAfter(before: Room, {at, by, ms, event}: RoomNote): Room {
	const room = heard({...before, ms: Math.max(before.ms, ms)}, {by, ms, event});
	switch (event.kind) {
		case 'sat':
			return {
				...room,
				sitting: {...room.sitting, [event.seat]: event.person},
				heardAt: {...room.heardAt, [event.seat]: ms},
			};
		case 'covered': {
			const others = Object.entries(room.covers).filter(([seat]) => seat !== event.seat);
			const own = event.by === '' ? [] : [[event.seat, event.by] as const];
			return {...room, covers: Object.fromEntries([...others, ...own])};
		}
		case 'view':
			return room;
		case 'said': {
			const {to, facts, text} = event;
			return withMessage(room, {at, ms, by, to, facts, text});
		}
		case 'called':
			return {...room, loops: [...room.loops, loopCalled(event, {at, by, ms})]};
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
		case 'noted':
		case 'marked':
		case 'back':
			return afterService(room, at, event);
		case 'claimed':
		case 'unclaimed':
		case 'handed':
		case 'took':
			return afterHandover(room, {at, by, ms, event});
		default:
			return afterRecord(room, {at, by, ms, event});
	}
}

/** Whoever does anything is there; what is on a screen says nothing of who looks at it. */
function heard(room: Room, {by, ms, event}: Omit<RoomNote, 'at'>): Room {
	if (event.kind === 'view' || !room.seats.some(({id}) => id === by)) return room;
	const nudged = by === leadOf(room) ? [] : room.nudged;
	return {...room, nudged, heardAt: {...room.heardAt, [by]: ms}};
}

/** The seat that leads the call, where somebody sits on it. */
export function leadOf({seats, sitting, leads}: Room): string | undefined {
	const taken = seats.filter(({id}) => (sitting[id] ?? '') !== '');
	const said = taken.find(({id}) => id === leads);
	return (said ?? taken.find(({areas}) => areas.includes('lead')))?.id;
}

function loopCalled(
	{n, what, of, order, about, because, dueAt}: Extract<RoomEvent, {readonly kind: 'called'}>,
	{at, by, ms}: Omit<RoomNote, 'event'>,
): Loop {
	return {
		...{n, kind: what, by, of, order, about, because, dueAt},
		...{
			state: 'open',
			at,
			changedAt: at,
			openedAt: ms,
			readBack: null,
			answeredBy: null,
			caught: false,
		},
		...{given: null, reported: null, why: null, objections: []},
	};
}

type Service = Extract<RoomEvent, {readonly kind: 'injected' | 'noted' | 'marked' | 'back'}>;

/** The room after something that whoever serves the drill did. */
function afterService(room: Room, at: number, event: Service): Room {
	switch (event.kind) {
		case 'injected':
			return {
				...room,
				injected: [...room.injected, {at, name: event.name, planned: event.planned ?? null}],
			};
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

type Handing = Extract<RoomEvent, {readonly kind: 'claimed' | 'unclaimed' | 'handed' | 'took'}>;

/** The room after somebody wrote on a note, gave it or took it. */
function afterHandover(
	room: Room,
	{at, by, ms, event}: RoomNote & {readonly event: Handing},
): Room {
	switch (event.kind) {
		case 'claimed':
			return withDraft(room, by, [...draftOf(room, by), event.claim]);
		case 'unclaimed': {
			const left = draftOf(room, by).filter((_, index) => index + 1 !== event.place);
			return withDraft(room, by, left);
		}
		case 'handed': {
			const {to, text: said} = event;
			const handover: Handover = {
				...{n: room.handovers.length + 1, at, ms, from: by, to, words: said},
				...{claims: draftOf(room, by), takenAt: null, readBack: []},
			};
			return {...withDraft(room, by, []), handovers: [...room.handovers, handover]};
		}
		case 'took': {
			const note = unread(room, by);
			const {readBack} = event;
			const handovers = room.handovers.map(each =>
				each === note ? {...each, takenAt: at, readBack} : each,
			);
			return {...room, handovers};
		}
	}
}

/** What a seat has written of its note so far. */
export function draftOf({drafts}: Pick<Room, 'drafts'>, seat: string): readonly Claim[] {
	return Object.hasOwn(drafts, seat) ? (drafts[seat] ?? []) : [];
}

function withDraft(room: Room, seat: string, claims: readonly Claim[]): Room {
	return {...room, drafts: {...room.drafts, [seat]: claims}};
}

/** The note that a seat has to read before it sees anything; undefined where there is none. */
export function unread({handovers}: Pick<Room, 'handovers'>, seat: string): Handover | undefined {
	return handovers.findLast(({to, takenAt}) => to === seat && takenAt === null);
}

/** The seat that a role or a seat goes by, where somebody sits on it. */
export function seatOf({seats, sitting, covers}: Room, of: string): string | undefined {
	const taken = seats.filter(({id}) => (sitting[id] ?? '') !== '');
	const seat = taken.find(({id}) => id === of) ?? taken.find(({roles}) => roles.includes(of));
	return seat === undefined ? undefined : (covers[seat.id] ?? seat.id);
}

/** A seat with what it stands in for; a name of its own tells what it sees then from what it sees alone. */
export function withCovered({seats, covers}: Pick<Room, 'seats' | 'covers'>, seat: Seat): Seat {
	const covered = seats.filter(({id}) => covers[id] === seat.id);
	if (covered.length === 0) return seat;
	const all = [seat, ...covered];
	return {
		...seat,
		id: all.map(({id}) => id).join(COVERS),
		roles: [...new Set(all.flatMap(({id, roles}) => [id, ...roles]))],
		areas: [...new Set(all.flatMap(({areas}) => areas))],
	};
}

/** Stands between the names of a seat and of those that it stands in for. */
export const COVERS = ' + ';

/** The room after a note of a journal, whatever the note is about. */
export function withNote(room: Room, {at, by, note}: KeptNote): Room {
	return note.about === 'room' ? roomAfter(room, {at, by, ms: note.ms, event: note.event}) : room;
}

import {cleanText, wordsLike} from '../../level/index.ts';
import {CLAIMS_MAX, HANDOVER_FIELDS, READ_BACK, type Observation} from '../../observe/index.ts';
import type {Problem} from '../session.types.ts';
import type {RoomEvent} from '../talk/room-event.types.ts';
import {draftOf, unread} from '../talk/room.ts';
import type {Room} from '../talk/room.types.ts';
import {Unread} from '../talk/unread.ts';
import {CLAIM_FORMS, readClaim} from './read-claim.ts';

/** Who writes on a note or takes one, and what they see. */
export type Handing = {
	readonly room: Room;
	readonly seat: string;
	readonly seen: Observation;
	readonly suspects: readonly string[];
	/** Seats and roles that may be named. */
	readonly seats: readonly string[];
};

export type Handed =
	| {readonly ok: true; readonly events: readonly RoomEvent[]}
	| {readonly ok: false; readonly problem: Problem};

/** What can be typed for a note, with its forms. */
export const HANDOVER_FORMS = {
	...CLAIM_FORMS,
	drop: 'handover drop <place>',
	to: 'handover to <name or seat> [words]',
	take: `take <${String(READ_BACK)} claim numbers that you read back>`,
} as const;

/** Whether a line is about a note: what it says, whom it goes to, or that it is taken. */
export function isHandover(text: string): boolean {
	return /^\s*(?:handover|take)(?:\s|$)/iu.test(text);
}

/** Reads a line about a note and says what comes of it. */
export function hand(text: string, handing: Handing): Handed {
	const line = cleanText(text.replaceAll('\t', ' ')).trim().replaceAll(/ +/g, ' ');
	const [verb = '', word = ''] = line.toLowerCase().split(' ');
	const rest = line.split(' ').slice(2).join(' ');
	try {
		if (verb === 'take') return take(line.split(' ').slice(1), handing);
		const field = HANDOVER_FIELDS.find(each => each === word);
		if (field !== undefined) {
			const claim = readClaim(field, rest, {...handing, loops: handing.room.loops});
			const own = draftOf(handing.room, handing.seat);
			if (own.filter(each => each.field === field).length >= CLAIMS_MAX[field]) {
				return no(
					`A note has at most ${String(CLAIMS_MAX[field])} claims under ${field}: drop one.`,
				);
			}
			return events({kind: 'claimed', claim});
		}
		if (word === 'drop') return drop(rest, handing);
		if (word === 'to') return give(rest, handing);
	} catch (error) {
		if (error instanceof Unread) return {ok: false, problem: error.problem};
		throw error;
	}
	return no(`Usage: “${HANDOVER_FORMS.to}”, after what the note says: ${FIELDS}.`);
}

const FIELDS = HANDOVER_FIELDS.map(field => `handover ${field}`).join(', ');

function drop(text: string, {room, seat}: Handing): Handed {
	const place = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
	if (place >= 1 && place <= draftOf(room, seat).length) {
		return events({kind: 'unclaimed', place});
	}
	return no(`Your note has no claim ${text.slice(0, 10)}.`);
}

/** The note goes to whoever sits on the seat from then on: with another person of the room, seats are changed. */
function give(text: string, {room, seat}: Handing): Handed {
	if (draftOf(room, seat).length === 0) {
		return no(`Your note is still empty: ${FIELDS}.`);
	}
	const {to, words} = receiver(text, room, seat);
	const handed: RoomEvent = {kind: 'handed', to: seat, text: words};
	if (to === seat) return events(handed);
	const [mine = '', theirs = ''] = [room.sitting[seat], room.sitting[to]];
	if (unread(room, to) !== undefined) return no(`${theirs} has a note to read first.`);
	return events(handed, {kind: 'sat', seat, person: theirs}, {kind: 'sat', seat: to, person: mine});
}

/** The seat that is meant by its name, by who sits there, or as one's own; and the words beside it. */
function receiver(
	text: string,
	{sitting, seats}: Room,
	own: string,
): {readonly to: string; readonly words: string} {
	const typed = text.toLowerCase();
	const taken = seats.filter(({id}) => (sitting[id] ?? '') !== '');
	const names = taken.flatMap(({id, roles}) => [
		...[id, sitting[id] ?? '', ...roles].map(name => ({name, id})),
	]);
	const all = [...names, {name: 'me', id: own}, {name: 'myself', id: own}];
	const fits = all
		.filter(({name}) => typed === name.toLowerCase() || typed.startsWith(`${name.toLowerCase()} `))
		.sort((a, b) => b.name.length - a.name.length);
	const [found] = fits;
	if (found !== undefined) {
		return {to: found.id, words: text.slice(found.name.length).trim()};
	}
	const like = wordsLike(
		typed,
		all.map(({name}) => name),
	);
	throw new Unread(`Nobody here is “${text.slice(0, 40)}”.`, like);
}

function take(places: readonly string[], {room, seat}: Handing): Handed {
	const note = unread(room, seat);
	if (note === undefined) return no('There is no note for you to take.');
	const {length} = note.claims;
	const wanted = Math.min(READ_BACK, length);
	const readBack = [...new Set(places.map(Number))];
	const fits = readBack.every(place => Number.isInteger(place) && place >= 1 && place <= length);
	if (!fits || readBack.length < wanted) {
		return no(
			`Read back ${String(wanted)} of its ${String(length)} claims by number: the worst thing, what is due next, the first do-not. Usage: “take 1 2 3”.`,
		);
	}
	return events({kind: 'took', readBack});
}

function events(...all: readonly RoomEvent[]): Handed {
	return {ok: true, events: all};
}

function no(message: string): Handed {
	return {ok: false, problem: {message, suggestions: []}};
}

import {
	isSplit,
	leadOf,
	ONE_CALL_SEATS,
	seatOf,
	type Room,
	type RoomEvent,
	type Talk,
	CHANNELS,
	ASIDE,
} from '../session/index.ts';
import type {Decided, Decider, Speaking} from './decide.types.ts';

type Recorded =
	'reply' | 'star' | 'tag' | 'remind' | 'split' | 'merge' | 'aside' | 'lead' | 'unconfirmed';

/** What comes of answers to those outside, of marks on the timeline, of channels, and of who leads. */
export const RECORD_DECIDERS: {readonly [Verb in Recorded]: Decider<Verb>} = {
	reply: (_, {to, form}, {writers}) =>
		writers.includes(to)
			? events({kind: 'replied', to, form})
			: no(`Nobody who is ${to} has written to you.`),
	star: (room, {entry}, speaking) =>
		whyNoEntry(room, entry, speaking) ?? events({kind: 'starred', entry}),
	tag: (room, {entry, tag}, speaking) =>
		whyNoEntry(room, entry, speaking) ?? events({kind: 'tagged', entry, tag}),
	remind(room, {minutes, to, words}, {seat, now}) {
		const keeps = keepersOf(room, ['scribe', 'deputy']);
		if (!keeps.includes(seat)) return no(notTheirs('Reminders are', keeps));
		if (to !== null && seatOf(room, to) === undefined) return no(`Nobody covers ${to} now.`);
		if (room.reminders.length >= REMINDERS_MAX) {
			return no(`${String(REMINDERS_MAX)} reminders are the most: let one come first.`);
		}
		return events({kind: 'reminder', due: now + 60 * minutes, to: to ?? seat, text: words});
	},
	split(room, {seats, into, minutes}, {seat, now}) {
		const why = whyNoSplit(room, seat);
		if (why !== undefined) return no(why);
		const ids = seats.map(each => seatOf(room, each));
		const empty = ids.indexOf(undefined);
		if (empty !== -1) return no(`Nobody covers ${seats[empty] ?? ''} now.`);
		const sent = ids.flatMap(id => id ?? []);
		const back: RoomEvent = {
			...{kind: 'reminder', due: now + 60 * (minutes ?? 0), to: into},
			text: `${into} tells the call its condition, its actions and its needs.`,
		};
		const split: RoomEvent = {kind: 'split', channel: into, seats: [...new Set(sent)]};
		return minutes === null ? events(split) : events(split, back);
	},
	merge(room, {channel}, {seat}) {
		const why = whyNoSplit(room, seat);
		if (why !== undefined) return no(why);
		if ((room.splits[channel] ?? []).length === 0) return no(`Nobody is on ${channel}.`);
		return events({kind: 'split', channel, seats: []});
	},
	aside: (_, {words}) => events({kind: 'said', to: ASIDE, facts: [], text: words}),
	lead(room, _, {seat}) {
		const lead = leadOf(room);
		if (lead === seat) return no('You already have the lead.');
		const own = room.seats.find(({areas}) => areas.includes('lead'))?.id;
		const isFree =
			lead === undefined || room.covers[lead] !== undefined || room.nudged.includes('all');
		if (!isFree && own !== seat) {
			return no(`${lead} leads. Whoever hears nothing of them for long is asked.`);
		}
		const said = `${seat} has the lead now.`;
		return events({kind: 'led'}, {kind: 'said', to: 'all', facts: [], text: said});
	},
	unconfirmed: () => no('That is a command: type it as one.'),
};

const REMINDERS_MAX = 20;

/** Why nobody would hear it; undefined where somebody does. */
export function whyNotHeard(room: Room, to: string, seat: string): string | undefined {
	if (to === 'all' || to === 'room') return undefined;
	if (CHANNELS.some(channel => channel === to)) {
		if (room.seats.length <= ONE_CALL_SEATS) {
			return `In a room of ${String(ONE_CALL_SEATS)} seats and fewer there is one call: tell all.`;
		}
		if (isSplit(to) && leadOf(room) !== seat && !(room.splits[to] ?? []).includes(seat)) {
			return `You are not on ${to}: whoever leads sends people there.`;
		}
		return undefined;
	}
	if (seatOf(room, to) !== undefined) return undefined;
	return `Nobody covers ${to} now: tell all, or the commander.`;
}

function whyNoSplit(room: Room, seat: string): string | undefined {
	if (room.seats.length <= ONE_CALL_SEATS) {
		return `In a room of ${String(ONE_CALL_SEATS)} seats and fewer there is one call.`;
	}
	const lead = leadOf(room);
	if (lead === seat || lead === undefined) return undefined;
	return `${lead} leads, and sends people off the call.`;
}

type Entry = Extract<Talk, {readonly verb: 'star'}>['entry'];

function whyNoEntry(room: Room, {kind, n}: Entry, {seat, given}: Speaking): Decided | undefined {
	const keeps = keepersOf(room, ['scribe']);
	if (!keeps.includes(seat)) return no(notTheirs('The timeline is', keeps));
	const own = kind === 'said' ? room.messages : room.loops;
	const isThere = kind === 'order' ? n >= 1 && n <= given : own.some(each => each.n === n);
	return isThere ? undefined : no(`There is no ${kind === 'said' ? '' : `${kind} `}${String(n)}.`);
}

/** Seats that keep the record, or have one of these roles. */
function keepersOf({seats}: Room, roles: readonly string[]): readonly string[] {
	return seats
		.filter(seat => seat.areas.includes('record') || seat.roles.some(role => roles.includes(role)))
		.map(({id}) => id);
}

function notTheirs(what: string, keeps: readonly string[]): string {
	return `${what} for ${keeps.length === 0 ? 'nobody here' : keeps.join(' and ')} to keep.`;
}

function events(...all: readonly RoomEvent[]): Decided {
	return {ok: true, events: all};
}

function no(why: string): Decided {
	return {ok: false, why};
}

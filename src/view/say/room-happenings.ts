import type {Message, Observation, RoomSeen, SeatSeen} from '../../observe/index.ts';
import {loopFacts} from './facts/loops.ts';
import {isForYou, messageFacts, whomWords} from './facts/room.ts';
import type {Happening} from './happening.ts';

/** What came about in the room between two looks at it: who came and went, what was said and asked, how time runs. */
export function roomHappenings(before: Observation, after: Observation): readonly Happening[] {
	if (before.room === null || after.room === null) return [];
	const [was, is] = [before.room, after.room];
	return [
		...said(before, after),
		...asked(before, after),
		...seated(was, is).map(text => now(after, 'SEAT', text)),
		...timed(was, is).map(([word, text]) => now(after, word, text)),
	];
}

function now({now: at}: Observation, word: string, text: string): Happening {
	return {at, kind: 'room', word, text, lines: [], group: ''};
}

function said(before: Observation, after: Observation): readonly Happening[] {
	const known = new Set(before.room?.messages.map(keyOf));
	const facts = [...messageFacts(after)].reverse();
	return (after.room?.messages ?? []).flatMap((message, index): readonly Happening[] => {
		const {at, by, to} = message;
		const of = facts[index]?.of;
		if (of === undefined || by === after.room?.seat || known.has(keyOf(message))) return [];
		const word = isForYou(after, message) ? 'FOR YOU' : 'SAID';
		const text = `${by}${whomWords(to)}: ${of.said}`;
		return [{at, kind: 'said', word, text, lines: [], group: ''}];
	});
}

function keyOf({ms, by, text, facts}: Message): string {
	return `${String(ms)} ${by} ${String(facts.length)} ${text}`;
}

/** What is asked, and what comes of it, but for what one has done oneself. */
function asked(before: Observation, after: Observation): readonly Happening[] {
	const were = new Map(loopFacts(before).map(({id, word, text}) => [id, {word, text}]));
	return loopFacts(after).flatMap(({id, word, text, of}): readonly Happening[] => {
		const was = were.get(id);
		const isYours = was?.word !== word && of.by !== null && of.by === after.room?.seat;
		if (was?.text === text || isYours) return [];
		return [{...now(after, word === 'OPEN' ? 'ASKED' : word, text), kind: 'said'}];
	});
}

function seated(was: RoomSeen, is: RoomSeen): readonly string[] {
	const were = new Map(was.seats.map(seat => [seat.id, seat]));
	return is.seats.flatMap(seat => {
		const told = seatTold(were.get(seat.id), seat);
		return told === undefined ? [] : [told];
	});
}

function seatTold(was: SeatSeen | undefined, {id, person, away}: SeatSeen): string | undefined {
	if (was?.person !== person) {
		return person === '' ? `${was?.person ?? ''} has left ${id}` : `${person} has taken ${id}`;
	}
	if (was.away === away || person === '') return undefined;
	return away ? `${person} on ${id} has lost the connection` : `${person} on ${id} is back`;
}

function timed(was: RoomSeen, is: RoomSeen): readonly (readonly [word: string, text: string])[] {
	const held = is.holds.filter(({by}) => !was.holds.some(hold => hold.by === by));
	const released = was.holds.filter(({by}) => !is.holds.some(hold => hold.by === by));
	const told = held.map(
		({by, because}) => ['HOLD', `${by} holds${because === '' ? '' : `: ${because}`}`] as const,
	);
	const over = released.map(({by}) => ['RELEASED', `${by} released the hold`] as const);
	const pace = is.pace === 0 ? 'time is stopped' : `time runs at ${String(is.pace)}x`;
	return [...told, ...over, ...(was.pace === is.pace ? [] : [['PACE', pace] as const])];
}

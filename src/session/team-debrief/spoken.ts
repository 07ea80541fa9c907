import type {FactToken} from '../../observe/index.ts';
import {
	ASIDE,
	CHANNELS,
	hears,
	roomAfter,
	seatOf,
	type Room,
	type RoomNote,
} from '../talk/index.ts';

/** Something that was said so that others have it: facts, and the seats that they reached. */
export type Spoken = {
	readonly at: number;
	readonly ms: number;
	readonly by: string;
	readonly to: string;
	readonly facts: readonly FactToken[];
	/** Seats where somebody sat who was spoken to. */
	readonly reached: readonly string[];
};

/** All that was said, with whoever sat there to hear it, and the room as it ended. */
export function spokenIn(
	notes: readonly RoomNote[],
	begun: Room,
): {readonly spoken: readonly Spoken[]; readonly room: Room} {
	const spoken: Spoken[] = [];
	let room = begun;
	for (const note of notes) {
		const said = saidIn(note, room);
		if (said !== null) {
			const {at, by, ms} = note;
			spoken.push({at, ms, by, ...said, reached: reachedBy(said.to, by, room)});
		}
		room = roomAfter(room, note);
	}
	return {spoken, room};
}

function saidIn({event, by}: RoomNote, {loops}: Room): Pick<Spoken, 'to' | 'facts'> | null {
	if (event.kind === 'said')
		return isOfTheNight(by, event.to) ? {to: event.to, facts: event.facts} : null;
	if (event.kind === 'called') {
		return event.because === null ? null : {to: event.of, facts: [event.because]};
	}
	if (event.kind !== 'stepped' || event.step.step !== 'report') return null;
	const fact = 'fact' in event.step ? event.step.fact : null;
	const asker = loops.find(({n}) => n === event.n)?.by;
	return fact === null || asker === undefined ? null : {to: asker, facts: [fact]};
}

/** What is said of the room, or aside to and by whoever serves the drill, is never measured. */
function isOfTheNight(by: string, to: string): boolean {
	return ![by, to].some(each => each === 'room' || each === ASIDE);
}

function reachedBy(to: string, by: string, room: Room): readonly string[] {
	const taken = room.seats.filter(({id}) => id !== by && (room.sitting[id] ?? '') !== '');
	if (to === 'all') return taken.map(({id}) => id);
	if (CHANNELS.some(channel => channel === to)) {
		return taken.filter(each => hears(each, {by, to}, room.splits)).map(({id}) => id);
	}
	const seat = seatOf(room, to);
	return seat === undefined || seat === by ? [] : [seat];
}

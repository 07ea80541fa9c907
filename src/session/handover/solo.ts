import {withNothing, type Handover, type Observation} from '../../observe/index.ts';
import type {KeptNote, Note} from '../notes.types.ts';
import type {Problem} from '../session.types.ts';
import {draftOf, emptyRoom, withNote} from '../talk/room.ts';
import type {Room} from '../talk/room.types.ts';
import {hand} from './hand.ts';

/** What a note of one player is written and read with. */
export type SoloHand = {
	readonly notes: readonly KeptNote[];
	readonly seen: Observation;
	readonly suspects: readonly string[];
	readonly keep: (note: Note) => Problem | undefined;
};

export const READ_NOTE =
	'A note from the last session is waiting in panel t. Read back three of its claims by number, as in take 1 2 3.';

/** A line about the note that one player leaves to the next sitting; a sentence says what is wrong with it. */
export function handAlone(
	by: string,
	text: string,
	{notes, seen, suspects, keep}: SoloHand,
): Problem | undefined {
	const handed = hand(text, {room: roomIn(notes), seat: by, seen, suspects, seats: ['me']});
	if (!handed.ok) return handed.problem;
	for (const event of handed.events) {
		const problem = keep({about: 'room', ms: 0, event});
		if (problem !== undefined) return problem;
	}
	return undefined;
}

/** The note that has to be read before anything is seen; undefined where there is none. */
export function waitingNote(notes: readonly KeptNote[]): Handover | undefined {
	const last = roomIn(notes).handovers.at(-1);
	return last?.takenAt === null ? last : undefined;
}

/** What is seen beside the note: nothing before it is read. */
export function withHandover(seen: Observation, notes: readonly KeptNote[]): Observation {
	const room = roomIn(notes);
	const [drafted] = Object.keys(room.drafts);
	const note = room.handovers.at(-1) ?? null;
	if (note === null && drafted === undefined) return seen;
	const handing = {note, draft: draftOf(room, drafted ?? '')};
	if (note === null || note.takenAt !== null) return {...seen, handing};
	return {...withNothing(seen), handing};
}

function roomIn(notes: readonly KeptNote[]): Room {
	return notes.reduce(withNote, emptyRoom([]));
}

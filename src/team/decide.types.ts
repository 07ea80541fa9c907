import type {ChatRole, FactToken} from '../observe/index.ts';
import type {Named, Room, RoomEvent, Talk} from '../session/index.ts';

/** Who speaks, when, and what they see. */
export type Speaking = {
	readonly seat: string;
	/** Real milliseconds since the room was opened. */
	readonly ms: number;
	/** What the speaker sees of it now; undefined where they do not see it. */
	readonly factOf: (named: Named) => FactToken | undefined;
	/** Seconds of the night that pass in a real one. */
	readonly pace: number;
	/** Second of the night. */
	readonly now: number;
	/** Who has written in the chat that the speaker sees. */
	readonly writers: readonly ChatRole[];
	/** How many orders were given by now. */
	readonly given: number;
};

export type Decided =
	| {readonly ok: true; readonly events: readonly RoomEvent[]}
	| {readonly ok: false; readonly why: string};

export type Decider<Verb extends Talk['verb']> = (
	room: Room,
	talk: Extract<Talk, {readonly verb: Verb}>,
	speaking: Speaking,
) => Decided;

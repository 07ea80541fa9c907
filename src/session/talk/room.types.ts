import type {ReadBack} from '../../level/index.ts';
import type {Claim, Handover, Kept, Loop, Message, Reminder} from '../../observe/index.ts';
import type {NoteTag, NudgeStage, Patience, RoomEvent, Seat} from './room-event.types.ts';

/** What a room is, but for the Region: made of its journal alone, so that a replay has the same. */
export type Room = {
	readonly seats: readonly Seat[];
	/** Who sits where; a seat that is not named is empty. */
	readonly sitting: Readonly<Record<string, string>>;
	/** Which seat stands in for which, whose person is away. */
	readonly covers: Readonly<Record<string, string>>;
	readonly messages: readonly Message[];
	readonly loops: readonly Loop[];
	/** Who called for a hold that still stands. */
	readonly holds: readonly {readonly by: string; readonly because: string}[];
	/** Seconds of the night that pass in a real one; null until somebody has set it. */
	readonly pace: number | null;
	/** Real milliseconds of the room, as its journal has them last. */
	readonly ms: number;
	/** What each seat has written of a note that it has not handed over. */
	readonly drafts: Readonly<Record<string, readonly Claim[]>>;
	/** Oldest first. */
	readonly handovers: readonly Handover[];
	/** What whoever serves the drill has brought about. */
	readonly injected: readonly {
		readonly at: number;
		readonly name: string;
		/** Its place in the plan of the session, from 1; null where it was given by hand. */
		readonly planned: number | null;
	}[];
	/** What they have noted: no seat sees it. */
	readonly notes: readonly {readonly at: number; readonly tag: NoteTag; readonly text: string}[];
	/** Seconds with a name, to come back to with everybody. */
	readonly marks: readonly {readonly at: number; readonly name: string}[];
	/** What whoever keeps the record has marked, in the order in which it was. */
	readonly timeline: readonly Kept[];
	readonly reminders: readonly Reminder[];
	/** Who is on which channel beside the call. */
	readonly splits: Readonly<Record<string, readonly string[]>>;
	/** As whoever serves the drill has set it; null where it is as the level has it. */
	readonly readBack: ReadBack | null;
	readonly patience: Patience;
	/** Orders that somebody would have given, and that are to be read back first. */
	readonly wanted: readonly {readonly by: string; readonly order: string; readonly ms: number}[];
	/** Who has said that they lead; null while it is as the seats have it. */
	readonly leads: string | null;
	/** When each seat was heard last, or sat down, in real milliseconds of the room. */
	readonly heardAt: Readonly<Record<string, number>>;
	/** How far it went, since the lead was heard last, that nobody had heard them. */
	readonly nudged: readonly NudgeStage[];
	/** Who has seen what no seat sees. */
	readonly watched: readonly string[];
};

export type RoomNote = {
	readonly at: number;
	readonly by: string;
	readonly ms: number;
	readonly event: RoomEvent;
};

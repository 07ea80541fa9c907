import type {InjectDeed, ReadBack} from '../../level/index.ts';
import type {LoopStep} from './loop.ts';
import type {ChatRole, Claim, Entry, FactToken, Kept, Reply} from '../../observe/index.ts';

/** What happens in a room beside the orders, as its journal keeps it. Whoever did it stands beside it. */
export type RoomEvent =
	/** Who sits on a seat from now on; nobody where the name is empty. */
	| {readonly kind: 'sat'; readonly seat: string; readonly person: string}
	/** Whoever sits on `by` stands in for a seat whose person is away; nobody any more where it is empty. */
	| {readonly kind: 'covered'; readonly seat: string; readonly by: string}
	/** The panels on the screen of a seat. */
	| {readonly kind: 'view'; readonly panels: readonly string[]}
	| {
			readonly kind: 'said';
			readonly to: Whom;
			readonly facts: readonly FactToken[];
			readonly text: string;
	  }
	| {
			readonly kind: 'called';
			readonly n: number;
			readonly what: 'request' | 'ask' | 'propose';
			readonly of: Whom;
			/** In the words of the grammar; null where a fact is asked for. */
			readonly order: string | null;
			/** What is asked for: the fact as the asker has it, its value mostly unknown. */
			readonly about: FactToken | null;
			readonly because: FactToken | null;
			/** Real milliseconds of the room at which it is late. */
			readonly dueAt: number;
	  }
	| {readonly kind: 'stepped'; readonly n: number; readonly step: Unsigned<LoopStep>}
	| {readonly kind: 'held'; readonly text: string}
	| {readonly kind: 'released'}
	| {readonly kind: 'paced'; readonly pace: number}
	/** Something of the level's palette, with all of what it does: it is lived again without the palette. */
	| {
			readonly kind: 'injected';
			readonly name: string;
			readonly deed: InjectDeed;
			/** Its place in the plan of the session, from 1; nothing where it was given by hand. */
			readonly planned?: number | undefined;
	  }
	/** What whoever serves the drill notes for afterwards. No seat ever sees it. */
	| {readonly kind: 'noted'; readonly tag: NoteTag; readonly text: string}
	/** This second under a name, to come back to with everybody. */
	| {readonly kind: 'marked'; readonly name: string}
	/** A claim that a seat adds to the note which it writes. */
	| {readonly kind: 'claimed'; readonly claim: Claim}
	/** The claim of that place goes from the note again; places count from 1. */
	| {readonly kind: 'unclaimed'; readonly place: number}
	/** The note is done and goes to a seat, which sees nothing until it has read it. */
	| {readonly kind: 'handed'; readonly to: string; readonly text: string}
	/** The seat has read its note, and read back claims of it, by their places. */
	| {readonly kind: 'took'; readonly readBack: readonly number[]}
	/** A closed answer to somebody outside who writes. */
	| {readonly kind: 'replied'; readonly to: ChatRole; readonly form: Reply}
	/** An entry of the timeline is starred; a second time it is not any more. */
	| {readonly kind: 'starred'; readonly entry: Entry}
	| {readonly kind: 'tagged'; readonly entry: Entry; readonly tag: Exclude<Kept['tag'], ''>}
	/** What a seat, a role or a channel will be reminded of, in second `due`. */
	| {readonly kind: 'reminder'; readonly due: number; readonly to: Whom; readonly text: string}
	| {readonly kind: 'reminded'; readonly n: number}
	/** Who is on a channel beside the call from now on. */
	| {readonly kind: 'split'; readonly channel: Split; readonly seats: readonly string[]}
	/** Which orders are read back before they are given, and how long people are waited for. */
	| {readonly kind: 'readBack'; readonly mode: ReadBack}
	| {readonly kind: 'patience'; readonly factor: Patience}
	/** A seat would have given an order that is to be read back first. */
	| {readonly kind: 'wanted'; readonly order: string}
	/** It gave one without that, by its number. */
	| {readonly kind: 'unconfirmed'; readonly order: number}
	/** Whoever says so leads from now on. */
	| {readonly kind: 'led'}
	/** What a silent lead leaves waiting was told; the stage says to whom. */
	| {
			readonly kind: 'nudged';
			readonly stage: NudgeStage;
			readonly to: Whom;
			readonly text: string;
	  }
	/** Who has seen what no seat sees, and may not sit on one; or may all the same. */
	| {readonly kind: 'watched'; readonly person: string}
	| {readonly kind: 'allowed'; readonly person: string}
	/** Everybody came back to this second, from a later one of another journal. */
	| {readonly kind: 'back'; readonly name: string; readonly from: number};

/** A silent lead is told of to whoever keeps the record, to the lead, then to whoever serves, or to all. */
export const NUDGES = ['record', 'lead', 'all'] as const;
export type NudgeStage = (typeof NUDGES)[number];

/** By how much people are waited for longer than usually: 0 waits without end. */
export const PATIENCES = [0, 1, 2] as const;
export type Patience = (typeof PATIENCES)[number];

/** What a note is for: to keep, to ask afterwards, a fact; none where it is not said. */
export const NOTE_TAGS = ['', 'keep', 'ask', 'fact'] as const;
export type NoteTag = (typeof NOTE_TAGS)[number];

/** A step without the seat that takes it, which stands beside it. */
export type Unsigned<Step> = Step extends unknown ? Omit<Step, 'by'> : never;

/** `all`, or the name of a seat or a role. */
export type Whom = string;

/** A channel beside the call. */
export type Split = 'alpha' | 'bravo';

/** A place at the table: what it sees and may order goes by its areas. */
export type Seat = {
	readonly id: string;
	readonly title: string;
	readonly roles: readonly string[];
	readonly areas: readonly string[];
};

/** How a room is divided: thin fog lets everybody see how it is with what they stand on. */
export type RoomPlan = {
	readonly seats: readonly Seat[];
	readonly fog: 'thick' | 'thin';
	/** The file in which the room was opened, where its run has gone back since: its codes go by that name. */
	readonly openedAs?: string | undefined;
};

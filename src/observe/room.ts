import type {Claim, Handover} from './handover.ts';

/** The room that a team plays in, as one seat has it: what was said to others is not in it. */
export type RoomSeen = {
	/** The seat that sees it so. */
	readonly seat: string;
	readonly seats: readonly SeatSeen[];
	/** Oldest first. */
	readonly messages: readonly Message[];
	/** What is or was wanted of each other, oldest first. */
	readonly loops: readonly Loop[];
	/** What whoever keeps the record has marked of what this seat has heard, oldest first. */
	readonly timeline: readonly Kept[];
	/** What it will be reminded of, and when. */
	readonly reminders: readonly Reminder[];
	/** Who called for a hold that still stands: time stands as long as one does. */
	readonly holds: readonly {readonly by: string; readonly because: string}[];
	/** Seconds of the night in a real one. */
	readonly pace: number;
	/** Whether the night has not begun: it waits until every seat is taken, or somebody sets a pace. */
	readonly waits: boolean;
	/** The last note that the seat was handed, which it may have to read before it sees anything; null without one. */
	readonly note: Handover | null;
	/** What the seat has written of a note of its own. */
	readonly draft: readonly Claim[];
	/** What only whoever serves the drill sees; null for everybody else. */
	readonly served: Served | null;
};

/** What there is to bring about in a drill, and what was. */
export type Served = {
	/** The palette of the level. */
	readonly palette: readonly {readonly name: string; readonly what: string}[];
	readonly injected: readonly {readonly at: number; readonly name: string}[];
	readonly notes: readonly {readonly at: number; readonly tag: string; readonly text: string}[];
	/** Seconds to come back to with everybody. */
	readonly marks: readonly {readonly at: number; readonly name: string}[];
	/** The plan of the session, in its order. */
	readonly plan: readonly PlanRow[];
};

/** A planned inject: it waits, was given, was dropped because its time had passed, or never came. */
export type PlanRow = {
	readonly inject: string;
	readonly when: string;
	readonly expects: string;
	readonly state: 'waits' | 'given' | 'dropped' | 'never';
};

export type SeatSeen = {
	readonly id: string;
	readonly title: string;
	readonly roles: readonly string[];
	/** Who sits there; empty where nobody does. */
	readonly person: string;
	/** Whether they have lost their connection: the seat stays theirs. */
	readonly away: boolean;
};

export type Message = {
	/** Its place among all that was said, from 1. */
	readonly n: number;
	/** Second of the night. */
	readonly at: number;
	/** Real milliseconds since the room was opened. */
	readonly ms: number;
	readonly by: string;
	readonly to: string;
	readonly facts: readonly FactToken[];
	readonly text: string;
};

/** What a mark on the timeline says: what was decided, why, what is owed, what was so. */
export const TIMELINE_TAGS = ['decision', 'why', 'owed', 'fact'] as const;

/** An entry of the timeline: something that was said, asked or ordered, by its number. */
export type Entry = {readonly kind: 'said' | 'request' | 'order'; readonly n: number};

export type Kept = {
	readonly entry: Entry;
	readonly star: boolean;
	readonly tag: (typeof TIMELINE_TAGS)[number] | '';
};

export type Reminder = {
	readonly n: number;
	/** Second of the night. */
	readonly at: number;
	readonly to: string;
	readonly text: string;
};

/** Closed answers to somebody who writes. Prose says no more than these, and cannot be counted. */
export const REPLIES = {
	looking: 'We see it, and are on it.',
	scope: 'Our last update lists what is affected.',
	next: 'The next update comes when we promised it.',
	unknown: 'We do not know that yet.',
	later: 'Not now: the call needs its people.',
} as const;
export type Reply = keyof typeof REPLIES;

/** Something as its speaker saw it: it does not change on the way, and shows its age. */
export type FactToken =
	| {
			readonly kind: 'metric';
			readonly metric: string;
			readonly value: number | null;
			readonly sampledAt: number;
	  }
	| {
			readonly kind: 'look';
			readonly look: string;
			readonly at: number;
			readonly lines: readonly string[];
	  }
	| {
			readonly kind: 'order';
			readonly order: number;
			readonly what: string;
			readonly state: string;
	  }
	| {readonly kind: 'suspect'; readonly suspect: string; readonly confidence: number};

export const REASONS_TO_OBJECT = ['unsafe', 'wrong order', 'not now'] as const;
export const REASONS_TO_DECLINE = ['cannot', 'unsafe', 'busy', 'not mine'] as const;

export type Objection<F> =
	| {readonly kind: 'fact'; readonly fact: F}
	| {readonly kind: 'word'; readonly word: (typeof REASONS_TO_OBJECT)[number]};

export type Refusal<F> =
	| {readonly kind: 'word'; readonly word: (typeof REASONS_TO_DECLINE)[number]}
	| {readonly kind: 'fact'; readonly fact: F}
	| {readonly kind: 'team'; readonly team: string};

/** Something that one seat wants of another, from the call-out to the report. Times are real milliseconds. */
export type Loop = {
	readonly n: number;
	/** A thing to do, a thing to know, or a thing that everybody may object to. */
	readonly kind: 'request' | 'ask' | 'propose';
	/** The seat that asked. */
	readonly by: string;
	/** The role that is asked; `all` for what is proposed. */
	readonly of: string;
	/** The order in the words of the grammar; null where a fact is asked for. */
	readonly order: string | null;
	readonly about: FactToken | null;
	readonly because: FactToken | null;
	readonly state: LoopState;
	/** Seconds of the night: when it was asked for, and when it came to the state that it is in. */
	readonly at: number;
	readonly changedAt: number;
	readonly openedAt: number;
	/** When it has to be answered, or given. */
	readonly dueAt: number;
	/** What was read back, where it was accepted. */
	readonly readBack: string | null;
	/** The seat that answered. */
	readonly answeredBy: string | null;
	/** A read-back that differed and was put right before it was given. */
	readonly caught: boolean;
	/** Number of the order that was given for it. */
	readonly given: number | null;
	/** The fact that was reported, which is what an ask was for. */
	readonly reported: FactToken | null;
	readonly why: Objection<FactToken> | Refusal<FactToken> | null;
	readonly objections: readonly {readonly by: string; readonly because: Objection<FactToken>}[];
};

export const LOOP_STATES = [
	'open',
	'accepted',
	'confirmed',
	'given',
	'effective',
	'failed',
	'reported',
	'declined',
	'withdrawn',
	'lapsed',
	'forgotten',
	'decided',
	'dropped',
] as const;
export type LoopState = (typeof LOOP_STATES)[number];

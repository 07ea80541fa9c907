import type {Suspect} from '../level/index.ts';
import type {RoomEvent} from './talk/room-event.types.ts';

/** What a player says they expect of a metric, so that it can be held against what came. */
export type Expectation = {
	readonly metric: string;
	readonly change: 'falls' | 'rises' | 'above' | 'below';
	/** The line to cross; null where only the direction was named. */
	readonly value: number | null;
	readonly minutes: number;
};

/** What a journal keeps beside orders: it never touches the world or its hashes. */
export type Note =
	| {
			readonly about: 'hypothesis';
			readonly suspect: Suspect;
			/** 50 to 100 per cent. */
			readonly confidence: number;
			/** What would disprove it, as the player put it. */
			readonly unless: string;
	  }
	| {
			readonly about: 'prediction';
			/** The order it was made for. */
			readonly order: number;
			/** Null where the words could not be read as a metric and its change. */
			readonly expects: Expectation | null;
			readonly text: string;
	  }
	/** A panel the player looked at. */
	| {readonly about: 'opened'; readonly panel: string}
	/** Real seconds for which time stood still. */
	| {readonly about: 'paused'; readonly seconds: number}
	/** Whether one is asked about the situation, unannounced: `on` or `off`. */
	| {readonly about: 'probes'; readonly text: string}
	/** Questions about the situation: asked, with null; then answered, each by the place of an option, or null by who does not know. */
	| {readonly about: 'probe'; readonly answers: readonly (number | null)[] | null}
	/** How it was played: cards off, a hint taken, no clock, by a program. */
	| {readonly about: 'confirm' | 'hint' | 'untimed' | 'program'; readonly text: string}
	/** This second under a name, to come back to. */
	| {readonly about: 'snapshot'; readonly text: string}
	/** What a team does beside its orders; real milliseconds since its room was opened. */
	| {readonly about: 'room'; readonly ms: number; readonly event: RoomEvent}
	/** What is said when it is over: these may follow the end. */
	| {readonly about: 'felt' | 'story' | 'commitment'; readonly text: string};

/** A note with its second and whoever made it. */
export type KeptNote = {readonly at: number; readonly by: string; readonly note: Note};

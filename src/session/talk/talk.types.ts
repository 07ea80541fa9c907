import type {
	ChatRole,
	Entry,
	Objection,
	Refusal,
	Reply,
	TIMELINE_TAGS,
} from '../../observe/index.ts';
import type {Split, Whom} from './room-event.types.ts';

/** What a message may point at: something that the speaker sees, which the room then has as it was seen. */
export type Named =
	| {readonly kind: 'metric'; readonly metric: string}
	/** What a look brought back last, by the words of the look. */
	| {readonly kind: 'look'; readonly look: string}
	/** An order that was given, by its number. */
	| {readonly kind: 'order'; readonly order: number}
	/** Whom the speaker blames, and how sure they are, in per cent. */
	| {readonly kind: 'suspect'; readonly suspect: string; readonly confidence: number};

/** One line of talk, as it was typed and understood. Orders are in the words of the grammar; `n` is a request. */
export type Talk =
	| {
			readonly verb: 'tell';
			readonly to: Whom;
			readonly facts: readonly Named[];
			readonly words: string;
	  }
	| {
			readonly verb: 'request';
			readonly order: string;
			readonly of: string;
			readonly withinMinutes: number | null;
			readonly because: Named | null;
	  }
	| {
			readonly verb: 'ask';
			readonly about: Named;
			readonly of: string;
			readonly withinMinutes: number | null;
	  }
	| {readonly verb: 'propose'; readonly order: string}
	| {readonly verb: 'object'; readonly n: number; readonly because: Objection<Named>}
	| {readonly verb: 'decide'; readonly n: number; readonly go: boolean}
	| {
			readonly verb: 'accept';
			readonly n: number;
			/** The read-back; null where a fact was asked for. */
			readonly order: string | null;
			readonly etaMinutes: number | null;
	  }
	| {readonly verb: 'decline'; readonly n: number; readonly because: Refusal<Named>}
	| {readonly verb: 'say-again'; readonly n: number}
	| {readonly verb: 'confirm'; readonly n: number}
	| {readonly verb: 'correct'; readonly n: number; readonly order: string}
	| {
			readonly verb: 'report';
			readonly n: number;
			readonly came: 'done' | 'failed' | 'no effect';
			readonly fact: Named | null;
	  }
	| {readonly verb: 'withdraw'; readonly n: number}
	| {readonly verb: 'hold'; readonly because: string}
	| {readonly verb: 'release-hold'}
	/** A closed answer to somebody outside who writes. */
	| {readonly verb: 'reply'; readonly to: ChatRole; readonly form: Reply}
	/** Of an entry of the timeline; a second time it is taken off. */
	| {readonly verb: 'star'; readonly entry: Entry}
	| {readonly verb: 'tag'; readonly entry: Entry; readonly tag: (typeof TIMELINE_TAGS)[number]}
	| {
			readonly verb: 'remind';
			readonly minutes: number;
			readonly to: Whom | null;
			readonly words: string;
	  }
	/** Sends seats off the call for a while; null until they are merged. */
	| {
			readonly verb: 'split';
			readonly seats: readonly string[];
			readonly into: Split;
			readonly minutes: number | null;
	  }
	| {readonly verb: 'merge'; readonly channel: Split}
	/** A word to whoever serves the drill, and to nobody else. */
	| {readonly verb: 'aside'; readonly words: string}
	/** Whoever says so leads, where nobody does. */
	| {readonly verb: 'lead'}
	/** An order without the read-back that the level asks for. */
	| {readonly verb: 'unconfirmed'; readonly order: string};

/** Whom talk may name in this room. */
export type Addressees = {
	readonly roles: readonly string[];
	readonly suspects: readonly string[];
	readonly teams: readonly string[];
	/** The seats of people, by how they are called behind an @. */
	readonly people?: Readonly<Record<string, string>>;
};

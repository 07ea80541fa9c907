import type {FactToken, LoopState} from '../../observe/index.ts';
import type {TaskResult} from '../goals/index.ts';

/** A team's run told back to it: of the room and never of a person. Seconds of the night are `at`. */
export type TeamDebrief = {
	readonly fog: 'thick' | 'thin';
	readonly seats: readonly {readonly id: string; readonly title: string}[];
	/** How many persons sat there. Under three, what one seat did is not shown beside what others did. */
	readonly persons: number;
	readonly relays: readonly Relay[];
	readonly duties: readonly Duty[];
	readonly notify: readonly Notice[];
	readonly promises: {readonly made: number; readonly broken: number};
	readonly requests: Requests;
	readonly claims: Claims;
	readonly load: Load;
	readonly holds: readonly {readonly at: number; readonly by: string; readonly seconds: number}[];
	/** The longest real stretch without a word while customers suffered; null where they did not. */
	readonly silence: Silence | null;
	readonly duplicates: readonly Duplicate[];
	readonly handovers: readonly Handed[];
	/** What was given without the read-back that the level asks for. */
	readonly unconfirmed: readonly {
		readonly at: number;
		readonly by: string;
		readonly words: string;
	}[];
	/** From when something waited for a lead who was not heard, until somebody led; null where nobody did. */
	readonly unled: readonly {readonly at: number; readonly ledAt: number | null}[];
	/** What whoever kept the record has marked. */
	readonly timeline: readonly {
		readonly at: number;
		readonly words: string;
		readonly star: boolean;
		readonly tag: string;
	}[];
	/** What whoever served the drill noted, and what they brought about. */
	readonly notes: readonly {readonly at: number; readonly tag: string; readonly text: string}[];
	readonly injected: readonly {readonly at: number; readonly name: string}[];
};

/** A note that one seat handed to another, field by field. */
export type Handed = {
	readonly at: number;
	readonly by: string;
	readonly to: string;
	/** When it was read and taken; null where it was not. */
	readonly takenAt: number | null;
	/** What would be graded otherwise with a line a tenth higher or lower. */
	readonly unsteady: readonly string[];
	readonly fields: readonly {
		readonly field: string;
		readonly of: number;
		readonly kept: readonly string[];
		readonly lost: readonly string[];
		readonly wrong: number;
		readonly stale: number;
		readonly masking: number;
		readonly beyond: number;
	}[];
};

/** How far a fact came. */
export type Broke =
	| 'it could not be seen'
	| 'it was not said'
	| 'it was said late'
	| 'it did not reach those who needed it'
	| 'nothing followed';

/** One fact, from the eye to the hand. Null where it never came to that. */
export type Relay = {
	readonly id: string;
	readonly what: string;
	/** The seat that sees it, and those that have to know. */
	readonly of: string;
	readonly needs: readonly string[];
	/** Whether whoever sees it is all who has to know. */
	readonly own: boolean;
	readonly trueAt: number;
	readonly overAt: number | null;
	readonly seenAt: number | null;
	/** First on the screen of its seat; null too where the seat did not say what was on its screen. */
	readonly screenAt: number | null;
	readonly said: {readonly at: number; readonly by: string; readonly to: string} | null;
	readonly reached: {readonly at: number; readonly seat: string} | null;
	readonly acted: {readonly at: number; readonly by: string; readonly words: string} | null;
	/** How the orders begin that wait for it. */
	readonly waiting: readonly string[];
	/** When it should have been said; null where nobody has set a time. */
	readonly dueAt: number | null;
	/** Real seconds without holds, from seen to said and from said to acted. */
	readonly realSeconds: {readonly say: number | null; readonly act: number | null};
	readonly broke: Broke | null;
};

/** Something that was critical, and whose it was. */
export type Duty = {
	readonly id: string;
	readonly what: string;
	readonly kind: 'task' | 'fact';
	readonly seats: readonly string[];
	readonly state: TaskResult['state'];
	/** Second in which it was met, or from which on it could not be. */
	readonly at: number | null;
};

/** Somebody who was owed a word, from when, and when it came. */
/** How long nobody said a word while some service failed more than `share` of its requests. */
export type Silence = {
	readonly at: number;
	readonly seconds: number;
	readonly share: number;
	/** The same by a tenth less and a tenth more of that share. */
	readonly tenth: readonly [Longest, Longest];
};
type Longest = {readonly share: number; readonly seconds: number};

export type Notice = {
	readonly audience: string;
	readonly since: string;
	readonly from: number;
	readonly word: string;
	readonly at: number | null;
};

/** One thing that was wanted of another. Times of talk are real seconds without holds. */
export type Request = {
	readonly n: number;
	readonly kind: 'request' | 'ask' | 'propose';
	readonly by: string;
	readonly of: string;
	readonly what: string;
	readonly at: number;
	readonly state: LoopState;
	readonly answerSeconds: number | null;
	readonly closedSeconds: number | null;
	readonly why: string;
	readonly closed: boolean;
	readonly carried: boolean;
	/** Read back as something else, and put right before it was given; or given as it was misheard. */
	readonly caught: boolean;
	readonly missed: boolean;
};

export type Requests = {
	readonly all: readonly Request[];
	readonly answered: number;
	readonly declined: number;
	/** Nobody answered, or nobody did what was accepted. */
	readonly lost: number;
	readonly closed: number;
	readonly carried: number;
	readonly caught: number;
	readonly missed: number;
	/** Real seconds to an answer, the middle one and the longest. */
	readonly answerSeconds: {readonly middle: number; readonly longest: number} | null;
	readonly pairs: readonly {
		readonly by: string;
		readonly of: string;
		readonly asked: number;
		readonly closed: number;
	}[];
};

export type Claims = {
	readonly said: number;
	/** As their speakers saw them. */
	readonly seen: number;
	/** Not as their speakers saw them: a journal that was written by hand. */
	readonly unseen: readonly {readonly at: number; readonly by: string; readonly token: FactToken}[];
};

/** What came in and what was done, in real stretches without holds. */
export type Load = {
	readonly everySeconds: number;
	readonly seats: readonly {
		readonly seat: string;
		readonly arriving: readonly number[];
		readonly done: readonly number[];
		/** What was asked of it and is open to the end. */
		readonly open: number;
	}[];
};

export type Duplicate = {
	readonly at: number;
	readonly what: string;
	readonly by: readonly string[];
};

import type {Problem, RunResult, Session} from '../../session/index.ts';
import type {Clock, Observation} from '../../observe/index.ts';
import type {Refusal} from '../do/deed.types.ts';
import type {Fact} from '../say/fact.types.ts';

/** Grows when an answer changes so that an old program would misread it. */
export const PROTOCOL = 1;

/** A refusal has a code, which stays the same whatever its words become. */
export type ProtocolProblem = Problem & {readonly code?: Refusal['code'] | 'asks'};

/** What only the shell knows of a run. */
export type ProtocolSettings = {
	readonly session: Session;
	readonly title: string;
	readonly briefing: string;
	/** The game's version. */
	readonly game: string;
	/** Seconds after which the level ends by itself. */
	readonly limit: number;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Where the journal is kept. */
	readonly journal: string;
	/** Whether it counts: then there is no way back. False unless told. */
	readonly exam?: boolean;
};

/** The first line of a run. */
export type Hello = {
	readonly hello: {
		readonly protocol: typeof PROTOCOL;
		readonly game: string;
		readonly level: string;
		readonly title: string;
		readonly briefing: string;
		readonly seed: string;
		readonly journal: string;
		readonly now: number;
		readonly limit: number;
		readonly clock: Clock;
		/** Every request that is understood. */
		readonly does: readonly string[];
		readonly panels: readonly string[];
		readonly parts: readonly string[];
		readonly suspects: Readonly<Record<string, string>>;
	};
};

/** One thing that came about while time ran, newest first. */
export type Event = {
	readonly at: number;
	readonly time: string;
	readonly kind: string;
	readonly word: string;
	readonly text: string;
	readonly lines: readonly string[];
};

export type OrderHelp = {
	readonly forms: readonly string[];
	readonly what: string;
	readonly takesSeconds: number;
	readonly team: string | null;
	readonly needsTools: boolean;
	readonly changes: boolean;
	readonly risk: string;
	readonly danger: string | null;
	readonly example: string;
};

/** A fact of a panel as it is sent. */
export type PanelFact = Omit<Fact, 'of'> & {
	readonly group: string;
	readonly history?: readonly (number | null)[];
};

/** What can be seen, as far as it was asked for, and as facts what stands whichever panel is looked at. */
export type Seen = Partial<Observation> & {readonly standing?: readonly PanelFact[]};

/** What an answer brings, beside its `id`, `ok` and `now`. */
export type Given = {
	/** What came of it, in the words of every face. */
	readonly said?: string;
	readonly order?: number;
	readonly takesSeconds?: number;
	readonly danger?: string | null;
	readonly stopped?: 'news' | 'decision' | 'until' | 'ended';
	readonly seconds?: number;
	readonly clock?: Clock;
	readonly events?: readonly Event[];
	readonly observation?: Seen;
	readonly title?: string;
	readonly note?: string;
	readonly lines?: readonly string[];
	readonly facts?: readonly PanelFact[];
	readonly words?: readonly string[];
	readonly orders?: readonly OrderHelp[];
	readonly understood?: boolean;
	readonly name?: string;
	/** Null where there is none for the moment. */
	readonly hint?: string | null;
	readonly journal?: string;
	readonly result?: RunResult;
};

type Id = string | number | null;

export type Response =
	| ({readonly id: Id; readonly ok: true; readonly now: number} & Given)
	| {readonly id: Id; readonly ok: false; readonly problem: ProtocolProblem};

/** What only the shell can do. */
export type ProtocolAsk =
	| {readonly type: 'leave'}
	| {
			readonly type: 'fork';
			readonly id: string | number;
			readonly at: number;
	  };

/** A run by JSON lines: requests in, responses out. Time moves only when it is asked to. */
export type Protocol = {
	readonly hello: Hello;
	take(line: string): {readonly response: Response; readonly ask: ProtocolAsk | null};
	/** The answer to the request that led to this run from another. */
	forked(id: string | number): Response;
};

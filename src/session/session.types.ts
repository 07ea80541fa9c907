import type {Money} from '../sim/index.ts';
import type {Judgement} from './goals/index.ts';
import type {Observation} from '../observe/index.ts';
import type {AxisScore} from './score/score.types.ts';
import type {KeptNote, Note} from './notes.types.ts';

/** Bad input from outside: listed, never thrown. */
export type Problem = {
	readonly message: string;
	/** Words that would have been understood here, best first. */
	readonly suggestions: readonly string[];
};

/** One milestone beside the record. */
export type MilestoneResult = {
	readonly id: string;
	readonly what: string;
	/** `HH:MM` PDT on the day, or null where the run is not of that night. */
	readonly real: string | null;
	/** `HH:MM:SS` PDT in this run, or null where it never came. */
	readonly sim: string | null;
	readonly errorMinutes: number | null;
};

/** Harm in minutes of total outage of each kind; `total` is their weighted sum (model 12). */
export type Harm = {readonly total: number; readonly parts: Readonly<Record<string, number>>};

/** The one object that `run --json` and `replay --json` print. */
export type RunResult = Judgement & {
	readonly level: string;
	readonly seed: string;
	readonly version: string;
	readonly ticks: number;
	readonly hash: string;
	readonly milestones: readonly MilestoneResult[];
	readonly harm: Harm;
	/** What that would have cost, in dollars: an order of magnitude. */
	readonly money: Money;
	readonly ended: {
		readonly at: string;
		readonly won: boolean;
		/** Of a run that was lost, with what was still open. */
		readonly why: string;
		/** What kept it from being won, by name; empty where it was won. */
		readonly open: readonly {
			readonly id: string;
			readonly text: string;
			readonly until: string;
		}[];
	} | null;
	/** Orders of the player that came to nothing, oldest first. */
	readonly unfulfilled: readonly UnfulfilledOrder[];
	/** Everything that the player ordered, and what became of it. */
	readonly orders: readonly OrderFate[];
};

/** An order that was refused, or that failed when its time was up. */
export type OrderFate = {
	/** `HH:MM:SS` PDT at which it was given. */
	readonly at: string;
	readonly order: number;
	readonly what: string;
	readonly state: 'running' | 'done' | 'failed' | 'refused';
	/** What was said of it; empty while it runs. */
	readonly message: string;
};

export type UnfulfilledOrder = {
	/** `HH:MM:SS` PDT. */
	readonly at: string;
	readonly order: number;
	readonly what: string;
	readonly state: 'refused' | 'failed';
	readonly why: string;
};

/** One run of one level, with or without anybody watching. Only `advance` moves time. */
export type Session = {
	readonly level: string;
	readonly seed: string;
	/** The second in which it left another run; null where it left none, absent where that is not known. */
	readonly forkedAt?: number | null;
	readonly now: number;
	/** Built when asked for: ask at most once a frame. */
	readonly observation: Observation;
	readonly ended: boolean;
	/** Grows at each thing worth stopping for, as `observation.news` does; costs nothing to ask. */
	readonly news: number;
	/** Whom a hypothesis may name, and what each is. */
	readonly suspects: Readonly<Record<string, string>>;
	/** The second at which the level ends by itself. */
	readonly limit: number;
	/** Oldest first. */
	readonly notes: readonly KeptNote[];
	/** How many orders have been given: the number of the last one. */
	readonly given: number;
	/** Queues an order for the next second. A typo comes back as a problem and is not journalled. */
	attempt(by: string, text: string): Problem | undefined;
	/** Says something to the others of the room; absent where one plays alone. */
	talk?(by: string, text: string): Problem | undefined;
	/** A line about the note that one leaves to the next sitting; absent where a team plays. */
	hand?(by: string, text: string): Problem | undefined;
	/** Tells the host which panels are on the screen; absent where one plays alone. */
	look?(panels: readonly string[]): void;
	/** Keeps a note in the journal. What cannot be kept comes back as a problem. */
	note(by: string, note: Note): Problem | undefined;
	/** Lets the seconds pass, stopping early when the run ends. */
	advance(seconds: number): void;
	/** What the command line offers at the end of `text`: whole next words, best first. */
	complete(text: string): readonly string[];
	result(): RunResult;
	/** Tasks and safety as they are scored, where the run is at hand: no other run is asked for. */
	marks?(): readonly AxisScore[];
	/** Hints that fit the moment, in the order of the level: they point at data, never at the answer. */
	hints(): readonly string[];
};

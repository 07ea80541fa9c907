import type {Session} from '../../session/index.ts';
import type {Moment} from '../moments.ts';

export type PlainSettings = {
	readonly session: Session;
	readonly title: string;
	/** The level's briefing, as its author wrote it. */
	readonly briefing: string;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Whether the terminal can show more than ASCII. */
	readonly unicode: boolean;
	/** Moments to come back to, from the runs that led to this one. */
	readonly moments?: readonly Moment[];
};

/** What only the shell can do. */
export type PlainAsk =
	| {readonly type: 'leave'}
	/** Go on from an earlier second in a run of its own, which is told of these moments. */
	| {readonly type: 'fork'; readonly at: number; readonly moments: readonly Moment[]};

/** What a line came to. */
export type Answer = {readonly lines: readonly string[]; readonly ask: PlainAsk | null};

/** A run by lines, without a terminal: lines in, lines out. Time stands still between them. */
export type Plain = {
	/** What is said before the first line. */
	readonly opening: readonly string[];
	/** What stands before a line that is awaited. */
	readonly prompt: string;
	/** Whether time runs by itself, until news or the next line. */
	readonly going: boolean;
	take(line: string): Answer;
	/** Lets real seconds pass while time runs by itself. */
	live(seconds: number): Answer;
};

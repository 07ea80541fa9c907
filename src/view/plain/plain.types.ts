import type {Session} from '../../session/index.ts';
import type {ShellDeed} from '../do/deed.types.ts';

export type PlainSettings = {
	readonly session: Session;
	readonly title: string;
	/** The level's briefing, as its author wrote it. */
	readonly briefing: string;
	/** Who the player is tonight, in one sentence; empty where the level does not say. */
	readonly role: string;
	/** Whether the run begins here, and is not gone on with. */
	readonly begins: boolean;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Whether the terminal can show more than ASCII. */
	readonly unicode: boolean;
	/** Whether the first steps are told beside it. False unless told. */
	readonly tutorial?: boolean;
	/** Whether it counts: then there is no way back. False unless told. */
	readonly exam?: boolean;
	/** Whether dangerous orders ask before they are given. True unless told. */
	readonly confirm?: boolean;
};

export type PlainAsk = ShellDeed;

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
	/** What came about since it was last told, where time is somebody else's. */
	follow(): Answer;
};

import type {JournalFormat} from './journal.schema.ts';
import type {KeptNote} from './notes.types.ts';
import type {RoomPlan} from './talk/index.ts';

/** One line of a journal. Times are ticks. */
export type JournalLine = BeginLine | DoLine | NoteLine | MarkLine | ReachedLine | EndLine;

/** What a run began under: with the level, everything that is needed to live it again. */
export type BeginLine = {
	readonly kind: 'begin';
	/** Format 1 knew neither notes nor forks, and formats 1 and 2 no world but the first. */
	readonly format: JournalFormat;
	readonly level: string;
	readonly levelHash: string;
	readonly seed: string;
	/** The world that it was lived in: another comes out another way. */
	readonly world: number;
	/** The version of the game that wrote it. */
	readonly game: string;
	/** Major version of the Node that ran it, should two ever disagree. */
	readonly node: number;
	/** Switches and parameters beyond the level's own. */
	readonly switches: readonly string[];
	readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** Where it left another run, if it did; what was lived until then stands in this journal too. */
	readonly forkedFrom?: ForkedFrom | undefined;
	/** The line of a damaged journal that was the first it could not keep, if it was made of one. */
	readonly salvagedAt?: number | undefined;
	/** The seats of a team that plays together, if one does. */
	readonly room?: RoomPlan | undefined;
};

/** The run that a fork left: the checksum its journal ended with, and the second of leaving it. */
export type ForkedFrom = {readonly sum: string; readonly at: number};

/** An order given, refused or not; it meets the world in second `at`. */
export type DoLine = {
	readonly kind: 'do';
	readonly at: number;
	readonly order: number;
	readonly by: string;
	readonly what: string;
};

/** Something noted beside the orders, in second `at`; some kinds may follow the end. */
export type NoteLine = KeptNote & {readonly kind: 'note'};

/** Sixteen hex digits a subsystem, taken after second `at`. */
export type MarkLine = {
	readonly kind: 'mark';
	readonly at: number;
	readonly hashes: Readonly<Record<string, string>>;
};

/** How far play had come: written once a real second, so that a crash costs no more than that. */
export type ReachedLine = {readonly kind: 'reached'; readonly at: number};

export type EndLine = {
	readonly kind: 'end';
	readonly at: number;
	readonly hash: string;
	readonly won: boolean;
	readonly why: string;
	readonly harm: number;
	/** Sixteen hex digits over the notes before it; ends of the first formats lack them. */
	readonly notes?: string | undefined;
};

export type Journal = {
	readonly begin: BeginLine;
	/** Everything after the beginning, with the number of its line in the file. */
	readonly lines: readonly {
		readonly number: number;
		readonly line: Exclude<JournalLine, BeginLine>;
	}[];
	/** Checksum of the last whole line: where a run that goes on hooks in. */
	readonly sum: string;
	/** Number of the line that was cut off in the middle of writing, or null. */
	readonly cutAt: number | null;
	/** Characters of the text that are whole lines; the rest is the line that was cut off. */
	readonly keptLength: number;
	readonly ended: boolean;
	/** The last second the journal speaks of. */
	readonly reached: number;
};

/** What is wrong with a journal, and on which line. */
export type JournalProblem = {
	readonly kind: 'empty' | 'edited' | 'broken' | 'other-format' | 'not-a-journal' | 'too-large';
	readonly line: number;
	readonly message: string;
};

export type ParsedJournal =
	| {readonly ok: true; readonly journal: Journal}
	| {readonly ok: false; readonly problem: JournalProblem};

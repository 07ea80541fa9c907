import type {Key} from '../input/key.types.ts';
import type {Act} from '../say/fact.types.ts';

/** What a piece of text means. `tui/theme.ts` turns tones into colours; every tone also has a word or a mark. */
export type Tone =
	| 'plain'
	/** What is well, old, or beside the point. */
	| 'dim'
	/** Rules, arrows, and what of a bar is empty. */
	| 'line'
	| 'title'
	| 'select'
	| 'warn'
	| 'bad'
	/** The shapes that say so: where colours are few, they alone have one. */
	| 'warnMark'
	| 'badMark'
	/** The cell that is written next; the terminal's own cursor stands on it. */
	| 'caret';

export type Span = {
	readonly text: string;
	readonly tone: Tone;
	/** The keys that a click on it stands for, where it stands for any. */
	readonly press?: readonly Key[];
	/** The item that it is of, where more than one stand on its row. */
	readonly item?: string;
	/** Whether it is of the line that is being written. */
	readonly field?: true;
};

/** One line of the screen, left to right. */
export type Row = readonly Span[];

/** Character cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** A whole frame: exactly `size.rows` rows, each exactly `size.columns` cells wide. */
export type Screen = {readonly rows: readonly Row[]};

/** What one panel has to say. Rows may be longer or more than there is room for: the frame cuts them. */
export type Panel = {
	readonly title: string;
	/** Stands at the right of the title: a count, a state. */
	readonly note: string;
	readonly rows: readonly Row[];
	/** Which end matters when there is not room for all: the log's last line, a list's first. */
	readonly anchor: 'top' | 'bottom';
	/** What is new stands above all that a cursor stands on: it stays in sight until the cursor is moved. */
	readonly newestFirst?: boolean;
	/** What the cursor can stand on, top to bottom. */
	readonly items?: readonly PanelItem[];
};

/** Something in a panel that orders can be given about, and the rows that show it. */
export type PanelItem = {
	/** Stays the same while the thing does, however the rows move. */
	readonly id: string;
	/** Index of its first row in the panel's rows. */
	readonly row: number;
	readonly rows: number;
	readonly acts: readonly Act[];
};

/** What a piece of text means. `tui/theme.ts` turns tones into colours; every tone also has a word or a mark. */
export type Tone =
	'plain' | 'dim' | 'title' | 'focus' | 'select' | 'good' | 'calm' | 'warn' | 'bad' | 'flash';

export type Span = {readonly text: string; readonly tone: Tone};

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
};

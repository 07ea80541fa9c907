import type {Choice} from './choice.ts';

/** Where one can be in the menu. */
export type PageId =
	| {readonly at: 'main' | 'levels' | 'drills' | 'daily' | 'seeds' | 'runs' | 'settings' | 'read'}
	/** `from`: the moment of a run to take over at. `commitment`: one thing for the next time. */
	| {readonly at: 'run'; readonly run: number}
	| {readonly at: 'from'; readonly run: number}
	| {readonly at: 'commitment'; readonly run: number}
	| {readonly at: 'seed'; readonly level: string}
	| {readonly at: 'text'; readonly text: string}
	| {readonly at: 'keys'};

/** What enter does on an item. */
export type Deed =
	| {readonly open: PageId}
	| {readonly choose: Choice}
	| {readonly leave: true}
	/** It stays in sight and says why it does nothing. */
	| {readonly not: string};

export type Item = {
	readonly label: string;
	/** Stands at the right end of the row. */
	readonly note: string;
	/** What it is; shown below the list while the cursor stands on it. */
	readonly about: string;
	readonly does: Deed;
};

export type ListPage = {
	readonly kind: 'list';
	readonly title: string;
	readonly items: readonly Item[];
	/** Said where there are no items. */
	readonly empty: string;
	/** Of a page that stands for one run: notes stand beside the names, its head above them and its foot below. */
	readonly beside?: {
		readonly head: readonly [left: string, right: string];
		readonly foot: string;
		readonly run: number;
	};
};

/** Something to read, to scroll and to search. */
export type TextPage = {readonly kind: 'text'; readonly title: string; readonly text: string};

/** A line to type into: a seed, a time of day, or a commitment. */
export type FieldPage = {
	readonly kind: 'field';
	readonly title: string;
	readonly label: string;
	readonly text: string;
	/** Said where nothing was typed. */
	readonly lacks: string;
	readonly lengthMax: number;
	readonly choice: (typed: string) => Choice;
};

export type Page = ListPage | TextPage | FieldPage;

import type {PanelId} from '../../observe/index.ts';

/** How much an item of the queue presses; a lower number comes first. */
export const RANKS = {
	end: 1,
	refused: 2,
	call: 3,
	access: 4,
	page: 5,
	done: 6,
	furtherPage: 7,
	crossed: 8,
	due: 9,
	asks: 10,
	told: 11,
} as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

/** Something that wants to be read, until it is. */
export type QueueItem = {
	/** The same for what stands in its place when more of it comes: one person's chat, one page. */
	readonly id: string;
	readonly at: number;
	readonly rank: Rank;
	readonly tone: 'bad' | 'warn' | 'plain' | 'dim';
	/** Its status in a word, which comes first: `REFUSED`. */
	readonly word: string;
	readonly text: string;
	/** How many came under its id since it was read. */
	readonly many: number;
	/** Where the thing itself is. */
	readonly panel: PanelId;
	/** Whether only a key reads it. */
	readonly keeps: boolean;
	/**
	 * The group of alerts, or the system, without whose trouble it is no news; the order that is none once another of its kind
	 * was taken on; the second by which an update was promised. Absent where it happened once and for all.
	 */
	readonly standsWith?:
		| {readonly alerts: string}
		| {readonly system: string}
		| {readonly order: string}
		| {readonly promise: number};
};

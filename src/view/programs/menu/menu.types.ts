import type {Graphs, Keymap} from '../../input/ui.types.ts';

/** How hard a level is made, each from 0 to 3. */
export const DIALS = {
	observability: 'missing telemetry',
	delay: 'slow commands',
	problems: 'concurrent problems',
	pressure: 'stakeholder pressure',
	traps: 'plausible but harmful fixes',
	automation: 'automation that fights you',
	length: 'length',
} as const;
export type Dial = keyof typeof DIALS;

/** A level as one sees it before playing it. */
export type LevelCard = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Place in the ladder; null beside it. */
	readonly ladder: number | null;
	readonly kind: 'ladder' | 'drill' | 'exam' | 'sandbox' | 'tutorial';
	/** Real minutes that it takes; null where nobody said. */
	readonly minutes: number | null;
	readonly role: string;
	readonly dials: Readonly<Record<Dial, number>>;
	/** The best run so far in a few words; empty before the first. */
	readonly best: string;
};

/** A run on disk. */
export type RunCard = {
	/** The level's title, or its id where the level is not one of ours. */
	readonly level: string;
	/** Null where the level is not one of ours. */
	readonly levelId: string | null;
	/** Place in the ladder; null beside it. */
	readonly ladder: number | null;
	readonly seed: string;
	/** When it was last played, and how far it came, as people say it. */
	readonly played: string;
	readonly reached: string;
	readonly outcome: 'won' | 'lost' | 'left' | 'open elsewhere' | 'unreadable';
	/** Whether somebody went back from it and played on to an end: there is nothing left in it to finish. */
	readonly outlived: boolean;
	/** Whether somebody saw it come to that end; what a journal says of itself is only claimed. */
	readonly proven: boolean;
	/** Of a run that ended, in minutes of full outage; null before. */
	readonly harm: number | null;
};

/** A setting that the menu can step through its values. */
export type SettingCard = {
	readonly name: string;
	readonly value: string;
	readonly values: readonly string[];
	readonly what: string;
};

/** Something to read in place, as Markdown. */
export type TextCard = {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	/** Why it cannot be read yet, or null. */
	readonly sealed: string | null;
};

/** Everything the menu shows: plain data from the disk, so that no Region is loaded for it. */
export type MenuData = {
	readonly version: string;
	/** The UTC day, which names the seed that everyone has today. */
	readonly today: string;
	readonly levels: readonly LevelCard[];
	/** Latest first. */
	readonly runs: readonly RunCard[];
	readonly settings: readonly SettingCard[];
	readonly texts: readonly TextCard[];
	/** Decisions of the player's own that come back: how many there are, and how many are due. */
	readonly reviews: {readonly kept: number; readonly due: number};
	/** What the player wrote to do better, the last time; empty where nothing yet. */
	readonly commitment: string;
	/** Whether journals lie where nobody can reach them but through the menu, as in a page. */
	readonly inPage: boolean;
	readonly graphs: Graphs;
	/** The player's own keys. */
	readonly keymap: Keymap;
};

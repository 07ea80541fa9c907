import type {Observation} from '../observe/index.ts';
import type {Size} from './screen.types.ts';

export const PANELS = [
	'vitals',
	'alerts',
	'dns',
	'dwfm',
	'curve',
	'launches',
	'network',
	'balancers',
	'others',
	'services',
	'automations',
	'comms',
	'map',
	'log',
	'orders',
] as const;
export type PanelId = (typeof PANELS)[number];

/** The key that jumps to each panel. */
export const PANEL_KEYS: Readonly<Record<PanelId, string>> = {
	vitals: 'v',
	alerts: '1',
	dns: '2',
	dwfm: '3',
	curve: 'b',
	launches: '4',
	network: '5',
	balancers: '6',
	others: 'o',
	services: '7',
	automations: '8',
	comms: 't',
	map: 'm',
	log: '9',
	orders: '0',
};

/** Which panels the large layouts put side by side. */
export const PRESETS = ['overview', 'diagnose', 'comms'] as const;
export type Preset = (typeof PRESETS)[number];

/** What graphs are drawn with; `ascii` keeps the whole screen to ASCII. */
export type Graphs = 'braille' | 'block' | 'ascii';

export type Prompt = {
	readonly open: boolean;
	readonly draft: string;
	/** Index into `draft`, in UTF-16 units: input is cleaned to single-unit characters first. */
	readonly cursor: number;
	/** Next words, best first. */
	readonly offers: readonly string[];
	/** Which offer Tab has put in, over which stem; null until Tab. */
	readonly picked: {readonly index: number; readonly stem: string} | null;
	/** Oldest first, at most HISTORY_MAX. */
	readonly history: readonly string[];
	/** Steps back in history; 0 is the draft itself, kept in `kept`. */
	readonly back: number;
	readonly kept: string;
	/** Why the line as it stands was not understood; empty once it is edited. */
	readonly problem: string;
};

export type Flash = {
	readonly text: string;
	readonly tone: 'good' | 'warn' | 'bad';
	readonly framesLeft: number;
};

/** Everything the screen knows that the world does not. Plain data. */
export type Ui = {
	readonly stage: 'briefing' | 'playing' | 'card';
	readonly overlay: 'none' | 'help' | 'quit' | 'interrupt';
	readonly paused: boolean;
	/** Index into SPEEDS. */
	readonly pace: number;
	/** Whether the first page after a quiet spell brings the speed down by itself. */
	readonly slowsOnPage: boolean;
	/** Running fast to the next event, until the news grows or the tick comes. */
	readonly skip: {readonly news: number; readonly until: number} | null;
	readonly focus: PanelId;
	/** Where esc goes back to after an order took the focus. */
	readonly focusBefore: PanelId | null;
	readonly full: boolean;
	readonly preset: Preset;
	/** Which of a panel's items the cursor stands on, for panels that have items. */
	readonly cursor: Readonly<Record<PanelId, number>>;
	/** What a panel shows only: rows that hold this text, or with a leading `!` those that do not. */
	readonly filters: Readonly<Record<PanelId, string>>;
	/** Lines away from the anchored end of the focused panel. */
	readonly scroll: number;
	readonly prompt: Prompt;
	readonly flash: Flash | null;
	readonly graphs: Graphs;
	/** Observers and replays: nothing that would give an order works. */
	readonly readOnly: boolean;
	/** Whether dangerous orders ask before they are given. */
	readonly confirm: boolean;
	readonly title: string;
	readonly briefing: string;
	/** The result card, once the run ended. */
	readonly card: readonly string[];
};

/** What a program asks of the shell. */
export type Ask =
	| {readonly type: 'leave'; readonly how: 'quit' | 'interrupted'}
	/** Something was picked, in the menu for one: what, only its giver and its taker know. */
	| {readonly type: 'choose'; readonly choice: string}
	/** Go on from the run as it stood at that second, in a run of its own. */
	| {readonly type: 'fork'; readonly at: number}
	/** Keep this second under a name, to come back to. */
	| {readonly type: 'snapshot'; readonly at: number; readonly name: string}
	| {readonly type: 'bell'}
	| {readonly type: 'suspend'}
	| {readonly type: 'redraw'};

/** What the keys ask of the run; the console carries it out. */
export type Deed = {readonly type: 'attempt'; readonly text: string};

/** Everything that keys can come to beside a new state of the screen. */
export type Wish = Ask | Deed;

/** A key: the character itself, or a name such as `enter`, `shift-tab`, `ctrl-c`. */
export type Key = string;

export type Context = {
	readonly observation: Observation;
	readonly size: Size;
	readonly complete: (text: string) => readonly string[];
};

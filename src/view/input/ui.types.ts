import type {CardTold} from '../say/card.types.ts';
import type {Observation, PanelId} from '../../observe/index.ts';
import type {Cast} from '../../session/index.ts';
import type {Size} from '../screen/screen.types.ts';
import type {Key} from './key.types.ts';
import type {Running} from '../do/run-to.types.ts';
import type {Inbox} from './inbox/inbox.ts';
import type {Act} from '../say/fact.types.ts';
import type {Length} from '../programs/console/time/speeds.ts';

/** The key that jumps to each panel. */
export const PANEL_KEYS: Readonly<Record<PanelId, string>> = {
	overview: 'm',
	alerts: '1',
	dns: '2',
	dwfm: '3',
	curve: 'b',
	launches: '4',
	network: '5',
	nlb: '6',
	others: 'o',
	company: 'v',
	services: '7',
	open: '8',
	comms: 't',
	log: '9',
	orders: '0',
};

export type {Key} from './key.types.ts';

/** Which panels the large layouts put side by side. */
export const PRESETS = ['overview', 'diagnose', 'comms'] as const;
export type Preset = (typeof PRESETS)[number];

/** What graphs are drawn with; `ascii` keeps the whole screen to ASCII. */
export const GRAPHS = ['braille', 'block', 'ascii'] as const;
export type Graphs = (typeof GRAPHS)[number];

export type Prompt = {
	readonly open: boolean;
	readonly draft: string;
	/** Index into `draft`, in UTF-16 units: input is cleaned to single-unit characters first. */
	readonly cursor: number;
	/** Next words, best first. */
	readonly offers: readonly string[];
	/** Which offer Tab has put in, over which stem; null until Tab. */
	readonly picked: {readonly index: number; readonly stem: string} | null;
	/** Whether the offers are whole orders, found by what they are about. */
	readonly found: boolean;
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
	readonly tone: 'good' | 'warn' | 'bad' | 'plain';
	readonly framesLeft: number;
};

/** Why time is slow for a while, and how slow. Plain data. */
export type Heat = {
	/** Index into SPEEDS. */
	readonly pace: number;
	/** Real seconds it still lasts, counted while time runs. */
	readonly secondsLeft: number;
	/** In two or three words, for the header. */
	readonly why: string;
	/** Whether the player has set the speed since it began: then nothing slows it further. */
	readonly own: boolean;
};

/** A cap on the speed, until the second for which it was made. */
export type Cap = {readonly until: number; readonly speed: number; readonly what: string};

/** An order on its way: first which one, then blank by blank. Plain data. */
export type Palette = {
	readonly query: string;
	/** Which of the choices is marked. */
	readonly at: number;
	/** What it is about when it was opened on an item; null for all orders. */
	readonly acts: readonly Act[] | null;
	/** The form that was taken, if one was, and what its blanks hold so far. */
	readonly form: string | null;
	readonly values: readonly string[];
	/** Why what was typed does not fit; empty once it is edited. */
	readonly problem: string;
};

/** What is to be read and said before an order is given. Plain data. */
export type OrderCard = {
	/** The order, in words that can be given. */
	readonly text: string;
	readonly dangerous: boolean;
	/** The word that a dangerous order waits for, and what of it was typed. */
	readonly target: string;
	readonly typed: string;
	/** Whether the target needs no more typing. */
	readonly armed: boolean;
	/** Whether the line for the prediction has the keys. */
	readonly expecting: boolean;
	readonly prediction: string;
};

/** Which keys each binding is on, by its id; the player's settings may have moved some. */
export type Keymap = Readonly<Record<string, readonly Key[]>>;

/** Running fast: to what stops it or, whatever happens, to a second. */
export type Skip = Running & {
	/** Whether time stands again once it is there. */
	readonly pausesAfter: boolean;
};

/** What the player holds to be the cause, as last said. */
export type Hypothesis = {
	readonly suspect: string;
	readonly confidence: number;
	readonly unless: string;
};

/** How time was stopped in an exam: counted, never forbidden. */
export type Stops = {readonly count: number; readonly seconds: number};

/** Everything the screen knows that the world does not. Plain data. */
export type Ui = {
	readonly stage: 'briefing' | 'playing' | 'card';
	readonly overlay: 'none' | 'help' | 'quit' | 'interrupt';
	/** What help was asked about; empty for where one is. */
	readonly topic: string;
	/** What the level is about: it has no panels and no commands of anything else. */
	readonly cast: Cast;
	readonly paused: boolean;
	readonly length: Length;
	/** Index into SPEEDS: how fast quiet time runs. */
	readonly pace: number;
	/** Whether time slows by itself when something happens. */
	readonly slows: boolean;
	readonly heat: Heat | null;
	readonly cap: Cap | null;
	/** Deadlines that were announced. */
	readonly announced: readonly string[];
	/** The tick at which the level ends whatever happens, if the shell said. */
	readonly limit: number | null;
	readonly skip: Skip | null;
	/** Whether stops are counted; null in a drill. */
	readonly stops: Stops | null;
	readonly keymap: Keymap;
	readonly focus: PanelId;
	/** Panels that were in focus, the last one first: one of them keeps its place when another is looked at. */
	readonly recent: readonly PanelId[];
	/** Where esc goes back to after an order took the focus. */
	readonly focusBefore: PanelId | null;
	readonly full: boolean;
	readonly preset: Preset;
	/** Which of a panel's items the cursor stands on, for panels that have items. */
	readonly cursor: Readonly<Record<PanelId, number>>;
	/** What a panel shows only: rows that hold this text, or with a leading `!` those that do not. */
	readonly filters: Readonly<Record<PanelId, string>>;
	/** Whether the filter of the panel in focus is being typed. */
	readonly filtering: boolean;
	/** Characters behind the caret in whichever line is being written, but for the command line. */
	readonly caret: number;
	/** Lines away from the anchored end of the focused panel. */
	readonly scroll: number;
	readonly prompt: Prompt;
	readonly palette: Palette | null;
	readonly order: OrderCard | null;
	readonly hypothesis: Hypothesis | null;
	readonly flash: Flash | null;
	readonly inbox: Inbox;
	readonly graphs: Graphs;
	/** Whether what is played is kept: what cannot be written so far is not. */
	readonly isKept: boolean;
	/** Observers and replays: nothing that would give an order works. */
	readonly readOnly: boolean;
	readonly title: string;
	readonly briefing: string;
	/** The result card, once the run ended, and which side of it is shown. */
	readonly card: CardTold | null;
	readonly cardSide: 'verdict' | 'milestones';
};

/** What a program asks of the shell. */
export type Ask =
	| {readonly type: 'leave'; readonly how: 'quit' | 'interrupted'}
	/** Something was picked, in the menu for one: what, only its giver and its taker know. */
	| {readonly type: 'choose'; readonly choice: string}
	/** Go on from the run as it stood at that second, in a run of its own. */
	| {readonly type: 'fork'; readonly at: number}
	| {readonly type: 'bell'}
	| {readonly type: 'suspend'}
	| {readonly type: 'redraw'};

export type Context = {
	readonly observation: Observation;
	readonly size: Size;
	readonly complete: (text: string) => readonly string[];
};

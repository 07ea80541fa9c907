import type {Changes, Replayer} from '../session/index.ts';
import type {LevelTexts, Started} from './house.types.ts';

/** What is on the screen: each scene leads to the next, until one leads out. */
export type Scene =
	/** The menu stands on the level that one comes back from. */
	| {readonly at: 'menu'; readonly said?: string; readonly from?: string}
	| BriefScene
	| RunScene
	| ReplayScene
	/** Drills that are due on that day, one after the other. */
	| {readonly at: 'review'; readonly today: number}
	| {readonly at: 'out'; readonly how: 'quit' | 'interrupted' | 'fault'}
	/** Out, because of something that the player must read. */
	| {readonly at: 'out'; readonly how: 'problem'; readonly sentence: string};

/** A level as it stands. */
export const NO_CHANGES: Changes = {switches: [], parameters: {}};

/** The card before a run of a level. */
export type BriefScene = {
	readonly at: 'brief';
	readonly loaded: LevelTexts;
	/** As the player named the level. */
	readonly name: string;
	readonly seed: string | undefined;
	/** What differs from the level, where it is one that can be changed. */
	readonly changes: Changes;
	/** What there is to say about what was typed on the card. */
	readonly said?: string;
	/** Whether a run that was left is passed over. */
	readonly anew: boolean;
};

/** A run, from its beginning or from where it was left. */
export type RunScene = {
	readonly at: 'run';
	readonly started: Started;
	readonly loaded: LevelTexts;
	readonly name: string;
	/** What the shell has to say, while the run goes on and after it. */
	readonly troubles: readonly string[];
	/** Whether time stands still until the player lets it run. */
	readonly waits: boolean;
};

/** A journal that is watched. */
export type ReplayScene = {
	readonly at: 'replay';
	readonly replayer: Replayer;
	readonly file: string;
	readonly loaded: LevelTexts;
	readonly name: string;
};

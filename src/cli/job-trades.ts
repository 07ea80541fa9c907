import type {Level} from '../level/index.ts';
import {createHand, type Brief as Night} from '../play/runs/index.ts';
import type {Trades} from '../jobs/index.ts';
import {tryLevel, type PlayerScript, type Trial} from '../session/index.ts';

/** A level, and its scripts by the names of their players; others act on what they see. */
export type ProofBrief = {
	readonly level: Level;
	readonly scripts: Readonly<Record<string, PlayerScript>>;
};
export type ProofAsked = {readonly player: string; readonly seed: string};

/** What a thread of the program can be hired for. */
export const TRADES = {
	proof:
		({level, scripts}: ProofBrief) =>
		({player, seed}: ProofAsked): Trial =>
			tryLevel(level, player, scripts[player] ?? null, seed),
	debrief: (night: Night) => createHand(night),
} satisfies Trades;

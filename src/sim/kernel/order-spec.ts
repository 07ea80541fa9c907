import type {Team} from './systems.ts';

/** What may stand in a blank of an order's form. A closed set: the grammar is data, never code. */
export type Blank =
	| {
			readonly kind: 'word';
			readonly words: readonly string[];
			/** Other ways to type a word, such as a host name for an endpoint's short name. */
			readonly aliases?: Readonly<Record<string, string>>;
			/** What else may be typed here, beside the words that are offered. */
			readonly others?: RegExp;
			/** What people put here first; without it, any of its words. */
			readonly usual?: readonly string[];
	  }
	| {
			readonly kind: 'whole' | 'decimal';
			readonly min: number;
			readonly max: number;
			readonly unit: string;
			/** What people put here first. */
			readonly usual?: readonly number[];
	  }
	/** The rest of the line, as typed. */
	| {readonly kind: 'text'; readonly lengthMax: number};

/** One order an operator can give: a row of the grammar, of the help, and of the completion. */
export type OrderSpec = {
	/** Verb, target, value: words as typed, blanks as `<name>`. The first form is the canonical one. */
	readonly forms: readonly string[];
	readonly blanks: Readonly<Record<string, Blank>>;
	/** Looking changes nothing in the world; doing may. */
	readonly kind: 'look' | 'do';
	/** How long it takes from Enter to effect, before what the state of the world adds. */
	readonly seconds: number;
	/** When it takes how much longer or shorter than that, as the end of a sentence. */
	readonly otherwise?: string;
	/** Who must be on the call for it, if anyone. */
	readonly team: Team | null;
	/** `tools` needs a signed-in operator (or break-glass); `nothing` works from any laptop. */
	readonly needs: 'nothing' | 'tools';
	readonly what: string;
	/** What can go wrong, in one sentence; empty for looking. */
	readonly risk: string;
	/** Whom and what it reaches, as part of a sentence; looking touches nothing. */
	readonly touches?: string;
	/** Why it asks before it is given: it cannot be taken back, or reaches very far. Most orders do not. */
	readonly danger?: string;
	readonly example: string;
	/** What is measured that it can move, by the names of the metrics: what levers there are is read off the grammar. */
	readonly moves?: readonly string[];
	/** The order that lifts what it sets, its blanks as in its own form; what passes by itself has none. */
	readonly liftedBy?: string;
};

export type OrderTable = Readonly<Record<string, OrderSpec>>;

/** A parsed order: the id of its row, and what stands in its blanks. */
export type Order = {
	readonly id: string;
	readonly args: Readonly<Record<string, string | number>>;
};

/** Part of the game: shown to the player, journalled, never an error. */
export type Refusal = {readonly ok: false; readonly code: string; readonly reason: string};
export type Acceptance = {readonly ok: true; readonly seconds: number};
/** What came of an order that ran its time. */
export type Result = {readonly ok: true; readonly text: string} | Refusal;

export function refuse(code: string, reason: string): Refusal {
	return {ok: false, code, reason};
}

export function done(text: string): Result {
	return {ok: true, text};
}

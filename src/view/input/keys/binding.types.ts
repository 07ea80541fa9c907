import type {Observation} from '../../../observe/index.ts';
import type {Key, Ui} from '../ui.types.ts';

/** Where the keys go on the console. Exactly one is in force at any moment. */
export type ConsoleMode =
	| 'briefing'
	| 'panels'
	| 'prompt'
	/** Wherever a line is written, beside the keys of its own mode. */
	| 'edit'
	| 'filter'
	| 'inbox'
	| 'palette'
	| 'order'
	| 'target'
	| 'expecting'
	| 'help'
	| 'ask'
	| 'card';

/** Where they go in the other programs. */
export type Mode =
	| ConsoleMode
	| 'menu'
	| 'text'
	| 'brief'
	| 'replay'
	| 'review'
	| 'debrief'
	/** Where the debrief asks how it was, before it tells. */
	| 'feeling'
	/** On the pages of the debrief on which one writes. */
	| 'telling'
	/** A line in a menu, on a card or in a text, while it is typed. */
	| 'field'
	/** In every program that is no console, beside the keys of its own mode. */
	| 'everywhere';

/** One thing that keys do in one mode. */
export type Binding = {
	readonly mode: Mode;
	readonly keys: readonly Key[];
	readonly help: string;
	/** The word that stands beside the key in the footer, where it has a place there. */
	readonly footer?: string;
	/** The binding whose key shares the word in the footer, as faster and slower do. */
	readonly pair?: string;
	/** Stays on its keys whatever the settings say. */
	readonly fixed?: true;
	/** Does what cannot be taken back: never on a plain letter. */
	readonly dangerous?: true;
	/** Why the keys do nothing now, or null when they work. */
	readonly whyNot?: (ui: Ui, observation: Observation) => string | null;
};

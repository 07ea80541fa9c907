import type {Observation} from '../../../observe/index.ts';
import type {Keymap, Ui} from '../ui.types.ts';
import type {Mode} from './binding.types.ts';
import {written} from './written.ts';
import {
	binding,
	BINDING_IDS,
	isBindingId,
	keyOf,
	keysOn,
	whyNot,
	withKeys,
	type BindingId,
} from './keymap.ts';

/** A row of the table as it is shown, on the player's own keys. */
export type KeyShown = {
	readonly id: BindingId;
	/** The keys as people write them. */
	readonly shown: string;
	readonly help: string;
	/** What the footer says: keys, and one word. */
	readonly footer: {readonly keys: string; readonly word: string} | null;
};

export type KeyHelp = KeyShown & {
	readonly works: boolean;
	/** Why not, where it does not. */
	readonly reason: string;
};

/** The rows of the table for one mode, for footer and help. */
export function keysIn(mode: Mode, keymap: Keymap): readonly KeyShown[] {
	return BINDING_IDS.filter(id => binding(id).mode === mode).map(id => {
		const {help, footer} = binding(id);
		return {
			id,
			shown: keysOn(keymap, id).slice(0, SHOWN_MAX).map(written).join(' '),
			help: withKeys(help, keymap),
			footer: footer === '' ? null : {keys: footerKeys(id, keymap), word: footer},
		};
	});
}

/** The same for a mode of the console, with what works just now. */
export function keysFor(mode: Mode, ui: Ui, observation: Observation): readonly KeyHelp[] {
	return keysIn(mode, ui.keymap).map(row => {
		const reason = whyNot(row.id, ui, observation);
		return {...row, works: reason === null, reason: reason ?? ''};
	});
}

const SHOWN_MAX = 3;

function footerKeys(id: BindingId, keymap: Keymap): string {
	const {pair} = binding(id);
	const own = keyOf(keymap, id);
	return pair === undefined || !isBindingId(pair) ? own : `${own} ${keyOf(keymap, pair)}`;
}

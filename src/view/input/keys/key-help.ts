import type {Observation} from '../../../observe/index.ts';
import type {Key, Keymap, Ui} from '../ui.types.ts';
import type {Mode} from './binding.types.ts';
import {written} from './written.ts';
import {
	binding,
	BINDING_IDS,
	isBindingId,
	keysOn,
	whyNot,
	withKeys,
	type BindingId,
} from './keymap.ts';

/** What the footer says of a binding: its key, that of its pair, and one word. */
export type Footer = {
	readonly keys: readonly {readonly shown: string; readonly key: Key}[];
	readonly word: string;
};

/** A row of the table as it is shown, on the player's own keys. */
export type KeyShown = {
	readonly id: BindingId;
	/** The keys as people write them. */
	readonly shown: string;
	readonly help: string;
	readonly footer: Footer | null;
};

export type KeyHelp = KeyShown & {
	readonly works: boolean;
	/** Why not, where it does not. */
	readonly reason: string;
};

/** The rows of the table for one mode, for footer and help. Every frame asks, and nobody's keys change. */
export function keysIn(mode: Mode, keymap: Keymap): readonly KeyShown[] {
	const known = KNOWN.get(keymap) ?? new Map<Mode, readonly KeyShown[]>();
	KNOWN.set(keymap, known);
	const rows = known.get(mode) ?? rowsOf(mode, keymap);
	known.set(mode, rows);
	return rows;
}

const KNOWN = new WeakMap<Keymap, Map<Mode, readonly KeyShown[]>>();

function rowsOf(mode: Mode, keymap: Keymap): readonly KeyShown[] {
	return BINDING_IDS.filter(id => binding(id).mode === mode).map(id => {
		const {help, footer} = binding(id);
		return {
			id,
			shown: keysOn(keymap, id).slice(0, SHOWN_MAX).map(written).join(' '),
			help: withKeys(help, keymap),
			footer: footer === undefined ? null : footerOf(id, keymap, footer),
		};
	});
}

/** The same for a mode of the console, with what works just now. */
export function keysFor(mode: Mode, ui: Ui, observation: Observation): readonly KeyHelp[] {
	return keysIn(mode, ui.keymap).map(({id, shown, help, footer}) => {
		const reason = whyNot(id, ui, observation);
		return {id, shown, help, footer, works: reason === null, reason: reason ?? ''};
	});
}

const SHOWN_MAX = 3;

/** A binding in the footer, on the first of its keys; nothing where it is on none. */
export function footerOf(id: BindingId, keymap: Keymap, word: string): Footer | null {
	const {pair} = binding(id);
	const ids = pair === undefined || !isBindingId(pair) ? [id] : [id, pair];
	const keys = ids.flatMap(each => keysOn(keymap, each).slice(0, 1));
	if (keys.length === 0) return null;
	return {keys: keys.map(key => ({shown: written(key), key})), word};
}

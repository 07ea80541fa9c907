import type {Observation} from '../../../observe/index.ts';
import type {Keymap, Ui} from '../ui.types.ts';
import type {Mode} from './binding.types.ts';
import {written} from './written.ts';
import {binding, BINDING_IDS, isBindingId, keysOn, whyNot, type BindingId} from './keymap.ts';

export type KeyHelp = {
	/** The keys as people write them. */
	readonly shown: string;
	readonly help: string;
	/** What the footer says: keys, and one word. */
	readonly footer: {readonly keys: string; readonly word: string} | null;
	readonly works: boolean;
	/** Why not, where it does not. */
	readonly reason: string;
};

/** The rows of the table for one mode, for footer and help. */
export function keysFor(mode: Mode, ui: Ui, observation: Observation): readonly KeyHelp[] {
	return BINDING_IDS.filter(id => binding(id).mode === mode).map(id => {
		const reason = whyNot(id, ui, observation);
		const {help, footer} = binding(id);
		return {
			shown: keysOn(ui.keymap, id).slice(0, SHOWN_MAX).map(written).join(' '),
			help,
			footer: footer === '' ? null : {keys: footerKeys(id, ui.keymap), word: footer},
			works: reason === null,
			reason: reason ?? '',
		};
	});
}

const SHOWN_MAX = 3;

function footerKeys(id: BindingId, keymap: Keymap): string {
	const {pair} = binding(id);
	const own = written(keysOn(keymap, id)[0] ?? '');
	if (pair === undefined || !isBindingId(pair)) return own;
	return `${own} ${written(keysOn(keymap, pair)[0] ?? '')}`;
}

import {DEFAULT_KEYMAP, keymapWith} from '../view/input/keys/index.ts';
import type {Desk} from './house.types.ts';

/** The player's own keys; those that cannot be as they were set are as they were made, and the run says so. */
export function ownKeymap({settings}: Pick<Desk, 'settings'>) {
	const mapped = keymapWith(settings.keys);
	return mapped.ok ? mapped.keymap : DEFAULT_KEYMAP;
}

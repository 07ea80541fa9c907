import {keymapIn, keymapWith} from '../view/input/keys/index.ts';
import type {Desk} from './house.types.ts';

/** The player's own keys; those that cannot be as they were set are as they were made, and the run says so. */
export function ownKeymap({settings, place}: Pick<Desk, 'settings' | 'place'>) {
	const mapped = keymapWith(settings.keys, place);
	return mapped.ok ? mapped.keymap : keymapIn(place);
}

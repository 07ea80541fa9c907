import {bindingIn} from '../input/keys/index.ts';
import type {Ask, Key, Keymap} from '../input/ui.types.ts';

/** What a key asks of the shell in every program that is no console; null where it is not such a key. */
export function askedEverywhere(keymap: Keymap, key: Key): readonly Ask[] | null {
	switch (bindingIn(keymap, 'everywhere', key)) {
		case 'stopAtOnce':
			return [{type: 'leave', how: 'interrupted'}];
		case 'toShell':
			return [{type: 'suspend'}];
		case 'drawAnew':
			return [{type: 'redraw'}];
		case null:
			return null;
	}
}

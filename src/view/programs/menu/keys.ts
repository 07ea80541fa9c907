import type {Key} from '../../input/ui.types.ts';

export type MenuKeyId =
	| 'choose'
	| 'down'
	| 'up'
	| 'pageDown'
	| 'pageUp'
	| 'first'
	| 'last'
	| 'filter'
	| 'back'
	| 'keys'
	| 'quit'
	| 'interrupt'
	| 'suspend'
	| 'redraw';

export type MenuKey = {
	readonly id: MenuKeyId;
	readonly keys: readonly Key[];
	readonly shown: string;
	readonly help: string;
	/** One word for the footer; empty keeps it out. */
	readonly footer: string;
};

/** Every key of the menu and of the texts to read. Input, footer and help read this one table. */
export const MENU_KEYS: readonly MenuKey[] = [
	key('choose', ['enter', 'right', 'l'], 'enter', 'choose what the cursor stands on', 'choose'),
	key('down', ['down', 'j'], '↓ j', 'down', ''),
	key('up', ['up', 'k'], '↑ k', 'up', ''),
	key('pageDown', ['page-down', ' ', 'ctrl-f'], 'page down', 'ten down', ''),
	key('pageUp', ['page-up', 'ctrl-b'], 'page up', 'ten up', ''),
	key('first', ['home', 'g'], 'home g', 'to the first', ''),
	key('last', ['end', 'G'], 'end G', 'to the last', ''),
	key(
		'filter',
		['/'],
		'/',
		'show only what holds a word; in a text, go to where it stands',
		'find',
	),
	key('back', ['escape', 'left', 'h', 'backspace'], 'esc', 'one step back, never out', 'back'),
	key('keys', ['?'], '?', 'this page', 'keys'),
	key('quit', ['q'], 'q', 'quit', 'quit'),
	key('interrupt', ['ctrl-c'], 'ctrl-c', 'stop at once', ''),
	key('suspend', ['ctrl-z'], 'ctrl-z', 'to the shell; fg comes back', ''),
	key('redraw', ['ctrl-l'], 'ctrl-l', 'draw the screen anew', ''),
];

function key(
	id: MenuKeyId,
	keys: readonly Key[],
	shown: string,
	help: string,
	footer: string,
): MenuKey {
	return {id, keys, shown, help, footer};
}

/** What a key does in the menu, if anything. */
export function menuKeyOf(pressed: Key): MenuKeyId | null {
	return MENU_KEYS.find(({keys}) => keys.includes(pressed))?.id ?? null;
}

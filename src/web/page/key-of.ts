import type {Key} from '../../view/index.ts';

const NAMES: Readonly<Record<string, Key>> = {
	Enter: 'enter',
	Escape: 'escape',
	Tab: 'tab',
	Backspace: 'backspace',
	Delete: 'delete',
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right',
	PageUp: 'page-up',
	PageDown: 'page-down',
	Home: 'home',
	End: 'end',
};

type Pressed = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & {readonly altGraph: boolean};

/**
 * The key that a program is handed; null for what is the browser's, the system's or an input method's: everything
 * with ctrl, alt or the command key, but for moving by words in a line that is written.
 */
export function keyOf(event: Pressed, isWriting: boolean): Key | null {
	const {key, ctrlKey, metaKey, altKey, shiftKey, isComposing, altGraph} = event;
	if (isComposing || metaKey) return null;
	if (isWriting && ctrlKey && !altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
		return key === 'ArrowLeft' ? 'ctrl-left' : 'ctrl-right';
	}
	// Keyboards on which @ or [ needs AltGr report it as ctrl and alt.
	if ((ctrlKey || altKey) && !altGraph) return null;
	if (key === 'Tab') {
		// Elsewhere it goes from one thing on the page to the next.
		if (!isWriting) return null;
		return shiftKey ? 'shift-tab' : 'tab';
	}
	const named = NAMES[key];
	if (named !== undefined) return named;
	return Array.from(key).length === 1 ? key : null;
}

import type {Key as InkKey} from 'ink';
import type {Key} from '../view/index.ts';

/**
 * The keys in one call of Ink's: fast typing and pastes put several characters into one. Escape sequences
 * that Ink did not know are dropped, not typed.
 */
export function keysOf(input: string, key: InkKey): readonly Key[] {
	if (isAnswer(input, key)) return [];
	const named = nameOf(key);
	if (named !== null) return [named];
	if (key.ctrl) return input.length === 1 ? [`ctrl-${input.toLowerCase()}`] : [];
	const typed = Array.from(input).flatMap(keyOf);
	// Escape and the next key, typed fast, look like alt and that key; nothing here is bound to alt.
	return key.meta ? ['escape', ...typed] : typed;
}

/** What a slow terminal answers to the question for its background, when nobody waits for it any more. */
function isAnswer(input: string, {meta}: InkKey): boolean {
	return meta ? /^[\]\\]/u.test(input) : /^\]?11;rgba?:[\da-f/]+/iu.test(input);
}

/** One character of several that came at once; control characters among them are keys of their own. */
function keyOf(character: string): readonly Key[] {
	if (character === '\r' || character === '\n') return ['enter'];
	if (character === '\t') return ['tab'];
	if (character === '\u007F' || character === '\b') return ['backspace'];
	if (character === '\u001B') return ['escape'];
	const code = character.charCodeAt(0);
	if (code === 0) return [];
	return code < 27 ? [`ctrl-${String.fromCharCode(code + 96)}`] : [character];
}

function nameOf(key: InkKey): Key | null {
	if (key.return) return 'enter';
	if (key.escape) return 'escape';
	if (key.tab) return key.shift ? 'shift-tab' : 'tab';
	if (key.backspace) return 'backspace';
	if (key.delete) return 'delete';
	if (key.upArrow) return 'up';
	if (key.downArrow) return 'down';
	const wordwise = key.ctrl || key.meta;
	if (key.leftArrow) return wordwise ? 'ctrl-left' : 'left';
	if (key.rightArrow) return wordwise ? 'ctrl-right' : 'right';
	if (key.pageUp) return 'page-up';
	if (key.pageDown) return 'page-down';
	if (key.home) return 'home';
	return key.end ? 'end' : null;
}

import {clean} from '../say/clean.ts';
import {bindingOf, DEFAULT_KEYMAP, isIn, type IdOf} from './keys/index.ts';
import type {Key, Keymap} from './ui.types.ts';

/** A line that is being written, and how many of its characters stand behind the caret. */
export type TextLine = {
	readonly text: string;
	/** In UTF-16 units: input is cleaned to single-unit characters first. */
	readonly after: number;
};

export const EMPTY_LINE: TextLine = {text: '', after: 0};

/** What a key makes of a line; null where it neither edits nor writes. The same in every field there is. */
export function written(
	line: TextLine,
	key: Key,
	lengthMax: number,
	keymap: Keymap = DEFAULT_KEYMAP,
): TextLine | null {
	const id = bindingOf(keymap, 'edit', key);
	if (id !== null && isIn('edit', id)) return edited(line, id);
	const character = clean(key);
	if (character.length !== 1) return null;
	if (line.text.length >= lengthMax) return line;
	const [before, behind] = parts(line);
	return {text: before + character + behind, after: behind.length};
}

function edited(line: TextLine, id: IdOf<'edit'>): TextLine {
	const [before, behind] = parts(line);
	const kept = (left: string, right = behind) => ({text: left + right, after: right.length});
	const caretAt = (place: number) => ({text: line.text, after: line.text.length - place});
	switch (id) {
		case 'eraseBefore':
			return kept(before.slice(0, -1));
		case 'eraseAfter':
			return kept(before, behind.slice(1));
		case 'eraseWord':
			return kept(before.replace(/\S*\s*$/u, ''));
		case 'eraseLine':
			return kept('');
		case 'eraseToEnd':
			return kept(before, '');
		case 'cursorLeft':
			return caretAt(Math.max(0, before.length - 1));
		case 'cursorRight':
			return caretAt(Math.min(line.text.length, before.length + 1));
		case 'wordLeft':
			return caretAt(before.replace(/\S*\s*$/u, '').length);
		case 'wordRight':
			return caretAt(before.length + (/^\s*\S*/u.exec(behind)?.[0].length ?? 0));
		case 'lineStart':
			return caretAt(0);
		case 'lineEnd':
			return caretAt(line.text.length);
	}
}

function parts({text, after}: TextLine): readonly [before: string, behind: string] {
	const at = Math.max(0, text.length - after);
	return [text.slice(0, at), text.slice(at)];
}

/** Text that was pasted: a line end in it is a space, and no key. */
export function pasted(line: TextLine, text: string, lengthMax: number): TextLine {
	const [before, behind] = parts(line);
	const added = clean(text.replaceAll(/\s+/gu, ' ').trim());
	const room = Math.max(0, lengthMax - line.text.length);
	return {text: before + added.slice(0, room) + behind, after: behind.length};
}

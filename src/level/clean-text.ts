/**
 * Text from outside, fit for a terminal: control characters, line separators and the marks that turn
 * the writing direction are dropped, so that a level, a seed or a journal cannot move the cursor. The
 * ranges are spelled out because `\p{C}` depends on the Unicode tables of the engine.
 */
export function cleanText(text: string): string {
	return text.replace(UNPRINTABLE, '');
}

export function isClean(text: string): boolean {
	return text.search(UNPRINTABLE) === -1;
}

const UNPRINTABLE =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

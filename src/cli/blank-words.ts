import type {Blank} from '../session/index.ts';

const WORDS_MAX = 12;
const WORDS_SHOWN = 5;

/** What belongs into a blank, in words. */
export function blankWords(blank: Blank): string {
	switch (blank.kind) {
		case 'word': {
			const aliases = Object.entries(blank.aliases ?? {})
				.filter(([typed, word]) => typed !== word.toLowerCase())
				.map(([typed, word]) => `${typed} for ${word}`);
			const also = aliases.length === 0 ? '' : `; also ${few(aliases)}`;
			return `${few(blank.words)}${also}`;
		}
		case 'whole':
			return `a whole number, ${range(blank)}`;
		case 'decimal':
			return `a number, ${range(blank)}`;
		case 'text':
			return `any text, at most ${String(blank.lengthMax)} characters`;
	}
}

/** A long list by its beginning and its end: the cells of the endpoint differ in their number only. */
function few(words: readonly string[]): string {
	if (words.length <= WORDS_MAX) return words.join(', ');
	return `${words.slice(0, WORDS_SHOWN).join(', ')} ... ${words.at(-1) ?? ''}`;
}

function range({min, max, unit}: {min: number; max: number; unit: string}): string {
	return `${String(min)} to ${String(max)} ${unit}`.trimEnd();
}

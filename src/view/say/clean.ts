/** Control characters, and the invisible ones that turn text around or join cells. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu;
const COMBINING = /\p{M}/gu;
/** Escape sequences go whole, or `[31m` would stay behind as litter. */

const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)/gu;
/** Their width differs between terminals, so they would break the columns. */
const UNSTEADY = /[\u{10000}-\u{10FFFF}\p{Emoji_Presentation}]/gu;

const PLAIN = /^[\u0020-\u007E\u2013\u2018-\u201D\u2026]*$/u;

/** Text from outside, safe to print: no control characters, one line, every width known. */
export function clean(text: string): string {
	// Nearly all of it, and the tables of Unicode are slow to ask.
	if (PLAIN.test(text)) return text;
	return text
		.replace(ESCAPES, '')
		.replace(/[\t\n\r]+/gu, ' ')
		.replace(UNSTEADY, '?')
		.replace(UNSAFE, '')
		.replace(COMBINING, '');
}

/** A thing with its texts as they were cleaned: itself where they were clean already, as nearly all are. */
export function cleaned<Thing extends object>(thing: Thing, texts: Partial<Thing>): Thing {
	const same = Object.entries(texts).every(([name, text]) => Reflect.get(thing, name) === text);
	return same ? thing : {...thing, ...texts};
}

/** Control characters, the invisible ones that turn text around or join cells, and letters that are blank. */
const UNSAFE = /[\u115F\u1160\u3164\uFFA0\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu;
const COMBINING = /\p{M}/gu;
/** Escape sequences go whole, or `[31m` would stay behind as litter. */
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)/gu;
/** Their width differs between terminals, so they would break the columns. */
const UNSTEADY = /[\u{10000}-\u{10FFFF}\p{Emoji_Presentation}]/gu;

const PLAIN =
	/^[\u0020-\u007E\u00B7\u2013\u2018-\u201D\u2022\u2026\u203A\u2190-\u2193\u2500-\u25FC\u2600-\u2602\u2800-\u28FF]*$/u;

/**
 * Text from outside, safe to print: no control characters, one line, every width known. Called where text comes in
 * from a keyboard or a pipe, and where it goes out to be looked at: a screen's spans, printed lines, a page.
 */
export function clean(text: string): string {
	// Nearly all of it, and the tables of Unicode are slow to ask.
	if (isAscii(text) || PLAIN.test(text)) return text;
	return text
		.replace(ESCAPES, '')
		.replace(/[\t\n\r]+/gu, ' ')
		.replace(UNSAFE, '')
		.replace(UNSTEADY, '?')
		.replace(COMBINING, '');
}

function isAscii(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x20 || code > 0x7e) return false;
	}
	return true;
}

/** Lines as they are printed. */
export function printed(lines: readonly string[]): readonly string[] {
	return lines.map(line => clean(line).trimEnd());
}

import {plainText} from '../screen/glyphs.ts';
import type {Row} from '../screen/screen.types.ts';

/** A mark stands beside its word, and the word is enough. */
const MARKS = /[●▲✗○✔►‖◆■□]\s?/gu;
/** Histories and maps drawn in blocks or dots; a trend arrow and the value say the same. */
const DRAWN = /[\u2580-\u259F\u2800-\u28FF][\u2580-\u259F\u2800-\u28FF· ]*/gu;
/** The bar of what becomes of launch requests: the lines below it say the same. */
const CUT_BAR = /\[[PLCF]+\]/u;
const ARROWS: readonly (readonly [RegExp, string])[] = [
	[/(?<= )↑(?= |$)/gu, 'rising'],
	[/(?<= )↓(?= |$)/gu, 'falling'],
	[/(?<= )→(?= |$)/gu, 'steady'],
];

/** A row of the screen as one reads it out: words for marks and arrows, commas where columns were. */
export function spokenRow(row: Row): string {
	return spoken(row.map(({text}) => text).join(''));
}

/** One line as one reads it out. */
export function spoken(text: string): string {
	let said = text.replace(MARKS, '').replace(DRAWN, ' ').replace(CUT_BAR, 'asked for: ');
	for (const [arrow, word] of ARROWS) said = said.replace(arrow, word);
	return said
		.replace(/[─│┌┐└┘├┤┬┴┼·]+/gu, ' ')
		.trim()
		.replace(
			/^(OK|WARN|CRIT|N\/A|PAGE|TICK|INFO|OVER|RUNNING|PAUSED|ASLEEP|PAGED|ON CALL) {2,}/u,
			'$1 ',
		)
		.replace(/ {2,}: /gu, ' ') // What to type, where the screen shows the key before it.
		.replace(/ {2,}/gu, ', ')
		.replace(/,(?: ?,)+/gu, ',')
		.replace(/([:;.]),/gu, '$1');
}

/** Lines for a terminal whose locale has no UTF-8. */
export function printable(lines: readonly string[], unicode: boolean): readonly string[] {
	return unicode ? lines : lines.map(plainText);
}

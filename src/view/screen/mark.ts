import {isOld, oldness, shown} from '../say/fact.ts';
import type {Fact, Verdict} from '../say/fact.types.ts';
import type {Headline} from '../say/headline.ts';
import type {Row, Span, Tone} from './screen.types.ts';
import {fit, rowWidth, span, spread, wrap} from './text.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
	ok: 'dim',
	warn: 'warn',
	crit: 'bad',
	unknown: 'dim',
};
export const GLYPHS: Readonly<Record<Verdict, string>> = {
	ok: '●',
	warn: '▲',
	crit: '✗',
	unknown: '○',
};
/** What is under way, over, or held, whatever that means for its verdict. */
const OWN_GLYPHS: Readonly<Record<string, string>> = {
	RUNNING: '►',
	OWED: '✗',
	LIMIT: '▲',
	DETOUR: '●',
	ADVICE: '●',
	RESOLVED: '○',
	RESTARTS: '►',
	WAITS: '○',
	PAUSED: '‖',
	SHELVED: '‖',
	DONE: '✔',
	BACK: '✔',
};

export function toneOf({verdict}: Pick<Fact, 'verdict'>): Tone {
	return TONES[verdict];
}

/** Shape, word and tone, always together; the words of one list at one width, no word at all in none. */
export function mark(fact: Pick<Fact, 'word' | 'verdict'>, cells = 4, tone = toneOf(fact)): Span {
	const glyph = OWN_GLYPHS[fact.word] ?? GLYPHS[fact.verdict];
	return span(cells === 0 ? `${glyph} ` : `${glyph} ${fact.word.padEnd(cells)} `, tone);
}

/** How old it is, where that has to be said. */
export function oldSpan(fact: Fact, lead = ', '): readonly Span[] {
	return isOld(fact) ? [span(`${lead}${oldness(fact)}`, 'warn')] : [];
}

/** What was found by a look, and how long ago at the right. */
export function shownRow(
	words: string,
	fact: Pick<Fact, 'age'>,
	width: number,
	tone: Tone = 'title',
): Row {
	return spread([span(words, tone)], [span(' '), shownSpan(fact)], width);
}

export function shownSpan(fact: Pick<Fact, 'age'>): Span {
	const {text, old} = shown(fact);
	return span(text, old ? 'warn' : 'dim');
}

/** A headline on one row; each of its further parts from the width on that is given for it. */
export function headRow(fact: Headline, width: number, from: readonly number[]): Row {
	const {lead, more} = fact.of;
	const tone = toneOf(fact);
	const parts = more.filter((_, index) => width >= (from[index] ?? from.at(-1) ?? 0));
	const said = fact.value === null ? [span(lead, tone)] : [span(lead), span(parts.join(''), tone)];
	const start = [mark(fact), ...said];
	const old = oldSpan(fact);
	const room = width - rowWidth(old);
	return rowWidth(start) <= room ? [...start, ...old] : [...fit(start, room), ...old];
}

/** A headline whole, over as many rows as it needs. */
export function headRows(fact: Headline, width: number): readonly Row[] {
	const {lead, more} = fact.of;
	const tone = toneOf(fact);
	const rows = wrap(`${mark(fact).text}${lead}${more.join('')}`, width).map((line): Row => [
		span(line, tone),
	]);
	return withAge(rows, fact, width);
}

/** Rows, and how old they are behind the last or on a row of its own. */
export function withAge(rows: readonly Row[], fact: Fact, width: number): readonly Row[] {
	const last = rows.at(-1) ?? [];
	const tail = oldSpan(fact);
	if (tail.length === 0) return rows;
	return rowWidth(last) + rowWidth(tail) <= width
		? [...rows.slice(0, -1), [...last, ...tail]]
		: [...rows, oldSpan(fact, '  ')];
}

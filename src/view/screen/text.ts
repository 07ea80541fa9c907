import {clean} from '../say/clean.ts';
import type {Key} from '../input/ui.types.ts';
import type {Row, Span, Tone} from './screen.types.ts';

/** One span: all text that a screen shows comes through here, and so is safe to show. */
export function span(text: string, tone: Tone = 'plain'): Span {
	return {text: clean(text), tone};
}

/** The same row, on which a click stands for keys. */
export function pressing(row: Row, press: readonly Key[]): Row {
	return row.map(piece => ({...piece, press}));
}

/** Scripts that take two cells a character. */
const WIDE =
	/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
/** Below it no script is wide but one, and none of its characters is a half. */
const NARROW_BELOW = 0x2e80;
const JAMO = 0x1100;
const AFTER_JAMO = 0x1160;

/** Cells that cleaned text takes. */
export function widthOf(text: string): number {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= NARROW_BELOW || (code >= JAMO && code < AFTER_JAMO)) return wideWidthOf(text);
	}
	return text.length;
}

function wideWidthOf(text: string): number {
	let width = 0;
	for (const character of text) width += WIDE.test(character) ? 2 : 1;
	return width;
}

/** At most `width` cells; what is lost shows as an ellipsis. */
export function cut(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	if (width <= 0) return '';
	return `${takeCells(text, width - 1).trimEnd()}…`;
}

/** As much of a text as fits. */
function takeCells(text: string, width: number): string {
	let kept = '';
	let taken = 0;
	for (const character of text) {
		const cells = WIDE.test(character) ? 2 : 1;
		if (taken + cells > width) break;
		kept += character;
		taken += cells;
	}
	return kept;
}

/** Exactly `width` cells, text at the left. */
export function left(text: string, width: number): string {
	const short = cut(text, width);
	return short + ' '.repeat(Math.max(0, width - widthOf(short)));
}

/** Exactly `width` cells, text at the right. */
export function right(text: string, width: number): string {
	const short = cut(text, width);
	return ' '.repeat(Math.max(0, width - widthOf(short))) + short;
}

export function rowWidth(row: Row): number {
	let width = 0;
	for (const {text} of row) width += widthOf(text);
	return width;
}

/** A row of exactly `width` cells: cut with an ellipsis, or padded. */
export function fit(row: Row, width: number): Row {
	const total = rowWidth(row);
	if (total === width) return row;
	if (total < width) return [...row, span(' '.repeat(width - total))];
	const kept: Span[] = [];
	let room = width;
	for (const piece of row) {
		const cells = widthOf(piece.text);
		// The last piece that fits must leave a cell for the ellipsis.
		if (cells < room) {
			kept.push(piece);
			room -= cells;
			continue;
		}
		kept.push({...piece, text: left(cells === room ? `${piece.text} ` : piece.text, room)});
		break;
	}
	return kept;
}

/** Two ends of one row; the left one is cut first. */
export function spread(start: Row, end: Row, width: number): Row {
	const room = width - rowWidth(end);
	return room < 8 ? fit(start, width) : [...fit(start, room), ...end];
}

/** Lines of at most `width` cells, broken at spaces where there are any. */
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		let rest = word;
		const joined = line === '' ? rest : `${line} ${rest}`;
		if (widthOf(joined) <= width) {
			line = joined;
			continue;
		}
		if (line !== '') lines.push(line);
		while (widthOf(rest) > width && width > 1) {
			const part = takeCells(rest, width);
			lines.push(part);
			rest = rest.slice(part.length);
		}
		line = rest;
	}
	lines.push(line);
	return lines;
}

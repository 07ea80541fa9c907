import type {Row, Screen} from '../screen.types.ts';
import {rowWidth, widthOf} from '../text.ts';

/** The line that is being written on a screen: its cells, its text, the caret in it, and what stands before it. */
export type Field = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly text: string;
	readonly at: number;
	readonly label: string;
};

/** Undefined where nothing is being written. */
export function fieldOn({rows}: Screen): Field | undefined {
	const y = rows.findIndex(row => row.some(({tone, field}) => tone === 'caret' && field === true));
	const row = rows[y];
	if (row === undefined) return undefined;
	const first = row.findIndex(({field}) => field === true);
	const before = row.slice(0, first);
	const own = row.filter(({field}) => field === true);
	const caret = own.findIndex(({tone}) => tone === 'caret');
	const textOf = (pieces: Row) => pieces.map(({text}) => text).join('');
	const x = widthOf(textOf(before));
	const at = textOf(own.slice(0, caret)).length;
	// The caret past the end of the text stands on a space.
	const isAtEnd = textOf(own.slice(caret + 1)) === '' && own[caret]?.text === ' ';
	const text = isAtEnd ? textOf(own.slice(0, caret)) : textOf(own);
	const width = rowWidth(row) - x;
	return {x, y, width, text, at, label: textOf(before).trim()};
}

/** Where something is written on a screen, in cells; undefined where nothing is. */
export function caretOn({rows}: Screen): {readonly x: number; readonly y: number} | undefined {
	for (const [y, row] of rows.entries()) {
		let x = 0;
		for (const {text, tone} of row) {
			if (tone === 'caret') return {x, y};
			x += widthOf(text);
		}
	}
	return undefined;
}

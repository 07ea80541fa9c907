import type {KeyShown} from '../input/keys/index.ts';
import type {Row} from './screen.types.ts';
import {rowWidth, span} from './text.ts';

/** Keys and what they do in a word each, as many as there is room for. */
export function keysRow(keys: readonly Pick<KeyShown, 'footer'>[], columns: number): Row {
	let row: Row = [];
	for (const {footer} of keys) {
		if (footer === null) continue;
		const next = [...row, span(` ${footer.keys}`, 'focus'), span(` ${footer.word} `, 'dim')];
		if (rowWidth(next) > columns) break;
		row = next;
	}
	return row;
}

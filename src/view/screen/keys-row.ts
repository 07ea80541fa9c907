import type {Footer} from '../input/keys/index.ts';
import type {Row, Tone} from './screen.types.ts';
import {rowWidth, span} from './text.ts';

/** Keys and what they do in a word each, as many as there is room for. */
export function keysRow(keys: readonly {readonly footer: Footer | null}[], columns: number): Row {
	let row: Row = [];
	for (const {footer} of keys) {
		if (footer === null) continue;
		const next = [...row, ...footerSpans(footer, 'title')];
		if (rowWidth(next) > columns) break;
		row = next;
	}
	return row;
}

/** The keys of one binding and their word; a click on each presses it. */
export function footerSpans({keys, word}: Footer, tone: Tone): Row {
	const [first] = keys;
	if (first === undefined) return [];
	return [
		...keys.map(({shown, key}) => ({...span(` ${shown}`, tone), press: [key]})),
		{...span(` ${word} `, 'dim'), press: [first.key]},
	];
}

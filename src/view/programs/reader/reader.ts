import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
import {fit, span} from '../../screen/text.ts';
import type {Graphs} from '../../input/ui.types.ts';
import {openText, READING_KEYS, readingRows, readOn, pasteOn} from './reading.ts';

/** One text on the whole screen; esc leaves it. */
export function createReader(title: string, text: string, graphs: Graphs): Program {
	let reading = openText(title, text);
	return {
		press(key, size) {
			if (key === 'ctrl-c') return [{type: 'leave', how: 'interrupted'}];
			if (key === 'ctrl-z') return [{type: 'suspend'}];
			if (key === 'ctrl-l') return [{type: 'redraw'}];
			const next = readOn(reading, key, roomIn(size));
			if (next === null) return [{type: 'leave', how: 'quit'}];
			reading = next;
			return [];
		},
		paste(text) {
			reading = pasteOn(reading, text);
		},
		frame() {
			// A text does not move by itself.
		},
		present(size) {
			const rows = [...readingRows(reading, roomIn(size)), fit(readingFooter(), size.columns)];
			return graphs === 'ascii' ? asAscii({rows}) : {rows};
		},
	};
}

/** Keys of a text, in a row. */
function readingFooter(): Row {
	return READING_KEYS.filter(({footer}) => footer !== '').flatMap(({shown, footer}) => [
		span(` ${shown}`, 'focus'),
		span(` ${footer} `, 'dim'),
	]);
}

function roomIn({columns, rows}: Size): Size {
	return {columns, rows: Math.max(1, rows - 1)};
}

import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import type {Size} from '../../screen/screen.types.ts';
import {fit} from '../../screen/text.ts';
import {keysRow} from '../../screen/keys-row.ts';
import type {Graphs, Keymap} from '../../input/ui.types.ts';
import {askedEverywhere} from '../everywhere.ts';
import {openText, readingKeys, readingRows, readOn, pasteOn} from './reading.ts';

export type ReaderSettings = {readonly graphs: Graphs; readonly keymap: Keymap};

/** One text on the whole screen, until it is closed. */
export function createReader(title: string, text: string, settings: ReaderSettings): Program {
	const {graphs, keymap} = settings;
	let reading = openText(title, text);
	return {
		asks: 'reading',
		press(key, size) {
			const asks = askedEverywhere(keymap, key);
			if (asks !== null) return asks;
			const next = readOn(reading, key, roomIn(size), keymap);
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
			const footer = keysRow(readingKeys(reading, keymap), size.columns);
			const rows = [...readingRows(reading, roomIn(size)), fit(footer, size.columns)];
			return graphs === 'ascii' ? asAscii({rows}) : {rows};
		},
	};
}

function roomIn({columns, rows}: Size): Size {
	return {columns, rows: Math.max(1, rows - 1)};
}

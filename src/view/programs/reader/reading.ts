import type {Row, Size, Span} from '../../screen/screen.types.ts';
import {fit, span, spread} from '../../screen/text.ts';
import {pasted, written} from '../../input/text-input.ts';
import {fieldRow} from '../../screen/field.ts';
import {bindingIn, keysIn, type KeyShown} from '../../input/keys/index.ts';
import type {Key, Keymap} from '../../input/ui.types.ts';
import {markdownRows} from './markdown.ts';

/** A text that is open before the reader: where in it they are, and what they look for. */
export type Reading = {
	readonly title: string;
	readonly text: string;
	readonly scroll: number;
	readonly find: string;
	/** Characters of it behind the caret. */
	readonly caret: number;
	/** Whether keys go into `find`. */
	readonly typing: boolean;
	/** What the last key came to, where that cannot be seen. */
	readonly said: string;
};

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDTH_MAX = 76;
/** A table may stand out a little. */
const CODE_WIDTH_MAX = 80;
const PAGE_ROWS = 10;
const FIND_MAX = 40;

export function openText(title: string, text: string): Reading {
	return {title, text, scroll: 0, find: '', caret: 0, typing: false, said: ''};
}

/** One key. Null once the text is closed. */
export function readOn(reading: Reading, key: Key, room: Size, keymap: Keymap): Reading | null {
	if (reading.typing) return typed(reading, key, room, keymap);
	const calm = {...reading, said: ''};
	const moved = (rows: number) => scrolledTo(calm, calm.scroll + rows, room);
	switch (bindingIn(keymap, 'text', key)) {
		case 'readClose':
			return null;
		case 'readDown':
			return moved(1);
		case 'readUp':
			return moved(-1);
		case 'readPageDown':
			return moved(PAGE_ROWS);
		case 'readPageUp':
			return moved(-PAGE_ROWS);
		case 'readFirst':
			return scrolledTo(calm, 0, room);
		case 'readLast':
			return scrolledTo(calm, Infinity, room);
		case 'readFind':
			return {...calm, typing: true, find: '', caret: 0};
		case 'readAgain':
			return calm.find === '' ? calm : found(calm, calm.scroll + 1, room);
		case null:
			return calm;
	}
}

function typed(reading: Reading, key: Key, room: Size, keymap: Keymap): Reading {
	const id = bindingIn(keymap, 'field', key);
	if (id === 'leaveField') return {...reading, typing: false, find: ''};
	if (id === 'takeField') return found({...reading, typing: false}, reading.scroll, room);
	const line = written({text: reading.find, after: reading.caret}, key, FIND_MAX, keymap);
	return line === null ? reading : {...reading, find: line.text, caret: line.after};
}

/** The keys that are in force in a text. */
export function readingKeys({typing}: Reading, keymap: Keymap): readonly KeyShown[] {
	return keysIn(typing ? 'field' : 'text', keymap);
}

/** Text that was pasted goes into what is looked for, while that is being written. */
export function pasteOn(reading: Reading, text: string): Reading {
	if (!reading.typing) return reading;
	const line = pasted({text: reading.find, after: reading.caret}, text, FIND_MAX);
	return {...reading, find: line.text, caret: line.after};
}

/** Goes to the first row from `from` on that holds what is looked for, from the beginning if need be. */
function found(reading: Reading, from: number, room: Size): Reading {
	if (reading.find === '') return reading;
	const needle = reading.find.toLowerCase();
	const rows = rowsOf(reading, room).map(row => textOf(row).toLowerCase());
	const next = rows.findIndex((row, index) => index >= from && row.includes(needle));
	const at = next >= 0 ? next : rows.findIndex(row => row.includes(needle));
	if (at < 0) return {...reading, said: `“${reading.find}” not found.`};
	return {...scrolledTo(reading, at, room), scroll: at};
}

function scrolledTo(reading: Reading, row: number, room: Size): Reading {
	const last = Math.max(0, rowsOf(reading, room).length - bodyRows(room));
	return {...reading, scroll: Math.max(0, Math.min(row, last))};
}

function rowsOf({text}: Reading, room: Size): readonly Row[] {
	return markdownRows(text, {
		prose: Math.max(1, Math.min(WIDTH_MAX, room.columns - 4)),
		code: Math.max(1, Math.min(CODE_WIDTH_MAX, room.columns - indentIn(room) - 1)),
	});
}

function indentIn({columns}: Size): number {
	return Math.max(2, Math.floor((columns - WIDTH_MAX) / 2));
}

/** All rows but the title and the line at the bottom. */
function bodyRows(room: Size): number {
	return Math.max(1, room.rows - 3);
}

/** The text as exactly as many rows as there is room for. */
export function readingRows(reading: Reading, room: Size): readonly Row[] {
	const rows = rowsOf(reading, room);
	const seen = rows.slice(reading.scroll, reading.scroll + bodyRows(room));
	const below = rows.length - reading.scroll - seen.length;
	const margin = span(' '.repeat(indentIn(room)));
	const title: Row = [margin, span(reading.title, 'title')];
	const body = Array.from({length: bodyRows(room)}, (_, index) => [
		margin,
		...marked(seen[index] ?? [], reading.find),
	]);
	const more: Row = below > 0 ? [span(`↓ ${String(below)} more lines `, 'dim')] : [];
	return [title, [], ...body, spread([margin, ...lastLine(reading)], more, room.columns)]
		.slice(0, room.rows)
		.map(row => fit(row, room.columns));
}

function lastLine({typing, find, caret, said}: Reading): Row {
	if (typing) return [span('/', 'title'), ...fieldRow({text: find, after: caret})];
	return said === '' ? [] : [span(said, 'warn')];
}

/** What is looked for stands out wherever it stands. */
function marked(row: Row, find: string): Row {
	if (find === '') return row;
	const needle = find.toLowerCase();
	return row.flatMap(piece => {
		const parts: Span[] = [];
		let rest = piece.text;
		for (let at = rest.toLowerCase().indexOf(needle); at >= 0;) {
			parts.push(span(rest.slice(0, at), piece.tone));
			parts.push(span(rest.slice(at, at + needle.length), 'select'));
			rest = rest.slice(at + needle.length);
			at = rest.toLowerCase().indexOf(needle);
		}
		return [...parts, span(rest, piece.tone)];
	});
}

function textOf(row: Row): string {
	return row.map(({text}) => text).join('');
}

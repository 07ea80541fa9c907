import {
	reduceAnsiCodesIncremental,
	tokenize,
} from '../node_modules/@alcalzone/ansi-tokenize/build/index.js';

// A string as Ink's cells, for the characters that need no Unicode table: one code unit, one cell, no joining. The
// cells are shared: there is one for each character in each style.

/** Characters of which each takes one code unit and one cell, and none joins its neighbour. */
export const ONE_CELL_EACH =
	/^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF\u2010-\u2027\u2190-\u21FF\u2500-\u25FC\u25FF\u2713-\u2718\u2800-\u28FF]*$/;
const STYLES = /\u001B\[[\d;]*m/g;
const STYLES_MAX = 2_000;

/** Whether a text holds nothing but such characters, and colours and weights as Ink writes them. */
export function isHarmless(text) {
	return ONE_CELL_EACH.test(text.includes('\u001B') ? text.replace(STYLES, '') : text);
}

/** Cells by character, for each style; a style is known by its codes. */
let cellsOf = new Map();

/** The cells of a line, or undefined where one of its characters may take two or join another. */
export function sharedCells(line) {
	if (!isHarmless(line)) return undefined;
	if (cellsOf.size > STYLES_MAX) cellsOf = new Map();
	const cells = [];
	let style = styleOf([]);
	let at = 0;
	for (const {0: codes, index} of line.matchAll(STYLES)) {
		addCells(cells, line, at, index, style);
		style = styleAfter(style, codes);
		at = index + codes.length;
	}
	addCells(cells, line, at, line.length, style);
	return cells;
}

function addCells(cells, line, from, to, {codes, known}) {
	for (let at = from; at < to; at++) {
		const value = line[at];
		let cell = known.get(value);
		if (cell === undefined) {
			cell = {type: 'char', value, fullWidth: false, styles: codes};
			known.set(value, cell);
		}
		cells.push(cell);
	}
}

/** What a style becomes where codes follow; the same few follow each other again and again. */
function styleAfter(style, codes) {
	let next = style.after.get(codes);
	if (next === undefined) {
		next = styleOf(reduceAnsiCodesIncremental(style.codes, tokenize(codes)));
		style.after.set(codes, next);
	}
	return next;
}

function styleOf(codes) {
	const key = codes.map(({code}) => code).join('');
	let style = cellsOf.get(key);
	if (style === undefined) {
		style = {codes, known: new Map(), after: new Map()};
		cellsOf.set(key, style);
	}
	return style;
}

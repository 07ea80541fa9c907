import {ONE_CELL_EACH} from './cells.mjs';

// Ink measures every string of every frame. Most of ours are Latin, quotes, arrows, boxes, ticks and Braille, where
// each code unit is one cell; only the rest need the full Unicode tables, which take a seventh of the time to
// the first frame to load, and so are loaded when first needed.
/** Colours and weights, which take no cells. */
const STYLES = /\u001B\[[\d;]*m/g;
const ENTRIES_MAX = 5_000;
const widths = new Map();

export default function fastStringWidth(text, options) {
	if (typeof text !== 'string' || text === '') return 0;
	if (ONE_CELL_EACH.test(text)) return text.length;
	if (options !== undefined) return fullStringWidth(text, options);
	if (text.includes('\u001B')) {
		const plain = text.replace(STYLES, '');
		if (ONE_CELL_EACH.test(plain)) return plain.length;
	}
	let width = widths.get(text);
	if (width === undefined) {
		width = fullStringWidth(text);
		if (widths.size >= ENTRIES_MAX) widths.clear();
		widths.set(text, width);
	}
	return width;
}

function fullStringWidth(text, options) {
	// By path, so that the alias does not loop; the bundler makes of it a module that waits to be asked.
	// eslint-disable-next-line no-undef
	return require('../node_modules/string-width/index.js').default(text, options);
}

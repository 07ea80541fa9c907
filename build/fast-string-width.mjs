// Ink measures every string of every frame. Most of ours are ASCII, arrows, boxes, blocks and Braille, where
// each code unit is one cell; only the rest need the full Unicode tables.
import stringWidth from '../node_modules/string-width/index.js'; // By path, so that the alias does not loop.

const ONE_CELL_EACH = /^[\u0020-\u007E\u2190-\u21FF\u2500-\u25FC\u25FF\u2800-\u28FF]*$/;
const ENTRIES_MAX = 5_000;
const widths = new Map();

export default function fastStringWidth(text, options) {
	if (typeof text !== 'string' || text === '') return 0;
	if (ONE_CELL_EACH.test(text)) return text.length;
	if (options !== undefined) return stringWidth(text, options);
	let width = widths.get(text);
	if (width === undefined) {
		width = stringWidth(text);
		if (widths.size >= ENTRIES_MAX) widths.clear();
		widths.set(text, width);
	}
	return width;
}

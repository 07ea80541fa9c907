import type {Row, Screen} from './screen.types.ts';

const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * A history as block characters, newest at the right, scaled to [0, max]. A lost sample is a dot: a gap in
 * the pipeline is not a zero.
 */
export function sparkline(history: readonly number[], width: number, max: number): string {
	const values = resample(history, width);
	const top = max > 0 ? max : 1;
	const drawn = values.map(value => {
		if (Number.isNaN(value)) return '·';
		const level = Math.floor(Math.max(0, Math.min(1, value / top)) * 7.999);
		return BLOCKS.charAt(level);
	});
	return ' '.repeat(Math.max(0, width - drawn.length)) + drawn.join('');
}

/** The last values, one a cell; more minutes than cells share a cell by their maximum, so no spike is lost. */
function resample(history: readonly number[], width: number): readonly number[] {
	if (width <= 0) return [];
	const perCell = history.length <= width * 2 ? 1 : Math.ceil(history.length / width);
	const cells: number[] = [];
	for (let end = history.length; end > 0 && cells.length < width; end -= perCell) {
		const seen = history.slice(Math.max(0, end - perCell), end).filter(value => !Number.isNaN(value));
		cells.push(seen.length === 0 ? Number.NaN : Math.max(...seen));
	}
	return cells.reverse();
}

const ASCII: Readonly<Record<string, string>> = {
	'▁': '_',
	'▂': '.',
	'▃': ':',
	'▄': '-',
	'▅': '=',
	'▆': '+',
	'▇': '*',
	'█': '#',
	'·': '.',
	'…': '~',
	'─': '-',
	'│': '|',
	'●': '*',
	'○': 'o',
	'▲': '^',
	'▼': 'v',
	'►': '>',
	'✔': '+',
	'✗': 'x',
	'↑': '^',
	'↓': 'v',
	'→': '>',
	'‖': '=',
	'–': '-',
	'’': "'",
};

const BEYOND_ASCII = /[^\u0020-\u007E]/gu;
const WIDE = /[\u1100-\u115F\u2E80-\uFFEF]/u;

/** The same frame, cell for cell, for a terminal whose locale has no UTF-8. */
export function asAscii(screen: Screen): Screen {
	return {rows: screen.rows.map(plainRow)};
}

function plainRow(row: Row): Row {
	return row.map(piece => ({...piece, text: plainText(piece.text)}));
}

export function plainText(text: string): string {
	return text.replace(
		BEYOND_ASCII,
		character => ASCII[character] ?? (WIDE.test(character) ? '??' : '?'),
	);
}

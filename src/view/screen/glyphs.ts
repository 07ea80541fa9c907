import type {Row, Screen} from './screen.types.ts';

export const BLOCKS = '▁▂▃▄▅▆▇█';

/** A spark of few cells still tells of this many minutes. */
const MINUTES_AT_LEAST = 20;

/**
 * A history as block characters, newest at the right, scaled to [0, max]. A lost sample is a dot: a gap in
 * the pipeline is not a zero. Minutes that share a cell show the worst of them, so that no spike is lost.
 */
export function sparkline(
	history: readonly number[],
	width: number,
	max: number,
	worse: 'above' | 'below',
): string {
	const values = resample(history, width, worse === 'above' ? Math.max : Math.min);
	const top = max > 0 ? max : 1;
	const drawn = values.map(value => {
		if (Number.isNaN(value)) return '·';
		const level = Math.floor(Math.max(0, Math.min(1, value / top)) * 7.999);
		return BLOCKS.charAt(level);
	});
	return ' '.repeat(Math.max(0, width - drawn.length)) + drawn.join('');
}

/** The newest of a history, at most `width` of them: minutes that share one show the worst. */
export function resample(
	history: readonly number[],
	width: number,
	worst: (...values: number[]) => number,
): readonly number[] {
	if (width <= 0) return [];
	const perCell = Math.ceil(MINUTES_AT_LEAST / width);
	const cells: number[] = [];
	for (let end = history.length; end > 0 && cells.length < width; end -= perCell) {
		const seen = history
			.slice(Math.max(0, end - perCell), end)
			.filter(value => !Number.isNaN(value));
		cells.push(seen.length === 0 ? Number.NaN : worst(...seen));
	}
	return cells.reverse();
}

/** What is drawn, and in the same place below it what stands for it. */
const DRAWN = '▁▂▃▄▅▆▇█·…─│●○▲▼►◄┌┐└┘├┤┬┴┼═◆←✔✗↑↓→‖–’“”━┃┏┗╵';
const TYPED = `_.:-=+*#.~-|*o^v><+++++++++=#<vx^v>=-'""=###'`;

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
		character => TYPED[DRAWN.indexOf(character)] ?? (WIDE.test(character) ? '??' : '?'),
	);
}

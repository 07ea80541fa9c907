import {SMALLEST} from '../layout.ts';
import type {Screen, Size} from '../screen.types.ts';
import {fit, span, wrap} from '../text.ts';

/** Below the smallest size: one clear sentence, however few cells there are. Null where there is room. */
export function tooSmall(size: Size): Screen | null {
	const {columns, rows} = size;
	if (columns >= SMALLEST.columns && rows >= SMALLEST.rows) return null;
	const need = `${String(SMALLEST.columns)}x${String(SMALLEST.rows)}`;
	const have = `${String(columns)}x${String(rows)}`;
	const text = `This terminal is ${have}. The game needs ${need}: make the window larger. Nothing is lost; ctrl-c leaves.`;
	const lines = wrap(text, Math.max(1, columns));
	return {
		rows: Array.from({length: rows}, (_, index) => fit([span(lines[index] ?? '')], columns)),
	};
}

import type {Screen, Size} from '../../src/view/index.ts';

/** Rows that are not as wide as the screen, and numbers that are cut; sentences of the headline and of orders may be. */
export function faultsOf({rows}: Screen, {columns, rows: high}: Size): readonly string[] {
	const lines = rows.map(row => row.map(piece => piece.text).join(''));
	const at = `${String(columns)}x${String(high)}`;
	return lines.flatMap((line, y) => {
		if (line.length !== columns || lines.length !== high) return [`${at}: ${line}`];
		const isSentence = y === 1 || y === high - 2;
		return !isSentence && /\d(?: ?%)?…/u.test(line) ? [`${at} cuts: ${line}`] : [];
	});
}

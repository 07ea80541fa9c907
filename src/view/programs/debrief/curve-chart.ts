import {valueAt} from '../../../session/index.ts';
import type {Debrief} from '../../../session/index.ts';
import {left, right} from '../../screen/text.ts';
import {clockOf, minutes} from './words.ts';

const ROWS = 10;
const LABEL = 22;
const AXIS = 6;

/** Harm curves as characters: each curve is drawn with the first letter of its label, and named at its end. */
export function curveChart(debrief: Debrief, width: number): readonly string[] {
	const {curves, from, everySeconds} = debrief;
	const plot = Math.max(20, width - AXIS - LABEL - 2);
	const points = Math.max(2, ...curves.map(({harm}) => harm.length));
	const top = Math.max(1, ...curves.map(({total}) => total));
	const grid = Array.from({length: ROWS}, () => Array.from({length: plot}, () => ' '));
	const rowOf = (value: number) =>
		Math.min(ROWS - 1, Math.max(0, ROWS - 1 - Math.round((value / top) * (ROWS - 1))));
	for (const {label, harm, total} of [...curves].reverse()) {
		for (let column = 0; column < plot; column++) {
			const index = Math.round((column / (plot - 1)) * (points - 1));
			// A night that was over early stays at what it had cost.
			const value = harm[index] ?? total;
			valueAt(grid, rowOf(value))[column] = label.slice(0, 1);
		}
	}
	const names = nameRows(debrief, rowOf);
	const rows = grid.map((cells, row) => {
		const scale = row === 0 ? minutes(top) : row === ROWS - 1 ? '0' : '';
		return `${right(scale, AXIS)}|${cells.join('')} ${names[row] ?? ''}`.trimEnd();
	});
	const end = clockOf(debrief, from + (points - 1) * everySeconds);
	const axis = left(clockOf(debrief, from), plot - end.length) + end;
	return [...rows, `${' '.repeat(AXIS)}+${'-'.repeat(plot)}`, `${' '.repeat(AXIS + 1)}${axis}`];
}

/** Each name at the height where its curve ends, or the nearest row that is free. */
function nameRows({curves}: Debrief, rowOf: (value: number) => number): readonly string[] {
	const names = Array.from({length: ROWS}, () => '');
	for (const {label, total} of curves) {
		const wanted = rowOf(total);
		const free = Array.from({length: ROWS}, (_, row) => row)
			.filter(row => names[row] === '')
			.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
		if (free !== undefined) names[free] = left(`${label} ${minutes(total)}`, LABEL);
	}
	return names;
}

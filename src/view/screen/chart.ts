import {limitsOf, trendOf} from '../../observe/index.ts';
import type {Reading} from '../../observe/index.ts';
import {areaRows} from './graphs.ts';
import {measure, measured} from '../say/measure.ts';
import type {Row, Size} from './screen.types.ts';
import {left, right, span} from './text.ts';
import type {Graphs} from '../input/ui.types.ts';

const SCALE_CELLS = 9;
/** Lower or narrower than this, a chart says less than the line of its metric. */
export const CHART_SMALLEST: Size = {columns: 30, rows: 4};

/**
 * A metric over time, with everything it shows in words too: value, trend, scale, span. Several charts of one
 * thing share a scale when told the `top`.
 */
export function chartRows(
	reading: Reading | undefined,
	name: string,
	size: Size,
	{graphs, top}: {readonly graphs: Graphs; readonly top?: number},
): readonly Row[] {
	if (reading === undefined || size.rows < CHART_SMALLEST.rows) return [];
	if (size.columns < CHART_SMALLEST.columns) return [];
	const height = size.rows - 2;
	const width = size.columns - SCALE_CELLS - 1;
	const full = top ?? highest(reading);
	const worse = limitsOf(reading.id)?.worse ?? 'above';
	const area = areaRows(
		reading.history,
		{columns: width, rows: height},
		{top: full, worse},
		graphs,
	);
	const trend = trendOf(reading);
	const value = measured(reading);
	return [
		[span(name, 'title'), span(`  ${value}${trend === '' ? '' : `, ${trend}`}`)],
		...area.map((line, index): Row => [
			span(right(label(index, height, full, reading), SCALE_CELLS), 'dim'),
			span('│', 'dim'),
			span(line, 'plain'),
		]),
		[
			span(right('0', SCALE_CELLS), 'dim'),
			span(`└${left(spanWords(reading, width, graphs), width)}`, 'dim'),
		],
	];
}

/** What the top of a chart of several readings stands for. */
export function highest(...readings: readonly (Reading | undefined)[]): number {
	let top = 0;
	for (const reading of readings) {
		if (reading === undefined) continue;
		top = Math.max(top, reading.value ?? 0, limitsOf(reading.id)?.warn ?? 0);
		for (const value of reading.history) if (value > top) top = value;
	}
	return top;
}

function label(row: number, rows: number, top: number, {unit}: Reading): string {
	if (row === 0) return measure(top, unit);
	return row === Math.floor(rows / 2) && rows >= 5
		? measure((top * (rows - row)) / rows, unit)
		: '';
}

function spanWords({history}: Reading, width: number, graphs: Graphs): string {
	const minutes = Math.min(history.length, width * (graphs === 'braille' ? 2 : 1));
	return ` ${String(minutes)} minutes to now`;
}

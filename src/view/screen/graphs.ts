import {valueAt} from '../../session/index.ts';
import {resample} from './glyphs.ts';
import type {Size} from './screen.types.ts';
import type {Graphs} from '../input/ui.types.ts';

/** Dots of a Braille cell, column by column, from the lowest up. */
const DOTS = [
	[0x40, 0x04, 0x02, 0x01],
	[0x80, 0x20, 0x10, 0x08],
] as const;
const BRAILLE = 0x2800;
const BLOCKS = ' ▁▂▃▄▅▆▇█';
const ASCII = ' .:#';
/** Where a sample is lost there is no zero, but nothing. */
const LOST = '·';

/**
 * A history as a filled area, newest at the right, from zero to `top`: as many rows as there is room for, top
 * row first, each exactly as wide as told. Minutes that share a column show the worst of them.
 */
export function areaRows(
	history: readonly number[],
	size: Size,
	scale: {readonly top: number; readonly worse: 'above' | 'below'},
	graphs: Graphs,
): readonly string[] {
	const perCell = graphs === 'braille' ? 2 : 1;
	const worst = scale.worse === 'above' ? Math.max : Math.min;
	const seen = resample(history, size.columns * perCell, worst);
	const missing = size.columns * perCell - seen.length;
	const values = [...Array.from({length: missing}, () => null), ...seen];
	const top = scale.top > 0 ? scale.top : 1;
	const cells = Array.from({length: size.columns}, (_, column) =>
		values.slice(column * perCell, column * perCell + perCell).map(value => share(value, top)),
	);
	return Array.from({length: size.rows}, (_, row) => {
		const fromBottom = size.rows - 1 - row;
		return cells.map(cell => glyph(cell, fromBottom, size.rows, graphs)).join('');
	});
}

/** Of the whole height; null before the history begins, NaN where it was lost. */
function share(value: number | null, top: number): number | null {
	return value === null ? null : Math.max(0, Math.min(1, value / top));
}

function glyph(
	cell: readonly (number | null)[],
	fromBottom: number,
	rows: number,
	graphs: Graphs,
): string {
	if (fromBottom === 0 && cell.some(value => value !== null && Number.isNaN(value))) {
		return graphs === 'ascii' ? '?' : LOST;
	}
	const heights = cell.map(value => (value === null || Number.isNaN(value) ? 0 : value * rows));
	switch (graphs) {
		case 'braille':
			return brailleOf(heights.map(height => level(height - fromBottom, 4, height > 0)));
		case 'block':
			return BLOCKS.charAt(level((heights[0] ?? 0) - fromBottom, 8, false));
		case 'ascii':
			return ASCII.charAt(level((heights[0] ?? 0) - fromBottom, 3, false));
	}
}

/** Steps of a cell that are filled; what is there at all fills one, so that a little is not nothing. */
function level(height: number, steps: number, shown: boolean): number {
	const filled = Math.min(steps, Math.max(0, Math.round(height * steps)));
	return filled === 0 && height > 0 && (shown || height * steps > 0.1) ? 1 : filled;
}

function brailleOf(levels: readonly number[]): string {
	let bits = 0;
	levels.forEach((filled, column) => {
		for (let dot = 0; dot < filled; dot++) bits |= DOTS[column]?.[dot] ?? 0;
	});
	return bits === 0 ? ' ' : String.fromCharCode(BRAILLE + bits);
}

/** A line through a plot: its height at each place from 0 at the left to 1 at the right, both in [0, 1]. */
export type PlotLine = {readonly at: (x: number) => number; readonly mark: string};
/** One thing worth a mark of its own, such as where things stand now. */
export type PlotPoint = {readonly x: number; readonly y: number; readonly mark: string};

/** Lines and points in a frame of cells, top row first. Points stand over lines, later lines over earlier. */
export function plotRows(
	lines: readonly PlotLine[],
	points: readonly PlotPoint[],
	size: Size,
	graphs: Graphs,
): readonly string[] {
	const cells = Array.from({length: size.rows}, () => Array<string>(size.columns).fill(' '));
	for (const line of lines) {
		if (graphs === 'braille') dot(line, cells, size);
		else draw(line, cells, size);
	}
	for (const {x, y, mark} of points) {
		const row = cells[rowOf(y, size.rows)];
		if (row !== undefined) row[Math.round(x * (size.columns - 1))] = mark;
	}
	return cells.map(row => row.slice(0, size.columns).join(''));
}

function rowOf(y: number, rows: number): number {
	return Math.round((1 - Math.max(0, Math.min(1, y))) * (rows - 1));
}

/** One mark a column. A line that leaves the frame is not drawn along its edge. */
function draw({at, mark}: PlotLine, cells: string[][], size: Size): void {
	for (let column = 0; column < size.columns; column++) {
		const y = at(column / Math.max(1, size.columns - 1));
		if (y < 0 || y > 1) continue;
		valueAt(cells, rowOf(y, size.rows))[column] = mark;
	}
}

/** Two columns and four rows of dots a cell; dots that meet in a cell are joined. */
function dot({at}: PlotLine, cells: string[][], size: Size): void {
	const columns = size.columns * 2;
	const rows = size.rows * 4;
	for (let column = 0; column < columns; column++) {
		const y = at(column / Math.max(1, columns - 1));
		if (y < 0 || y > 1) continue;
		const fromBottom = Math.round(y * (rows - 1));
		const row = valueAt(cells, size.rows - 1 - Math.floor(fromBottom / 4));
		const place = Math.floor(column / 2);
		const before = valueAt(row, place).charCodeAt(0);
		const bits = before >= BRAILLE ? before - BRAILLE : 0;
		const bit = DOTS[column % 2 === 0 ? 0 : 1][fromBottom % 4] ?? 0;
		row[place] = String.fromCharCode(BRAILLE + (bits | bit));
	}
}

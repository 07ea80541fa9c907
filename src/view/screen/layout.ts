import {LARGE, WIDE, type Block, type Share} from './layout-presets.ts';
import type {Size} from './screen.types.ts';
import type {Ui} from '../input/ui.types.ts';
import type {PanelId} from '../../observe/index.ts';

/** One panel's place on the body of the screen, title row included. */
export type Place = {
	readonly panel: PanelId;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

export type Layout = {
	/** Whether a row of tabs is needed to say what is hidden, and where. Null when all is shown or zoomed. */
	readonly tabsAt: number | null;
	readonly places: readonly Place[];
};

/** Smaller than this, nothing useful can be shown. */
export const SMALLEST: Size = {columns: 60, rows: 18};

/** Two header rows above the body, the command line and the footer below. */
export const HEADER_ROWS = 2;
export const BOTTOM_ROWS = 2;

export function layoutOf(ui: Ui, size: Size): Layout {
	const columns = size.columns;
	const rows = size.rows - HEADER_ROWS - BOTTOM_ROWS;
	if (ui.full) {
		return {tabsAt: null, places: [{panel: ui.focus, x: 0, y: 0, width: columns, height: rows}]};
	}
	if (columns >= 180 && rows >= 46) return preset(LARGE[ui.preset], ui, columns, rows);
	if (columns >= 108 && rows >= 28) return preset(WIDE[ui.preset], ui, columns, rows);
	if (columns >= 76 && rows >= 19) return halves(ui, columns, rows);
	return single(ui, columns, rows);
}

/** Whether a panel can be seen at all as things stand. */
export function isShown(panel: PanelId, ui: Ui, size: Size): boolean {
	return layoutOf(ui, size).places.some(place => place.panel === panel);
}

/** 60x18 and the like: vital signs in a strip, and one panel. */
function single(ui: Ui, width: number, rows: number): Layout {
	const strip = 5;
	const panel = ui.focus === 'vitals' ? 'alerts' : ui.focus;
	return {
		tabsAt: strip,
		places: [
			{panel: 'vitals', x: 0, y: 0, width, height: strip},
			{panel, x: 0, y: strip + 1, width, height: rows - strip - 1},
		],
	};
}

/** What stands beside the vital signs in each preset where there is room for two halves and one panel. */
const BESIDE = {overview: 'alerts', diagnose: 'dwfm', comms: 'comms'} as const;

/** 80x24: vital signs beside one other panel, and the panel in focus across the screen. */
function halves(ui: Ui, columns: number, rows: number): Layout {
	const top = 9;
	const half = Math.floor((columns - 1) / 2);
	const beside: PanelId = ui.focus === BESIDE[ui.preset] ? 'log' : BESIDE[ui.preset];
	const main: PanelId = ui.focus === 'vitals' ? 'log' : ui.focus;
	const below = rows - top - 1;
	// With room to spare, what the last order did stays in sight.
	const last: PanelId = main === 'orders' ? 'log' : 'orders';
	const lower = below >= 17 && last !== beside ? Math.floor(below * 0.4) : 0;
	const places: Place[] = [
		{panel: 'vitals', x: 0, y: 0, width: half, height: top},
		{panel: beside, x: half + 1, y: 0, width: columns - half - 1, height: top},
		{panel: main, x: 0, y: top + 1, width: columns, height: below - lower},
	];
	if (lower > 0) places.push({panel: last, x: 0, y: rows - lower, width: columns, height: lower});
	return {tabsAt: top, places};
}

/** Columns of panels above, a row of panels below, and a row of tabs between them. */
function preset({above, below, belowShare}: Block, ui: Ui, columns: number, rows: number): Layout {
	const bottom = Math.max(9, Math.floor(rows * belowShare));
	const top = rows - bottom - 1;
	const shown = [...above.flatMap(({panels}) => panels), ...below].map(({panel}) => panel);
	// What is called for and has no place of its own takes the last one.
	const last = below.length - 1;
	const lower = below.map((share, index) =>
		index === last && !shown.includes(ui.focus) ? {...share, panel: ui.focus} : share,
	);
	const places: Place[] = [];
	for (const column of cut(above, columns, 1)) {
		for (const cell of cut(column.of.panels, top, 0)) {
			const {start: x, size: width} = column;
			places.push({panel: cell.of.panel, x, y: cell.start, width, height: cell.size});
		}
	}
	for (const {of, start: x, size: width} of cut(lower, columns, 1)) {
		places.push({panel: of.panel, x, y: top + 1, width, height: bottom});
	}
	return {tabsAt: top, places};
}

type Cut<Part> = {readonly of: Part; readonly start: number; readonly size: number};

/** Cuts a length into parts: those that ask for cells get them, the rest share what is left by weight. */
function cut<Part extends Share>(
	parts: readonly Part[],
	length: number,
	gap: number,
): readonly Cut<Part>[] {
	const fixed = parts.reduce((sum, {cells}) => sum + (cells ?? 0), 0);
	const weights = parts.reduce((sum, {weight}) => sum + (weight ?? 0), 0);
	const free = length - fixed - gap * (parts.length - 1);
	const found: Cut<Part>[] = [];
	let start = 0;
	for (const [index, part] of parts.entries()) {
		const own = part.cells ?? Math.floor((free * (part.weight ?? 0)) / weights);
		const size = index === parts.length - 1 ? length - start : own;
		found.push({of: part, start, size});
		start += size + gap;
	}
	return found;
}

import {presetOf} from './layout-presets.ts';
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
	/** Whether a row of tabs is needed to say what is hidden, and where. Null when zoomed. */
	readonly tabsAt: number | null;
	readonly places: readonly Place[];
};

/** Three header rows above the body, the command line and the footer below. */
export const HEADER_ROWS = 3;
export const BOTTOM_ROWS = 2;

/** The overview is on top at every size; only what is below it changes its place. */
export function layoutOf(ui: Ui, size: Size): Layout {
	const {columns} = size;
	const rows = size.rows - HEADER_ROWS - BOTTOM_ROWS;
	if (ui.full) {
		return {tabsAt: null, places: [{panel: ui.focus, x: 0, y: 0, width: columns, height: rows}]};
	}
	if (columns >= 180 && size.rows >= 50) return threeColumns(ui, columns, rows);
	if (columns >= 108 && size.rows >= 32) return twoColumns(ui, columns, rows);
	if (columns >= 76 && size.rows >= 23) return halves(ui, columns, rows);
	return single(ui, columns, rows);
}

/** Whether a panel can be seen at all as things stand. */
export function isShown(panel: PanelId, ui: Ui, size: Size): boolean {
	return layoutOf(ui, size).places.some(place => place.panel === panel);
}

/** A column of panels in so many rows, the first with what is over. */
function stack(
	panels: readonly PanelId[],
	{x, y, width, height}: Omit<Place, 'panel'>,
): readonly Place[] {
	const each = Math.floor(height / panels.length);
	const first = height - each * (panels.length - 1);
	return panels.map((panel, index) => ({
		panel,
		x,
		y: index === 0 ? y : y + first + each * (index - 1),
		width,
		height: index === 0 ? first : each,
	}));
}

/** The player's own panel where it has no place of its own: the one that was looked at last. */
function own(ui: Ui, fixed: readonly PanelId[]): PanelId | undefined {
	return ui.recent.find(
		panel => panel !== 'overview' && panel !== 'alerts' && !fixed.includes(panel),
	);
}

const TALL_FLOW = 16;
const LOW_FLOW = 15;
const FLOW_WIDTH = 84;
const WIDE_FLOW = 120;
/** What alerts need beside it; and the overview in two columns. */
const ALERTS_WIDTH = 34;
const LISTED_WIDTH = 75;
const LISTED_HEIGHT = 9;

/** 200x60: overview and alerts above, three columns of two panels below. */
function threeColumns(ui: Ui, columns: number, rows: number): Layout {
	const {main, beside, under, between} = presetOf(ui);
	const fixed = [main, ...beside, under];
	// Panels that the player has opened stand between the columns, the last one first.
	const opened = ui.recent.filter(
		panel => panel !== 'overview' && panel !== 'alerts' && !fixed.includes(panel),
	);
	const middle = [...new Set([...opened, ...between])].slice(0, 2);
	const width = Math.floor((columns - 2) / 3);
	const y = TALL_FLOW + 1;
	const height = rows - y;
	const last = columns - 2 * (width + 1);
	return {
		tabsAt: TALL_FLOW,
		places: [
			...above(columns, WIDE_FLOW, TALL_FLOW),
			...stack([main, beside[0]], {x: 0, y, width, height}),
			...stack(middle, {x: width + 1, y, width, height}),
			...stack([under, beside[1]], {x: 2 * (width + 1), y, width: last, height}),
		],
	};
}

function above(columns: number, flow: number, height: number): readonly Place[] {
	return [
		{panel: 'overview', x: 0, y: 0, width: flow, height},
		{panel: 'alerts', x: flow + 1, y: 0, width: columns - flow - 1, height},
	];
}

/** 120x36: overview and alerts above; below the panel in focus, and two beside it. */
function twoColumns(ui: Ui, columns: number, rows: number): Layout {
	const {main, beside} = presetOf(ui);
	const first = own(ui, beside) ?? main;
	const width = Math.floor((columns - 1) / 2);
	// Where alerts have no room beside the drawing, the overview is two lower columns.
	const isDrawn = columns - FLOW_WIDTH - 1 >= ALERTS_WIDTH;
	const flow = isDrawn
		? FLOW_WIDTH
		: columns - 1 - Math.min(ALERTS_WIDTH, columns - 1 - LISTED_WIDTH);
	const top = isDrawn ? LOW_FLOW : LISTED_HEIGHT;
	const y = top + 1;
	const height = rows - y;
	return {
		tabsAt: top,
		places: [
			...above(columns, flow, top),
			{panel: first, x: 0, y, width, height},
			...stack(beside, {x: width + 1, y, width: columns - width - 1, height}),
		],
	};
}

/** Lists that fit half of 80 columns. */
const NARROW: readonly PanelId[] = ['alerts', 'open', 'log'];

/** 80x24: the overview in two columns; below it the panel in focus, or two lists beside each other. */
function halves(ui: Ui, columns: number, rows: number): Layout {
	const top = LISTED_HEIGHT;
	const y = top + 1;
	const below = rows - y;
	const main = ui.focus === 'overview' ? lastOpened(ui) : ui.focus;
	// With room to spare, what the last order did stays in sight.
	const last: PanelId = main === 'orders' ? 'log' : 'orders';
	const lower = below >= 17 ? Math.floor(below * 0.4) : 0;
	const height = below - lower;
	const half = Math.floor((columns - 1) / 2);
	const second: PanelId = main === 'alerts' ? 'log' : 'alerts';
	const upper: readonly Place[] =
		NARROW.includes(main) && !(lower > 0 && second === last)
			? [
					{panel: main, x: 0, y, width: half, height},
					{panel: second, x: half + 1, y, width: columns - half - 1, height},
				]
			: [{panel: main, x: 0, y, width: columns, height}];
	const places: Place[] = [{panel: 'overview', x: 0, y: 0, width: columns, height: top}, ...upper];
	if (lower > 0) places.push({panel: last, x: 0, y: rows - lower, width: columns, height: lower});
	return {tabsAt: top, places};
}

/** 60x18 and the like: the overview in cells, and one panel. */
function single(ui: Ui, width: number, rows: number): Layout {
	const strip = 5;
	const panel = ui.focus === 'overview' ? lastOpened(ui) : ui.focus;
	return {
		tabsAt: strip,
		places: [
			{panel: 'overview', x: 0, y: 0, width, height: strip},
			{panel, x: 0, y: strip + 1, width, height: rows - strip - 1},
		],
	};
}

function lastOpened(ui: Ui): PanelId {
	return ui.recent.find(panel => panel !== 'overview') ?? 'alerts';
}

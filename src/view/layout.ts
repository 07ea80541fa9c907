import type {Size} from './screen.types.ts';
import type {PanelId, Ui} from './ui.types.ts';

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
	if (columns >= 180 && rows >= 46) return everything(ui, columns, rows);
	if (columns >= 108 && rows >= 28) return overview(ui, columns, rows);
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

/** 80x24: vital signs beside the alerts, and the panel in focus across the screen. */
function halves(ui: Ui, columns: number, rows: number): Layout {
	const top = 9;
	const half = Math.floor((columns - 1) / 2);
	const beside: PanelId = ui.focus === 'alerts' ? 'log' : 'alerts';
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

/** 120x36: three columns of instruments; below them orders, and one of the panels of text. */
function overview(ui: Ui, columns: number, rows: number): Layout {
	const bottom = Math.max(9, Math.floor(rows * 0.34));
	const top = rows - bottom - 1;
	const first = Math.floor((columns - 2) * 0.36);
	const second = Math.floor((columns - 2 - first) / 2);
	const third = columns - 2 - first - second;
	const dns = Math.floor(top / 2);
	const [launches, network] = [Math.floor(top * 0.42), Math.floor(top * 0.26)];
	const x2 = first + 1;
	const x3 = x2 + second + 1;
	const text: readonly PanelId[] = [
		'services',
		'automations',
		'others',
		'comms',
		'map',
		'curve',
		'log',
	];
	const beside: PanelId = text.includes(ui.focus) ? ui.focus : 'log';
	const half = Math.floor((columns - 1) / 2);
	return {
		tabsAt: top,
		places: [
			{panel: 'vitals', x: 0, y: 0, width: first, height: 9},
			{panel: 'alerts', x: 0, y: 9, width: first, height: top - 9},
			{panel: 'dns', x: x2, y: 0, width: second, height: dns},
			{panel: 'dwfm', x: x2, y: dns, width: second, height: top - dns},
			{panel: 'launches', x: x3, y: 0, width: third, height: launches},
			{panel: 'network', x: x3, y: launches, width: third, height: network},
			{
				panel: 'balancers',
				x: x3,
				y: launches + network,
				width: third,
				height: top - launches - network,
			},
			{panel: 'orders', x: 0, y: top + 1, width: half, height: bottom},
			{panel: beside, x: half + 1, y: top + 1, width: columns - half - 1, height: bottom},
		],
	};
}

/** 200x60: nearly all of it; what is called for takes the place of the services. */
function everything(ui: Ui, columns: number, rows: number): Layout {
	const bottom = Math.floor(rows * 0.36);
	const top = rows - bottom;
	const quarter = Math.floor((columns - 3) / 4);
	const last = columns - 3 * (quarter + 1);
	const [x2, x3, x4] = [quarter + 1, 2 * (quarter + 1), 3 * (quarter + 1)];
	const [dns, launches, network] = [
		Math.floor(top * 0.45),
		Math.floor(top * 0.4),
		Math.floor(top * 0.27),
	];
	const automations = Math.floor(top * 0.36);
	const third = Math.floor((columns - 2) / 3);
	const called: readonly PanelId[] = ['comms', 'map', 'curve'];
	const middle: PanelId = called.includes(ui.focus) ? ui.focus : 'services';
	return {
		tabsAt: null,
		places: [
			{panel: 'vitals', x: 0, y: 0, width: quarter, height: 9},
			{panel: 'alerts', x: 0, y: 9, width: quarter, height: top - 9},
			{panel: 'dns', x: x2, y: 0, width: quarter, height: dns},
			{panel: 'dwfm', x: x2, y: dns, width: quarter, height: top - dns},
			{panel: 'launches', x: x3, y: 0, width: quarter, height: launches},
			{panel: 'network', x: x3, y: launches, width: quarter, height: network},
			{
				panel: 'balancers',
				x: x3,
				y: launches + network,
				width: quarter,
				height: top - launches - network,
			},
			{panel: 'others', x: x4, y: 0, width: last, height: top - automations},
			{panel: 'automations', x: x4, y: top - automations, width: last, height: automations},
			{panel: 'orders', x: 0, y: top, width: third, height: bottom},
			{panel: middle, x: third + 1, y: top, width: third, height: bottom},
			{panel: 'log', x: 2 * third + 2, y: top, width: columns - 2 * third - 2, height: bottom},
		],
	};
}

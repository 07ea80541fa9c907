import type {Observation} from '../../observe/index.ts';
import {asAscii} from './glyphs.ts';
import {withMarks} from './mark-tones.ts';
import {BOTTOM_ROWS, HEADER_ROWS, layoutOf, type Layout, type Place} from './layout.ts';
import {keysOn, modeOf, withKeys} from '../input/keys/index.ts';
import {orderHint} from './order-hint.ts';
import {helpPage} from './help/index.ts';
import {briefingPage, cardPage} from '../programs/console/pages.ts';
import {flashRows, footerRow, headerRows, PANEL_VIEWS, promptRow} from './panels/index.ts';
import {PANEL_NAMES} from '../say/panels.ts';
import {itemUnderCursor, panelInFocus} from './focused.ts';
import {cardRows} from '../input/order-card/index.ts';
import {inboxRows, unreadIn} from '../input/inbox/index.ts';
import {paletteRows} from '../input/palette/index.ts';
import type {Panel, PanelItem, Row, Screen, Size, Span} from './screen.types.ts';
import {cut, fit, pressing, rowWidth, span, widthOf, wrap} from './text.ts';
import {tooSmall} from './size/index.ts';
import {PANEL_KEYS, type Key, type Ui} from '../input/ui.types.ts';
import {
	castSeen,
	METRICS_OF,
	PANELS,
	panelsIn,
	verdictOn,
	type PanelId,
} from '../../observe/index.ts';

/** The whole frame as plain data: exactly as many rows and columns as there are. */
export function present(observation: Observation, shown: Ui, size: Size): Screen {
	const cast = castSeen(observation);
	const ui = shown.cast === cast ? shown : {...shown, cast};
	const screen = withMarks(tooSmall(size) ?? {rows: rowsOf(observation, ui, size)});
	return ui.graphs === 'ascii' ? asAscii(screen) : screen;
}

function rowsOf(observation: Observation, ui: Ui, size: Size): readonly Row[] {
	const {columns} = size;
	const focused = panelInFocus(ui, {observation, size});
	const item = itemUnderCursor(ui, focused?.items ?? []);
	if (ui.stage === 'card' && ui.overlay === 'none') {
		return [
			...cardPage(ui, {columns, rows: size.rows - 1}),
			footerRow(observation, ui, columns, []),
		];
	}
	return [
		...headerRows(observation, ui, columns),
		...body(observation, ui, size, {focused, item}),
		promptRow(observation, ui, columns),
		footerRow(observation, ui, columns, item?.acts ?? []),
	];
}

/** The panel in focus, which is drawn once for a frame, and what in it the cursor stands on. */
type Focused = {readonly focused: Panel | null; readonly item: PanelItem | undefined};

function body(
	observation: Observation,
	ui: Ui,
	size: Size,
	{focused, item}: Focused,
): readonly Row[] {
	const room = {columns: size.columns, rows: size.rows - HEADER_ROWS - BOTTOM_ROWS};
	if (ui.stage === 'briefing') return briefingPage(ui, room);
	if (ui.overlay === 'help') return helpPage(observation, ui, room, item);
	const layout = layoutOf(ui, size);
	const drawn = layout.places
		.map(place => {
			const own = place.panel === ui.focus ? focused : null;
			return {place, rows: framed(own ?? panelAt(place, observation, ui), ui, place)};
		})
		.sort((a, b) => a.place.x - b.place.x);
	const rows = panels(drawn, observation, ui, layout, room);
	const over = overRows(observation, ui, room);
	return over.length === 0 ? rows : [...rows.slice(0, room.rows - over.length), ...over];
}

/** What is open stands over the end of the panels, so that the rest of them stays in sight. */
function overRows(observation: Observation, ui: Ui, room: Size): readonly Row[] {
	if (ui.order !== null) return cardRows(observation, ui, room);
	if (ui.palette !== null) return paletteRows(observation, ui, room);
	if (ui.inbox.at !== null) return inboxRows(observation, ui, room);
	if (ui.prompt.open) return hintRows(ui, room.columns);
	return ui.flash === null || modeOf(ui) !== 'panels' ? [] : flashRows(ui.flash, room.columns);
}

const HINT_ROWS_MAX = 3;

/** What the order being typed would do, right above it and over the end of the panels. */
function hintRows(ui: Ui, columns: number): readonly Row[] {
	const {problem, draft} = ui.prompt;
	const hint = problem === '' ? withKeys(orderHint(draft, ui.cast), ui.keymap) : problem;
	if (hint === '') return [];
	const tone = problem === '' ? 'dim' : 'bad';
	const lines = wrap(hint, columns - 2);
	const shown = lines.slice(0, HINT_ROWS_MAX - 1);
	// The card has the whole; what has no room here is not passed over in silence.
	const last = cut(lines.slice(HINT_ROWS_MAX - 1).join(' '), columns - 2);
	return [...shown, ...(last === '' ? [] : [last])].map(line =>
		fit([span('  '), span(line, tone)], columns),
	);
}

type Drawn = {readonly place: Place; readonly rows: readonly Row[]};

/** Panels side by side, from the left: each row of the body is cut from those that cross it. */
function panels(
	drawn: readonly Drawn[],
	observation: Observation,
	ui: Ui,
	layout: Layout,
	room: Size,
): readonly Row[] {
	return Array.from({length: room.rows}, (_, y) =>
		y === layout.tabsAt
			? tabs(layout, observation, ui, room.columns)
			: across(drawn, y, room.columns),
	);
}

function across(drawn: readonly Drawn[], y: number, columns: number): Row {
	const row: Span[] = [];
	let x = 0;
	for (const {place, rows} of drawn) {
		if (y < place.y || y >= place.y + place.height) continue;
		if (place.x > x) row.push(span('│'.padEnd(place.x - x), 'line'));
		for (const piece of rows[y - place.y] ?? []) row.push(piece);
		x = place.x + place.width;
	}
	// Each piece is as wide as its place already.
	return x === columns ? row : fit(row, columns);
}

function roomOf({width, height}: Place): Size {
	return {columns: width, rows: height - 1};
}

function panelAt(place: Place, observation: Observation, ui: Ui): Panel {
	return PANEL_VIEWS[place.panel](observation, ui, roomOf(place));
}

/** A panel with its title, cut to its place. */
function framed(panel: Panel, ui: Ui, place: Place): readonly Row[] {
	const room = roomOf(place);
	const focused = place.panel === ui.focus;
	const hidden = Math.max(0, panel.rows.length - room.rows);
	const from = firstRow(panel, ui, room.rows, focused);
	const marked = pressable(focused ? withCursor(panel, ui) : panel.rows, panel, place.panel, ui);
	const rows = marked.slice(from, from + room.rows);
	const title = titleRow(place, panel, ui, hiddenWords(from, hidden - from, panel.anchor));
	return [title, ...rows, ...Array.from({length: room.rows - rows.length}, (): Row => [])].map(
		row => fit(row, place.width),
	);
}

/** Where what is seen of a panel begins: with the item under the cursor in sight, unless scrolled past it. */
function firstRow(panel: Panel, ui: Ui, room: number, focused: boolean): number {
	const hidden = Math.max(0, panel.rows.length - room);
	const scroll = focused ? Math.min(ui.scroll, hidden) : 0;
	const item = focused ? itemUnderCursor(ui, panel.items ?? []) : undefined;
	if (panel.newestFirst === true && ui.cursor[ui.focus] === 0) return scroll;
	if (item === undefined) return panel.anchor === 'top' ? scroll : hidden - scroll;
	return Math.min(hidden, Math.max(scroll, item.row + item.rows - room));
}

/** What a click presses while no line is written and nothing is asked. */
function pressedFor(ui: Ui, key: Key): {readonly press?: readonly Key[]} {
	return modeOf(ui) === 'panels' ? {press: [key]} : {};
}

/** A click on an item goes there; on the one under the cursor, it opens what can be done about it. */
function pressable(
	rows: readonly Row[],
	{items = []}: Panel,
	panel: PanelId,
	ui: Ui,
): readonly Row[] {
	// While something is open over the panels, keys are its own.
	if (items.length === 0 || modeOf(ui) !== 'panels') return rows;
	const [top] = keysOn(ui.keymap, 'top');
	const [down] = keysOn(ui.keymap, 'down');
	const [open] = keysOn(ui.keymap, 'open');
	if (top === undefined || down === undefined || open === undefined) return rows;
	const pressed = [...rows];
	const here = panel === ui.focus ? itemUnderCursor(ui, items) : undefined;
	let way: readonly Key[] = [PANEL_KEYS[panel], top];
	for (const [at, item] of items.entries()) {
		if (at > 0) way = [...way, down];
		const press = item === here ? [open] : way;
		for (let row = item.row; row < item.row + item.rows; row++) {
			pressed[row] = pressingItem(pressed[row] ?? [], item.id, press);
		}
	}
	return pressed;
}

function pressingItem(row: Row, id: string, press: readonly Key[]): Row {
	const isShared = row.some(({item}) => item !== undefined);
	if (!isShared) return pressing(row, press);
	return row.map(piece => (piece.item === id ? {...piece, press} : piece));
}

/** The rows with the first of the item under the cursor in reverse. */
function withCursor(panel: Panel, ui: Ui): readonly Row[] {
	const item = itemUnderCursor(ui, panel.items ?? []);
	if (item === undefined) return panel.rows;
	return panel.rows.map((row, index) => (index === item.row ? selected(row, item) : row));
}

/** Whole, or the part of it where several items share a row. */
function selected(row: Row, {id}: PanelItem): Row {
	const isShared = row.some(piece => piece.item !== undefined);
	return row.map(piece => (isShared && piece.item !== id ? piece : span(piece.text, 'select')));
}

/** What cannot be seen at the end that is not anchored, and above once scrolled. */
function hiddenWords(above: number, below: number, anchor: Panel['anchor']): string {
	if (anchor === 'bottom') return below > 0 ? `↓${String(below)}` : '';
	return [above > 0 ? `↑${String(above)}` : '', below > 0 ? `↓${String(below)}` : ''].join('');
}

function titleRow(place: Place, panel: Panel, ui: Ui, hidden: string): Row {
	const focused = place.panel === ui.focus;
	const filter = ui.filters[place.panel];
	const lets = filter === '' ? '' : `/${filter} `;
	const name = ` ${PANEL_KEYS[place.panel]} ${panel.title} ${lets}`;
	const [zoom = PANEL_KEYS[place.panel]] = keysOn(ui.keymap, 'full');
	const note = [panel.note, hidden].filter(text => text !== '').join(' ');
	const room = place.width - widthOf(name) - 2;
	const said = whole(note, room - 2);
	const rule = Math.max(0, place.width - 1 - widthOf(name) - widthOf(said) - 1);
	return [
		span('─', 'line'),
		{
			...span(name, focused ? 'select' : 'title'),
			...pressedFor(ui, focused ? zoom : PANEL_KEYS[place.panel]),
		},
		span('─'.repeat(rule), 'line'),
		span(said, 'plain'),
		span('─', 'line'),
	];
}

/** As many parts of a note as fit: no word of it is ever cut. */
function whole(note: string, width: number): string {
	if (note === '') return '';
	if (widthOf(note) <= width) return ` ${note} `;
	const last = Math.max(
		...[note.lastIndexOf(', '), note.lastIndexOf(' ── '), note.search(/ \d+ [a-z]+$/u)],
	);
	return last <= 0 ? '' : whole(note.slice(0, last), width);
}

/** Which panels there are, by their keys: those in sight, the one in focus, those behind, and where a reading is critical. */
function tabs(layout: Layout, observation: Observation, ui: Ui, columns: number): Row {
	const shown = new Set<PanelId>(layout.places.map(({panel}) => panel));
	const tone = (panel: PanelId) =>
		panel === ui.focus ? 'select' : shown.has(panel) ? 'plain' : 'dim';
	const bad = criticalPanels(observation);
	const unread = (panel: PanelId, isFocused: boolean, press: object): Row => {
		const many = COUNTED.includes(panel) ? unreadIn(ui.inbox, panel) : 0;
		if (many === 0) return [];
		return [{...span(`(${String(many)})`, isFocused ? 'select' : 'plain'), ...press}];
	};
	const panels = panelsIn(ui.cast);
	const draw = (name: (panel: PanelId) => string, gap: number): Row =>
		TABS.filter(panel => panels.includes(panel)).flatMap((panel, index): Row => {
			const isFocused = panel === ui.focus;
			const before = index === 0 ? 0 : gap - Number(isFocused);
			const press = pressedFor(ui, PANEL_KEYS[panel]);
			const isBad = bad.has(panel);
			return [
				span(' '.repeat(Math.max(0, before))),
				{...span(`${isFocused ? ' ' : ''}${name(panel)}`, tone(panel)), ...press},
				...(isBad ? [{...span('✗', isFocused ? 'select' : 'bad'), ...press} as const] : []),
				...unread(panel, isFocused, press),
				...(isFocused ? [span(gap > 1 ? ' ' : '', 'select')] : []),
			];
		});
	const roomy = (panel: PanelId) => `${PANEL_KEYS[panel]} ${PANEL_NAMES[panel]}`;
	const shorter = (panel: PanelId) =>
		`${PANEL_KEYS[panel]} ${SHORTER_NAMES[panel] ?? PANEL_NAMES[panel]}`;
	const tight = (panel: PanelId) =>
		`${PANEL_KEYS[panel]}${TIGHT_NAMES[panel] ?? PANEL_NAMES[panel]}`;
	// Where even short names do not fit, the one in focus has its name, and help says the others.
	const least = (panel: PanelId) => (panel === ui.focus ? roomy(panel) : PANEL_KEYS[panel]);
	// Drawn one after the other: the first that fits is the one.
	for (const [name, gap] of [
		[roomy, 3],
		[roomy, 2],
		[shorter, 2],
		[tight, 1],
	] as const) {
		const row = draw(name, gap);
		if (rowWidth(row) <= columns) return fit(row, columns);
	}
	return fit(draw(least, 1), columns);
}

const PANEL_OF = new Map(
	Object.entries(METRICS_OF).flatMap(([panel, systems]) =>
		systems.map(system => [system as string, panel as PanelId] as const),
	),
);

/** Panels of systems of which a reading is critical. */
function criticalPanels({metrics}: Observation): ReadonlySet<PanelId> {
	const known = KNOWN.get(metrics);
	if (known !== undefined) return known;
	const panels = new Set<PanelId>();
	for (const id of Object.keys(metrics)) {
		if (verdictOn(metrics[id]) !== 'crit') continue;
		const panel = PANEL_OF.get(id.slice(0, id.indexOf('.')));
		if (panel !== undefined) panels.add(panel);
	}
	KNOWN.set(metrics, panels);
	return panels;
}

/** What is read stands for a second at least, and every key draws. */
const KNOWN = new WeakMap<Observation['metrics'], ReadonlySet<PanelId>>();

/** Tabs that say how much is unread; alerts have their number in their title. */
const COUNTED: readonly PanelId[] = ['comms', 'orders'];

/** The overview is on top of every layout, and needs no tab. */
const TABS = PANELS.filter(panel => panel !== 'overview');
const SHORTER_NAMES: Readonly<Partial<Record<PanelId, string>>> = {network: 'Net', orders: 'Ord'};
const TIGHT_NAMES: Readonly<Partial<Record<PanelId, string>>> = {
	alerts: 'Alrt',
	curve: 'Crv',
	network: 'Net',
	others: 'Oth',
	services: 'Svc',
	comms: 'Com',
	orders: 'Cmd',
};

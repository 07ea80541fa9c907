import type {Observation, PanelId} from '../../../observe/index.ts';
import type {Graphs} from '../../input/ui.types.ts';
import {boardFacts} from '../../say/board.ts';
import type {Fact} from '../../say/fact.types.ts';
import {asAscii} from '../../screen/glyphs.ts';
import {mark} from '../../screen/mark.ts';
import {PANEL_VIEWS, whenRow} from '../../screen/panels/index.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
import {fit, span, widthOf, wrap} from '../../screen/text.ts';
import {createUi} from '../console/create-ui.ts';
import {createEar} from '../console/ear.ts';
import type {Program} from '../program.types.ts';

export type BoardSettings = {
	readonly title: string;
	readonly graphs: Graphs;
	/** What is to be seen now. */
	readonly observe: () => Observation;
};

/** From so many columns on it stands in three columns, and nothing of it has to be scrolled to. */
const WIDE = 100;
const HEADER_ROWS = 1;
/** Where it is one long column, the latest of the night comes before the rest of the board. */
const LATEST = 8;
/** However much one says, others stay in sight. */
const MOMENT_ROWS = 4;

/** The big screen of a room: what everybody may know. It takes no order, and no key but those that scroll. */
export function createBoard({title, graphs, observe}: BoardSettings): Program {
	const ui = createUi({title, briefing: '', graphs});
	const ear = createEar(observe());
	let scroll = 0;
	return {
		asks: 'board',
		press(key, {rows}) {
			const step = STEPS[key];
			if (step !== undefined) scroll = Math.max(0, scroll + step * (rows - HEADER_ROWS));
			if (key === 'up' || key === 'down') scroll = Math.max(0, scroll + (key === 'up' ? -1 : 1));
			return [];
		},
		frame() {
			// What comes, comes from the room.
		},
		present({columns, rows}) {
			const observation = observe();
			const room = {columns, rows: rows - HEADER_ROWS};
			const view = (panel: PanelId, size: Size) => PANEL_VIEWS[panel](observation, ui, size).rows;
			const blocks = blocksOf(observation, view);
			const long = columns < WIDE ? stacked(blocks, columns) : [];
			scroll = Math.min(scroll, Math.max(0, long.length - room.rows));
			const body = columns < WIDE ? long.slice(scroll) : abreast(blocks, room);
			const all = [whenRow(observation, ui, columns), ...body];
			const screen = {rows: Array.from({length: rows}, (_, y) => fit(all[y] ?? [], columns))};
			return graphs === 'ascii' ? asAscii(screen) : screen;
		},
		heard: () => ear(observe(), ui),
	};
}

const STEPS: Readonly<Record<string, number>> = {
	'page-up': -1,
	'page-down': 1,
	home: -Infinity,
};

/** Each part of the board, drawn into the columns that there are for it. */
type Block = (size: Size) => readonly Row[];
type Blocks = Readonly<
	Record<'timeline' | 'latest' | 'seats' | 'impact' | 'services' | 'systems', Block>
>;

function blocksOf(
	observation: Observation,
	view: (panel: PanelId, size: Size) => readonly Row[],
): Blocks {
	const {timeline, seats, impact} = boardFacts(observation);
	const told = (moments: typeof timeline, columns: number) =>
		moments.flatMap(moment =>
			shortened(under([span(`${moment.of.when} `, 'dim')], moment.text, columns)),
		);
	return {
		timeline: titled('What was said and done', ({columns}) => told(timeline, columns)),
		latest: titled('What was said and done', ({columns}) =>
			told(timeline.slice(0, LATEST), columns),
		),
		seats: titled('Who does what', ({columns}) => seats.flatMap(seat => seatRows(seat, columns))),
		impact: titled('Impact', ({columns}) =>
			impact
				.filter(({text}) => text !== '')
				.flatMap(each => under([mark(each, 0)], each.text, columns)),
		),
		services: titled('Services', size => view('services', size)),
		systems: titled('What has been reported of each system', size => view('overview', size)),
	};
}

function titled(title: string, rows: Block): Block {
	return ({columns, rows: height}) => [
		[
			span('─', 'dim'),
			span(` ${title} `, 'title'),
			span('─'.repeat(Math.max(0, columns - widthOf(title) - 3)), 'dim'),
		],
		...rows({columns, rows: height - 1}),
	];
}

/** Text after what begins its first row, and below itself. */
function under(head: Row, text: string, columns: number): readonly Row[] {
	const indent = head.reduce((sum, piece) => sum + widthOf(piece.text), 0);
	return wrap(text, Math.max(8, columns - indent)).map((line, index) => [
		...(index === 0 ? head : [span(' '.repeat(indent))]),
		span(line),
	]);
}

function shortened(rows: readonly Row[]): readonly Row[] {
	const shown = rows.slice(0, MOMENT_ROWS);
	const last = shown.at(-1);
	if (rows.length <= MOMENT_ROWS || last === undefined) return shown;
	return [...shown.slice(0, -1), [...last, span('…')]];
}

function seatRows(
	seat: Fact<{person: string; away: boolean; tasks: readonly string[]}>,
	columns: number,
) {
	const {person, away, tasks} = seat.of;
	const who = person === '' ? 'nobody' : `${person}${away ? ', away' : ''}`;
	return [
		[span(`${seat.label}  `, 'title'), span(who, person === '' || away ? 'dim' : 'plain')],
		...tasks.flatMap(task => under([span('  ► ', 'title')], task, columns)),
	];
}

function stacked(blocks: Blocks, columns: number): readonly Row[] {
	const size = {columns, rows: Infinity};
	return (['impact', 'latest', 'seats', 'services', 'systems'] as const).flatMap(name => [
		...blocks[name](size),
		[],
	]);
}

/** Three columns: the night, its people, its systems. */
function abreast(blocks: Blocks, {columns, rows}: Size): readonly Row[] {
	const width = Math.floor((columns - 4) / 3);
	const size = {columns: width, rows};
	const first = {columns: columns - 4 - 2 * width, rows};
	const beside = [
		{width: first.columns, rows: blocks.timeline(first)},
		{width, rows: [...blocks.impact(size), [], ...blocks.seats(size)]},
		{width, rows: [...blocks.systems(size), [], ...blocks.services(size)]},
	];
	return Array.from({length: rows}, (_, y) =>
		beside.flatMap((column, index) => [
			...(index === 0 ? [] : [span('  ')]),
			...fit(column.rows[y] ?? [], column.width),
		]),
	);
}

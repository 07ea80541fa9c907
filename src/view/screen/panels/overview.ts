import {systemsIn} from '../../../observe/index.ts';
import {THE_REGION} from '../../../session/index.ts';
import {commonAge, type overviewFacts} from '../../say/facts/overview.ts';
import type {DetailLine, OverviewRow} from '../../say/facts/overview.types.ts';
import {mark} from '../mark.ts';
import type {PanelItem, Row, Size, Span} from '../screen.types.ts';
import {fit, left, right, span, widthOf, wrap} from '../text.ts';
import type {Draw, Drawn} from './drawn.ts';
import {cellSpans} from './overview-cell.ts';
import {FLOW_CELLS, FLOW_ROWS, flowRows} from './overview-flow.ts';
import {orEmptied} from './shown.ts';

/** Every system with how bad it is; with the screen to itself, the one under the cursor from near as well. */
export const overviewPanel: Draw<typeof overviewFacts> = ({groups, emptied, note}, ui, size) => {
	const {facts} = groups.systems;
	const isAlone = ui.full && ui.focus === 'overview';
	const drawn = drawnOf(facts, isAlone ? {...size, rows: size.rows - DETAIL_LEAST} : size, isAlone);
	const row = isAlone ? facts[Math.min(ui.cursor.overview, facts.length - 1)] : undefined;
	const rows =
		row === undefined ? drawn.rows : [...drawn.rows, ...detailRows(row, size, drawn.rows.length)];
	return {
		...drawn,
		note: markedNote(note),
		rows: orEmptied(rows, emptied, ui, ui.filters.overview),
	};
};

/** `✗ 10 critical ▲ 1 warn ── as of 23:51, 13m old`. */
function markedNote(note: string): string {
	return note
		.replace(/(\d+ critical)/u, '✗ $1')
		.replace(/(\d+ warn)/u, '▲ $1')
		.replace('critical, ▲', 'critical ▲')
		.replace(', as of', ' ── as of');
}

const DETAIL_LEAST = 4;
const TWO_CELLS = 75;

function drawnOf(facts: readonly OverviewRow[], size: Size, isAlone: boolean): Drawn {
	const common = commonAge(facts);
	const {columns, rows} = size;
	// Whoever filters looks for a line.
	if (facts.length < systemsIn(THE_REGION).length) return listed(facts, columns, common);
	if (columns < 2 * CELL_LEAST && rows >= facts.length) return listed(facts, columns, common);
	if (columns >= FLOW_CELLS && rows >= FLOW_ROWS) {
		const flow = flowRows(facts, size, common);
		return {rows: flow.rows, items: itemsOf(facts, flow.at)};
	}
	if (columns >= TWO_CELLS) return abreast(facts, columns, common);
	return isAlone || rows >= Math.ceil(facts.length / 2)
		? cells(facts, columns, Math.ceil(facts.length / 2), common)
		: summed(facts, columns, common);
}

function itemsOf(
	facts: readonly OverviewRow[],
	at: ReadonlyMap<string, number>,
): readonly PanelItem[] {
	return facts.flatMap(({id, acts}) => {
		const row = at.get(id);
		return row === undefined ? [] : [{id, row, rows: 1, acts}];
	});
}

/** A row each, for those that a filter leaves. */
function listed(facts: readonly OverviewRow[], columns: number, common: number | null): Drawn {
	const bar = columns >= 60 ? 3 : 0;
	return {
		rows: facts.map(fact => [
			...cellSpans(fact, {bar, trend: 5, further: true, common}),
			span(columns >= 76 ? ` ${fact.of.says}` : '', 'dim'),
		]),
		items: itemsOf(facts, new Map(facts.map(({id}, row) => [id, row]))),
	};
}

/** Without the trend, and what that gets: five cells hold an age. */
const LEFT_CELLS = 42;
const RIGHT_CELLS = 30;

/** Two columns: the upstream with its bars, and what depends on it. */
function abreast(facts: readonly OverviewRow[], columns: number, common: number | null): Drawn {
	const upstream = facts.filter(({of}) => of.system.isUpstream);
	const others = facts.filter(({of}) => !of.system.isUpstream);
	const own = columns >= LEFT_CELLS + 5 + 1 + RIGHT_CELLS ? 5 : 2;
	const width = LEFT_CELLS + own;
	const trend = Math.max(0, Math.min(5, columns - width - 1 - RIGHT_CELLS));
	const rows = others.map((other, y): Row => {
		const above = upstream[y - 1];
		const head: readonly Span[] =
			above === undefined
				? [span(left(y === 0 ? '       upstream on top ok  ▲   ✗' : '', width), 'dim')]
				: cellSpans(above, {bar: 3, trend: own, further: true, common});
		return [...head, span(' '), ...cellSpans(other, {bar: 0, trend, further: true, common})];
	});
	const at = new Map<string, number>([
		...upstream.map(({id}, index) => [id, index + 1] as const),
		...others.map(({id}, index) => [id, index] as const),
	]);
	return {rows, items: itemsOf(facts, at)};
}

const CELL_LEAST = 30;

/** Two columns of cells without bars, down and then to the right. */
function cells(
	facts: readonly OverviewRow[],
	columns: number,
	rows: number,
	common: number | null,
): Drawn {
	const width = Math.floor(columns / 2);
	const apart = width > CELL_LEAST;
	const trend = Math.max(0, Math.min(5, width - CELL_LEAST - Number(apart)));
	const parts = {bar: 0, trend, further: false, common, oursLast: true, apart} as const;
	const drawn = Array.from({length: rows}, (_, y) =>
		[facts[y], facts[y + rows]].flatMap(fact =>
			fact === undefined ? [] : fit(cellSpans(fact, parts), width),
		),
	);
	const at = new Map(facts.map(({id}, index) => [id, index % rows]));
	return {rows: drawn, items: itemsOf(facts, at)};
}

/** Four rows: the upstream, and all that depends on it counted in one cell. */
function summed(facts: readonly OverviewRow[], columns: number, common: number | null): Drawn {
	const upstream = facts.filter(({of}) => of.system.isUpstream);
	const rows = Math.ceil((upstream.length + 1) / 2);
	const drawn = cells(upstream, columns, rows, common);
	const width = Math.floor(columns / 2);
	return {
		...drawn,
		rows: drawn.rows.map((row, y) =>
			y === rows - 1 ? [...row, ...fit(dependents(facts), width)] : row,
		),
	};
}

function dependents(facts: readonly OverviewRow[]): Row {
	const own = facts.filter(({of}) => !of.system.isUpstream);
	const many = (wanted: string) => own.filter(({verdict}) => verdict === wanted).length;
	const [crit, warn] = [many('crit'), many('warn')];
	const verdict = crit > 0 ? 'crit' : warn > 0 ? 'warn' : 'ok';
	const said =
		crit + warn === 0
			? `0 of ${String(own.length)}`
			: [crit === 0 ? '' : `${String(crit)} ✗`, warn === 0 ? '' : `${String(warn)} ▲`]
					.filter(text => text !== '')
					.join('  ');
	const word = {crit: 'CRIT', warn: 'WARN', ok: 'OK'}[verdict];
	return [mark({word, verdict}), span(left('Dependents', 10)), span(right(said, 12))];
}

const LABEL_CELLS = 17;

/** What is known of one row, below a rule. */
function detailRows(row: OverviewRow, {columns, rows}: Size, taken: number): readonly Row[] {
	const title = ` ► ${row.label} `;
	const end = ' under the cursor ';
	const rule = '─'.repeat(Math.max(0, columns - widthOf(title) - widthOf(end) - 2));
	const lines = row.of.detail().flatMap(line => detailLines(line, columns));
	return [
		[
			span('─', 'line'),
			span(title, 'title'),
			span(rule, 'line'),
			span(end, 'dim'),
			span('─', 'line'),
		],
		...lines.slice(0, Math.max(0, rows - taken - 1)),
	];
}

function detailLines([label, parts]: DetailLine, columns: number): readonly Row[] {
	if (label === '') return wrapped(parts.join('     '), columns).map((line): Row => [span(line)]);
	return wrapped(parts.join('    '), columns - LABEL_CELLS).map((line, index): Row => [
		span(left(index === 0 ? label : '', LABEL_CELLS), 'dim'),
		span(line),
	]);
}

function wrapped(text: string, columns: number): readonly string[] {
	return wrap(text, Math.max(8, columns)).map(line => line.trimEnd());
}

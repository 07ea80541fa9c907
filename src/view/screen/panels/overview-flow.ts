import type {OverviewRow} from '../../say/facts/overview.types.ts';
import type {Row, Span} from '../screen.types.ts';
import {left, span} from '../text.ts';
import {cellSpans} from './overview-cell.ts';

/** Rows of the drawing: a head, the upstream with what joins it, and a legend where there is room. */
export const FLOW_ROWS = 14;
export const FLOW_CELLS = 84;
const WIDE_CELLS = 118;
const SAYS_CELLS = 25;
const RIGHT_CELLS = 32;

type Drawn = {readonly rows: readonly Row[]; readonly at: ReadonlyMap<string, number>};

/** Upstream on the left, each row under what it needs first; on the right what depends on them, and on which. */
export function flowRows(
	facts: readonly OverviewRow[],
	{columns, rows: room}: {readonly columns: number; readonly rows: number},
	common: number | null,
): Drawn {
	const isWide = columns >= WIDE_CELLS;
	const upstream = facts.filter(({of}) => of.system.isUpstream);
	const bar = isWide ? 6 : 3;
	const cells = {bar, trend: 5, further: true, common};
	const hasLegend = room > FLOW_ROWS;
	const places = placesOf(facts, upstream, FLOW_ROWS, hasLegend);
	const rail = railOf(upstream);
	const rows = Array.from({length: FLOW_ROWS + Number(hasLegend)}, (_, y): Row => {
		const leftPart = leftOf(y, upstream, rail, {cells, isWide});
		const place = places.get(y);
		return place === undefined
			? leftPart
			: [
					...leftPart,
					span(place.arrow, 'line'),
					...(place.row === null
						? [span('depends on it', 'dim')]
						: cellSpans(place.row, {
								...cells,
								bar: 0,
								trend: columns - leftCells(isWide) - 4 >= RIGHT_CELLS + 2 ? 4 : 2,
							})),
				];
	});
	const at = new Map<string, number>([
		...upstream.map((row, index) => [row.id, 2 * index + 1] as const),
		...[...places].flatMap(([y, {row}]) => (row === null ? [] : [[row.id, y] as const])),
	]);
	return {rows, at};
}

function leftCells(isWide: boolean): number {
	return isWide ? 57 + SAYS_CELLS : 48;
}

type Parts = {readonly cells: Parameters<typeof cellSpans>[1]; readonly isWide: boolean};

function leftOf(
	y: number,
	upstream: readonly OverviewRow[],
	rail: Rail | null,
	{cells, isWide}: Parts,
): Row {
	const width = leftCells(isWide);
	if (y === 0) {
		const zones = isWide ? 'normal warn   crit' : 'ok  ▲   ✗';
		return [span(left(`        upstream on top ${zones}`, width), 'dim')];
	}
	if (y === FLOW_ROWS) {
		const legend = '   ┃ both ends deviate   ╵ at most one does   ‖ ours: see 8';
		return [span(left(legend, width), 'dim')];
	}
	const edge = span(railAt(y, rail), 'line');
	const row = upstream[(y - 1) / 2];
	if (row === undefined) {
		const [above, below] = [upstream[y / 2 - 1], upstream[y / 2]];
		const joins = isBad(above) && isBad(below) ? '┃' : '╵';
		return [edge, span(left(`  ${joins}`, width - 1), 'line')];
	}
	const says: readonly Span[] = isWide ? [span(left(` ${row.of.says}`, SAYS_CELLS), 'dim')] : [];
	return [edge, ...cellSpans(row, cells), ...says];
}

function isBad(row: OverviewRow | undefined): boolean {
	return row?.verdict === 'crit' || row?.verdict === 'warn';
}

/** A need further up than the row above: drawn at the left edge. */
type Rail = {readonly from: number; readonly to: number; readonly both: boolean};

function railOf(upstream: readonly OverviewRow[]): Rail | null {
	for (const [to, row] of upstream.entries()) {
		for (const need of row.of.system.needs.slice(1)) {
			const from = upstream.findIndex(({of}) => of.system.id === need);
			if (from >= 0 && from < to) return {from, to, both: isBad(upstream[from]) && isBad(row)};
		}
	}
	return null;
}

function railAt(y: number, rail: Rail | null): string {
	if (rail === null) return ' ';
	const [top, bottom] = [2 * rail.from + 1, 2 * rail.to + 1];
	if (y < top || y > bottom) return ' ';
	if (y === top) return rail.both ? '┏' : '┌';
	if (y === bottom) return rail.both ? '┗' : '└';
	return rail.both ? '┃' : '│';
}

type Place = {readonly arrow: string; readonly row: OverviewRow | null};

/** Where each that depends on the upstream stands: around the row of what it needs first. */
function placesOf(
	facts: readonly OverviewRow[],
	upstream: readonly OverviewRow[],
	rows: number,
	hasLegend: boolean,
): ReadonlyMap<number, Place> {
	const places = new Map<number, Place>([[0, {arrow: '    ', row: null}]]);
	const dependents = facts.filter(({of}) => !of.system.isUpstream);
	for (const [index, {of}] of upstream.entries()) {
		const own = dependents.filter(each => each.of.system.needs[0] === of.system.id);
		const source = 2 * index + 1;
		const top = source - Math.floor(own.length / 2);
		for (const [nth, row] of own.entries()) {
			places.set(top + nth, {arrow: arrowAt(nth, own.length, top + nth === source), row});
		}
	}
	// What needs none of them stands where nothing else does.
	let free = hasLegend ? rows : rows - 1;
	for (const row of dependents.filter(({of}) => of.system.needs.length === 0)) {
		while (places.has(free)) free -= 2;
		places.set(free, {arrow: '    ', row});
	}
	return places;
}

function arrowAt(nth: number, many: number, isSource: boolean): string {
	if (many === 1) return '──→ ';
	const joint = nth === 0 ? '┌┬' : nth === many - 1 ? '└┴' : '├┼';
	return isSource ? `─${joint.charAt(1)}→ ` : ` ${joint.charAt(0)}→ `;
}

import {age} from '../../say/measure.ts';
import type {OverviewRow} from '../../say/facts/overview.types.ts';
import {APART_SECONDS} from '../../say/metric-facts.ts';
import {mark, toneOf} from '../mark.ts';
import {arrowOf} from '../metric-row.ts';
import type {Span} from '../screen.types.ts';
import {cut, left, right, span, widthOf} from '../text.ts';
import {zoneSpans} from '../zones.ts';

/** What of a row is drawn: its bar and its trend are the first to go. */
export type CellParts = {
	/** Cells of each zone of the bar; 0 for none. */
	readonly bar: number;
	/** Cells for the trend, or for an age of its own. */
	readonly trend: number;
	/** Whether its further needs are counted behind the name. */
	readonly further: boolean;
	/** The age that all others have, in seconds. */
	readonly common: number | null;
	/** Whether what acts on it is marked behind the value, so that columns stand apart. */
	readonly oursLast?: true;
	/** Whether there is a cell to spare between name and value. */
	readonly apart?: boolean;
};

const NAME_CELLS = 15;
const VALUE_CELLS = 7;

/** Mark, name, bar, whether ours acts on it, value, trend: always as wide. */
export function cellSpans(row: OverviewRow, parts: CellParts): readonly Span[] {
	const {bar, trend, further, common, oursLast, apart} = parts;
	const {said, isOurs, state} = row.of;
	const isBad = row.verdict === 'crit' || row.verdict === 'warn';
	const ours = isOurs ? '‖' : ' ';
	const cells = bar === 0 && !isOurs && oursLast !== true ? NAME_CELLS + 1 : NAME_CELLS;
	const name = besides(nameOf(row, further, cells), row, parts);
	const spilled = widthOf(name) > NAME_CELLS;
	const spans = [
		mark(row),
		span(spilled ? name : left(name, NAME_CELLS)),
		...(bar === 0
			? []
			: [span(' '), ...zoneSpans(state.badness, bar, isBad ? toneOf(row) : 'dim')]),
		span(spilled || oursLast === true ? '' : ours),
		span(apart === true ? ' ' : ''),
		span(right(said, VALUE_CELLS), isBad ? toneOf(row) : 'plain'),
		span(oursLast === true ? ours : ''),
		span(left(tailOf(row, trend, common), trend), 'dim'),
	];
	return spans.flatMap(({text, tone}) => (text === '' ? [] : {text, tone, item: row.id}));
}

/** A name that would touch its value stands by its short form. */
function besides(name: string, row: OverviewRow, {oursLast, apart}: CellParts): string {
	const touches = widthOf(name) >= NAME_CELLS && widthOf(row.of.said) >= VALUE_CELLS;
	return oursLast === true && apart !== true && touches ? row.of.system.short : name;
}

function nameOf({label, of}: OverviewRow, further: boolean, cells: number): string {
	const whole = further && of.further > 0 ? `${label} +${String(of.further)}` : label;
	return widthOf(whole) <= cells ? whole : cut(label, NAME_CELLS);
}

function tailOf(row: OverviewRow, cells: number, common: number | null): string {
	if (row.age !== null && common !== null && Math.abs(row.age - common) > APART_SECONDS) {
		const own = ` ${age(row.age)}`;
		return own.length <= cells ? own : '';
	}
	return cells >= 2 && row.verdict !== 'ok' ? ` ${arrowOf(row)}` : '';
}

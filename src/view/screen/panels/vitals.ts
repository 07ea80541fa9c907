import {VITALS} from '../../../observe/index.ts';
import type {vitalsFacts} from '../../say/facts/vitals.ts';
import {isOld} from '../../say/fact.ts';
import {age, measured} from '../../say/measure.ts';
import type {MetricFact} from '../../say/metric-facts.ts';
import {mark, toneOf} from '../mark.ts';
import {arrowOf, metricRow} from '../metric-row.ts';
import type {Row, Span} from '../screen.types.ts';
import {fit, left, right, span} from '../text.ts';
import type {Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

/** One line a system, or a strip where room is short. */
export const vitalsPanel: Draw<typeof vitalsFacts> = ({groups, emptied}, ui, {columns, rows}) => {
	const {facts} = groups.signs;
	const drawn =
		rows >= VITALS.length ? facts.map(fact => metricRow(fact, columns)) : strip(facts, columns);
	return {rows: orEmptied(drawn, emptied, ui, ui.filters.vitals)};
};

/** Two to a line, in reading order, without their history. */
function strip(facts: readonly MetricFact[], columns: number): readonly Row[] {
	const width = Math.floor(columns / 2);
	const rows: Row[] = [];
	for (let start = 0; start < facts.length; start += 2) {
		const pair = facts.slice(start, start + 2);
		rows.push(pair.flatMap(fact => fit(cell(fact, width), width)));
	}
	return rows;
}

function cell(fact: MetricFact, width: number): readonly Span[] {
	const {reading} = fact.of;
	const value = measured(reading);
	const old = isOld(fact);
	// Where only the age or the trend has room, the age says more.
	const {text} = mark(fact);
	const sign = width < ROOMY ? text.replace(' ', '') : text;
	const room = width - sign.length - NAME_CELLS - VALUE_CELLS;
	const tail = old ? ` ${age(fact.age ?? 0)}` : reading === undefined ? '' : ` ${arrowOf(fact)}`;
	return [
		span(sign, toneOf(fact)),
		span(left(fact.label, NAME_CELLS)),
		span(right(value, VALUE_CELLS), old ? 'dim' : toneOf(fact)),
		span(tail.length <= room ? tail : '', old ? 'warn' : 'dim'),
	];
}

/** Narrower, a mark and its word stand together, so that two of these fit side by side. */
const ROOMY = 32;
const NAME_CELLS = 15;
/** `15m 55s`, and a gap before it. */
const VALUE_CELLS = 8;

import {badnessOf, limitsOf} from '../../observe/index.ts';
import type {Reading} from '../../observe/index.ts';
import {hasArrived, isOld, oldness} from '../say/fact.ts';
import type {Fact} from '../say/fact.types.ts';
import {age, measured} from '../say/measure.ts';
import type {MetricFact} from '../say/metric-facts.ts';
import {sparkline} from './glyphs.ts';
import {mark, toneOf} from './mark.ts';
import {shapeTone} from './mark-tones.ts';
import type {Row, Span} from './screen.types.ts';
import {left, right, span} from './text.ts';
import {zoneLine, zoneSpans} from './zones.ts';

const MARK_CELLS = 7;
const VALUE_CELLS = 8;
const SHORT_NAME_CELLS = 15;
/** From this width on there is room for a metric's own label. */
const WIDE = 64;
const WIDEST = 90;
const LABEL_CELLS = 26;
const LABEL_CELLS_MAX = 34;
const ARROWS = {rising: '↑', falling: '↓', steady: '→', '': ' '} as const;

/** One metric on one line: mark, name, value, trend, history, and how late it is when it is late. */
export function metricRow(fact: MetricFact, width: number): Row {
	const {reading, short} = fact.of;
	const judged = fact.word !== '';
	const head = judged ? mark(fact) : span('·      ', 'dim');
	const wide = width >= WIDE;
	const nameCells = width >= WIDEST ? LABEL_CELLS_MAX : wide ? LABEL_CELLS : SHORT_NAME_CELLS;
	const name = left(wide ? fact.label : short, nameCells);
	const label = span(`${name} `);
	if (!hasArrived(reading)) {
		return [head, label, span(right('no data', VALUE_CELLS), 'dim')];
	}
	const value = span(
		right(measured(reading), VALUE_CELLS),
		fact.verdict === 'warn' || fact.verdict === 'crit' ? toneOf(fact) : 'plain',
	);
	const room = width - MARK_CELLS - nameCells - 1 - VALUE_CELLS - 2;
	return [head, label, value, ...tail(fact, reading, room)];
}

/** Where the last quarter of an hour went. */
export function arrowOf({trend}: Fact): string {
	return ARROWS[trend];
}

/** Cells of a bar of three zones, and of a history that can be read. */
const ZONE_CELLS = 4;
const BAR_CELLS = 3 * ZONE_CELLS + 2;
const SPARK_LEAST = 4;

/** Trend arrow, how bad as a bar, then as much history as there is room for, then the lateness. */
function tail(fact: MetricFact, reading: Reading, room: number): readonly Span[] {
	const old = fact.of.isApart
		? room >= 12
			? oldness(fact)
			: isOld(fact)
				? age(fact.age ?? 0)
				: ''
		: '';
	const note = old === '' ? '' : ` ${old}`;
	const arrow = span(` ${arrowOf(fact)}`, 'dim');
	const limits = limitsOf(reading.id);
	const free = room - note.length - 1;
	const known = reading.judged === undefined;
	if (!known || free < SPARK_LEAST) {
		return room >= note.length ? [arrow, span(note, 'dim')] : [arrow];
	}
	const isBad = fact.verdict === 'warn' || fact.verdict === 'crit';
	const tone = isBad ? toneOf(fact) : 'dim';
	const hasBar = limits !== null && free >= BAR_CELLS + SPARK_LEAST + 2;
	const bar =
		hasBar && reading.value !== null
			? [span(' '), ...zoneSpans(badnessOf(limits, reading.value), ZONE_CELLS, tone)]
			: hasBar
				? [span(' '.repeat(BAR_CELLS + 1))]
				: [];
	const cells = Math.min(60, free - (hasBar ? BAR_CELLS + 1 : 0));
	const history =
		limits === null
			? sparkline(reading.history, cells, highest(reading), 'above')
			: zoneLine(reading.history, cells, limits);
	return [arrow, ...bar, span(` ${history}`, shapeTone(tone)), span(note, 'dim')];
}

/** What a full block stands for where nobody judges. */
function highest({history, value}: Reading): number {
	return history.reduce((top, each) => (each > top ? each : top), value ?? 0);
}

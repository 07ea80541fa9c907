import {limitsOf} from '../../observe/index.ts';
import type {Reading} from '../../observe/index.ts';
import {hasArrived, isOld, oldness} from '../say/fact.ts';
import type {Fact} from '../say/fact.types.ts';
import {age, measure, measured} from '../say/measure.ts';
import type {MetricFact} from '../say/metric-facts.ts';
import {sparkline} from './glyphs.ts';
import {mark, toneOf} from './mark.ts';
import type {Row, Span} from './screen.types.ts';
import {left, right, span} from './text.ts';

const MARK_CELLS = 7;
const VALUE_CELLS = 8;
const SHORT_NAME_CELLS = 15;
/** From this width on there is room for a metric's own label. */
const WIDE = 64;
const LABEL_CELLS = 34;
const ARROWS = {rising: '↑', falling: '↓', steady: '→', '': ' '} as const;

/** One metric on one line: mark, name, value, trend, history, and how late it is when it is late. */
export function metricRow(fact: MetricFact, width: number): Row {
	const {reading, short} = fact.of;
	const judged = fact.word !== '';
	const head = judged ? mark(fact) : span('·      ', 'dim');
	const wide = width >= WIDE;
	const nameCells = wide ? LABEL_CELLS : SHORT_NAME_CELLS;
	const name = left(wide ? fact.label : short, nameCells);
	const label = span(`${name} `, fact.verdict === 'crit' ? 'bad' : 'plain');
	if (!hasArrived(reading)) {
		return [head, label, span(right('no data', VALUE_CELLS), 'dim')];
	}
	const value = span(
		right(measured(reading), VALUE_CELLS),
		isOld(fact) ? 'dim' : judged ? toneOf(fact) : 'plain',
	);
	const room = width - MARK_CELLS - nameCells - 1 - VALUE_CELLS - 2;
	return [head, label, value, ...tail(fact, reading, room)];
}

/** Where the last quarter of an hour went. */
export function arrowOf({trend}: Fact): string {
	return ARROWS[trend];
}

/** Trend arrow, then as much history as there is room for, then the lateness. */
function tail(fact: MetricFact, reading: Reading, room: number): readonly Span[] {
	const old = room >= 12 ? oldness(fact) : isOld(fact) ? age(fact.age ?? 0) : '';
	const note = old === '' ? '' : ` ${old}`;
	const arrow = span(` ${arrowOf(fact)}`, 'dim');
	const cells = reading.judged === undefined ? Math.min(60, room - note.length - 1) : 0;
	if (cells < 4) return room >= note.length ? [arrow, span(note, 'warn')] : [arrow];
	const scale = scaleOf(reading);
	const rest = room - cells - note.length - 1;
	const scaled = ` of ${measure(scale, reading.unit)}`;
	const worse = limitsOf(reading.id)?.worse ?? 'above';
	return [
		arrow,
		span(` ${sparkline(reading.history, cells, scale, worse)}`, 'calm'),
		span(rest >= scaled.length ? scaled : '', 'dim'),
		span(note, 'warn'),
	];
}

/**
 * What a full block stands for: the highest value seen, but no less than would be worth a look, so that the
 * noise of a healthy metric does not look like a mountain.
 */
function scaleOf(reading: Reading): number {
	const highest = reading.history.reduce(
		(top, value) => (value > top ? value : top),
		reading.value ?? 0,
	);
	const limits = limitsOf(reading.id);
	if (limits?.worse === 'below') return Math.max(highest, 1);
	const scale = limits === null ? highest : Math.max(highest, limits.warn * 4);
	return reading.unit === 'share' && scale > 0.25 ? Math.max(1, scale) : scale;
}

import type {Observation, Reading} from '../../observe/index.ts';
import {
	limitsOf,
	MARKS,
	rankOf,
	shortName,
	STALE_SECONDS,
	trendOf,
	verdictOn,
} from '../say/gauges.ts';
import {sparkline} from './glyphs.ts';
import {age, measure} from '../say/measure.ts';
import type {Row, Span} from './screen.types.ts';
import {clean, left, right, span} from './text.ts';

const MARK_CELLS = 7;
const VALUE_CELLS = 8;
const SHORT_NAME_CELLS = 15;
/** From this width on there is room for a metric's own label. */
const WIDE = 64;
const LABEL_CELLS = 34;
const TREND = {rising: '↑', falling: '↓', steady: '→', '': ' '} as const;

/** One metric on one line: mark, name, value, trend, history, and how late it is when it is late. */
export function metricRow(
	reading: Reading | undefined,
	name: string,
	now: number,
	width: number,
): Row {
	const verdict = verdictOn(reading);
	const mark = MARKS[verdict];
	const judged = verdict === 'unknown' || reading === undefined || limitsOf(reading.id) !== null;
	const head = judged ? span(`${mark.glyph} ${mark.word} `, mark.tone) : span('·      ', 'dim');
	const nameCells = width >= WIDE ? LABEL_CELLS : SHORT_NAME_CELLS;
	const label = span(`${left(clean(name), nameCells)} `, verdict === 'bad' ? 'bad' : 'plain');
	if (reading === undefined || reading.value === null) {
		return [head, label, span(right('no data', VALUE_CELLS), 'dim')];
	}
	const late = now - reading.sampledAt;
	const stale = late > STALE_SECONDS;
	const value = span(
		right(measure(reading.value, reading.unit), VALUE_CELLS),
		stale ? 'dim' : judged ? mark.tone : 'plain',
	);
	const room = width - MARK_CELLS - nameCells - 1 - VALUE_CELLS - 2;
	return [head, label, value, ...tail(reading, stale ? late : 0, room)];
}

/** Where the last quarter of an hour went. */
export function arrowOf(reading: Reading): string {
	return TREND[trendOf(reading)];
}

/** Trend arrow, then as much history as there is room for, then the lateness. */
function tail(reading: Reading, late: number, room: number): readonly Span[] {
	const note = late === 0 ? '' : ` ${age(late)}${room >= 12 ? ' old' : ''}`;
	const arrow = span(` ${arrowOf(reading)}`, 'dim');
	const cells = Math.min(60, room - note.length - 1);
	if (cells < 4) return room >= note.length ? [arrow, span(note, 'warn')] : [arrow];
	const scale = scaleOf(reading);
	const rest = room - cells - note.length - 1;
	const scaled = ` of ${measure(scale, reading.unit)}`;
	return [
		arrow,
		span(
			` ${sparkline(reading.history, cells, scale, limitsOf(reading.id)?.worse ?? 'above')}`,
			'calm',
		),
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

/**
 * Every metric of the given subsystems in the order of the gauges; whatever else the pipeline delivers for
 * them comes last, so that nothing is hidden because this table has not heard of it.
 */
export function metricRows(
	observation: Observation,
	prefixes: readonly string[],
	width: number,
	except: readonly string[] = [],
): readonly Row[] {
	return Object.keys(observation.metrics)
		.filter(id => prefixes.some(prefix => id.startsWith(`${prefix}.`)) && !except.includes(id))
		.map((id, index) => ({id, index}))
		.sort((a, b) => rankOf(a.id) - rankOf(b.id) || a.index - b.index)
		.flatMap(({id}) => {
			const reading = observation.metrics[id];
			if (reading === undefined) return [];
			const name = width >= WIDE ? reading.label : (shortName(id) ?? reading.label);
			return [metricRow(reading, name, observation.now, width)];
		});
}

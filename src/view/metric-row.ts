import type {Observation, Reading} from '../observe/index.ts';
import {isJudged, MARKS, STALE_SECONDS, trendOf, verdictOn} from './gauges.ts';
import {sparkline} from './glyphs.ts';
import {age, measure} from './measure.ts';
import type {Row, Span} from './screen.types.ts';
import {clean, left, right, span} from './text.ts';

const VALUE_CELLS = 9;
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
	const judged = reading === undefined || isJudged(reading.id) || verdict === 'unknown';
	const worded = width >= 44;
	const head: Span[] = judged
		? [span(worded ? `${mark.glyph} ${mark.word} ` : `${mark.glyph} `, mark.tone)]
		: [span(worded ? '·      ' : '· ', 'dim')];
	const headCells = worded ? 7 : 2;
	const nameCells = Math.min(longestName(width), width - headCells - VALUE_CELLS - 2);
	const label = span(`${left(clean(name), nameCells)} `, verdict === 'bad' ? 'bad' : 'plain');
	if (reading?.value == null) {
		return [...head, label, span(right('no data', VALUE_CELLS), 'dim')];
	}
	const late = now - reading.sampledAt;
	const stale = late > STALE_SECONDS;
	const value = span(
		right(measure(reading.value, reading.unit), VALUE_CELLS),
		stale ? 'dim' : judged ? mark.tone : 'plain',
	);
	const room = width - headCells - nameCells - 1 - VALUE_CELLS - 2;
	return [...head, label, value, ...tail(reading, stale ? late : 0, room)];
}

function longestName(width: number): number {
	if (width < 36) return 15;
	return width < 70 ? 20 : 30;
}

/** Trend arrow, then as much history as there is room for, then the lateness. */
function tail(reading: Reading, late: number, room: number): readonly Span[] {
	const note = late > 0 ? ` ${age(late)} old` : '';
	const trend = trendOf(reading);
	const arrow = span(` ${TREND[trend]}`, 'dim');
	const cells = Math.min(60, room - note.length - 1);
	if (cells < 4) return room >= note.length ? [arrow, span(note, 'warn')] : [arrow];
	const scale = scaleOf(reading);
	const tail = room - cells - note.length - 1;
	const scaled = ` of ${measure(scale, reading.unit)}`;
	return [
		arrow,
		span(` ${sparkline(reading.history, cells, scale)}`, 'calm'),
		span(tail >= scaled.length ? scaled : '', 'dim'),
		span(note, 'warn'),
	];
}

/** What a full block stands for. Shares that ever get near it are drawn against the whole. */
function scaleOf(reading: Reading): number {
	const highest = reading.history.reduce(
		(top, value) => (value > top ? value : top),
		reading.value ?? 0,
	);
	if (reading.unit === 'share') return highest > 0.2 ? 1 : Math.max(highest, 0.01);
	return highest;
}

/**
 * Every metric of the given subsystems: the named ones first and in that order, so that a panel keeps its
 * shape, then whatever else the pipeline delivers for them.
 */
export function metricRows(
	observation: Observation,
	prefixes: readonly string[],
	first: readonly string[],
	width: number,
): readonly Row[] {
	const rest = Object.keys(observation.metrics).filter(
		id => !first.includes(id) && prefixes.some(prefix => id.startsWith(`${prefix}.`)),
	);
	return [...first, ...rest].flatMap(id => {
		const reading = observation.metrics[id];
		return reading === undefined ? [] : [metricRow(reading, reading.label, observation.now, width)];
	});
}

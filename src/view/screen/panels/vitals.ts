import type {Observation} from '../../../observe/index.ts';
import {MARKS, readingOf, STALE_SECONDS, VITALS, verdictOn, type Gauge} from '../../say/gauges.ts';
import {age, measure} from '../../say/measure.ts';
import {arrowOf, metricRow} from '../metric-row.ts';
import type {Panel, Row, Size, Span} from '../screen.types.ts';
import {fit, left, right, span} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';

/** The state of the world in three seconds: one line a system, or a strip where room is short. */
export function vitalsPanel(observation: Observation, _ui: Ui, size: Size): Panel {
	const bad = VITALS.filter(gauge => verdictOn(readingOf(observation, gauge.id)) === 'bad').length;
	return {
		title: 'Vital signs',
		note: bad === 0 ? '' : `${String(bad)} critical`,
		rows: size.rows >= VITALS.length ? lines(observation, size.columns) : strip(observation, size),
		anchor: 'top',
	};
}

function lines(observation: Observation, width: number): readonly Row[] {
	return VITALS.map(({id, name}) =>
		metricRow(readingOf(observation, id), name, observation.now, width),
	);
}

/** Two to a line, in reading order, without their history. */
function strip(observation: Observation, size: Size): readonly Row[] {
	const width = Math.floor(size.columns / 2);
	const rows: Row[] = [];
	for (let start = 0; start < VITALS.length; start += 2) {
		const pair = VITALS.slice(start, start + 2);
		rows.push(pair.flatMap(gauge => fit(cell(observation, gauge, width), width)));
	}
	return rows;
}

function cell(observation: Observation, gauge: Gauge, width: number): readonly Span[] {
	const reading = readingOf(observation, gauge.id);
	const mark = MARKS[verdictOn(reading)];
	const value = reading === undefined ? 'no data' : measure(reading.value, reading.unit);
	const late = reading === undefined ? 0 : observation.now - reading.sampledAt;
	const stale = late > STALE_SECONDS;
	// Where only the age or the trend has room, the age says more.
	const sign = width < ROOMY ? `${mark.glyph}${mark.word} ` : `${mark.glyph} ${mark.word} `;
	const room = width - sign.length - NAME_CELLS - VALUE_CELLS;
	const tail = stale ? ` ${age(late)}` : reading === undefined ? '' : ` ${arrowOf(reading)}`;
	return [
		span(sign, mark.tone),
		span(left(gauge.name, NAME_CELLS)),
		span(right(value, VALUE_CELLS), stale ? 'dim' : mark.tone),
		span(tail.length <= room ? tail : '', stale ? 'warn' : 'dim'),
	];
}

/** Narrower, a mark and its word stand together, so that two of these fit side by side. */
const ROOMY = 32;
const NAME_CELLS = 15;
/** `15m 55s`, and a gap before it. */
const VALUE_CELLS = 8;

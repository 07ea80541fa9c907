import {valueAt, numberAt} from '../sim/index.ts';
import {HISTORY_MINUTES, LOST, type Pipeline} from './pipeline.ts';

/** The rings of a pipeline as plain lists, oldest first; derived, and brought up to date when looked at. */
type Charts = {minute: number; newest: number; readonly rows: number[][]};

const chartsOf = new WeakMap<Pipeline, Charts>();

/**
 * The minutes up to `until` that the ring of a metric still holds, oldest first, NaN where lost. Frames come
 * far more often than minutes, and fourteen thousand numbers are too many to gather for each of them.
 */
export function historyOf(pipeline: Pipeline, metric: number, until: number): readonly number[] {
	if (pipeline.minute === LOST || until === LOST) return [];
	const {rows} = chartsUpTo(pipeline);
	const length = until - Math.max(0, pipeline.minute - HISTORY_MINUTES + 1) + 1;
	return valueAt(rows, metric).slice(0, Math.max(0, length));
}

function chartsUpTo(pipeline: Pipeline): Charts {
	const metrics = pipeline.history.length / HISTORY_MINUTES;
	let charts = chartsOf.get(pipeline);
	if (charts?.newest === pipeline.newest) return charts;
	if (charts === undefined || pipeline.minute < charts.minute) {
		charts = {minute: -1, newest: LOST, rows: Array.from({length: metrics}, () => [])};
		chartsOf.set(pipeline, charts);
	}
	// The newest minute of the last look may have changed since; older ones do not.
	const from = Math.max(0, charts.minute, pipeline.minute - HISTORY_MINUTES + 1);
	const first = Math.max(0, pipeline.minute - HISTORY_MINUTES + 1);
	const firstBefore = Math.max(0, charts.minute - HISTORY_MINUTES + 1);
	for (let metric = 0; metric < metrics; metric++) {
		const row = valueAt(charts.rows, metric);
		row.splice(0, Math.min(row.length, first - firstBefore));
		for (let minute = from; minute <= pipeline.minute; minute++) {
			const value = numberAt(
				pipeline.history,
				metric * HISTORY_MINUTES + (minute % HISTORY_MINUTES),
			);
			row[minute - first] = value === LOST ? Number.NaN : value;
		}
	}
	charts.minute = pipeline.minute;
	charts.newest = pipeline.newest;
	return charts;
}

import {assert, type World, numberAt} from '../sim/index.ts';
import {COMPANY_METRICS} from './metrics-company.ts';
import {METRICS} from './metrics.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import {SERVICE_COUNT} from './services.ts';

/** Metrics are sampled this often. */
export const SAMPLE_SECONDS = OBSERVE_PARAMETERS.sampleSeconds.value;
/** What a chart can show: three hours. */
export const HISTORY_MINUTES = OBSERVE_PARAMETERS.historyMinutes.value;
/** Samples on their way at most: one hour of them. What is older when it is full is lost. */
const SAMPLES_MAX = 720;

const METRIC_COUNT = METRICS.length;
/** A company’s metrics, the last ones, are lost after all others: what is lost of the Region is as without it. */
const REGION_COUNT = METRIC_COUNT - COMPANY_METRICS.length;
/** Columns of a sample: the metrics, then the error share of each service. */
export const COLUMNS = METRIC_COUNT + SERVICE_COUNT;

/** Stands for a value that never arrived; nothing that is measured is negative. */
export const LOST = -1;

/** The monitoring pipeline: samples wait in it until they are as old as its delay of the moment. */
export type Pipeline = {
	/** Samples on their way, a ring of rows. */
	readonly waiting: Float64Array;
	readonly waitingAt: Float64Array;
	first: number;
	count: number;
	/** The latest value that arrived in each column, and when it was sampled; LOST before the first. */
	readonly values: Float64Array;
	readonly sampledAt: Float64Array;
	/** When the newest sample that arrived was taken. */
	newest: number;
	/** One value a minute, a ring for each metric. */
	readonly history: Float64Array;
	/** The newest minute the rings hold; LOST before the first. */
	minute: number;
};

export function createPipeline(): Pipeline {
	return {
		waiting: new Float64Array(SAMPLES_MAX * COLUMNS),
		waitingAt: new Float64Array(SAMPLES_MAX),
		first: 0,
		count: 0,
		values: new Float64Array(COLUMNS).fill(LOST),
		sampledAt: new Float64Array(COLUMNS).fill(LOST),
		newest: LOST,
		history: new Float64Array(METRIC_COUNT * HISTORY_MINUTES).fill(LOST),
		minute: LOST,
	};
}

/** Takes one sample of everything. A share of the columns is lost, spread evenly over columns and time. */
export function sample(pipeline: Pipeline, world: World): void {
	if (pipeline.count === SAMPLES_MAX) {
		pipeline.first = (pipeline.first + 1) % SAMPLES_MAX;
		pipeline.count -= 1;
	}
	const slot = (pipeline.first + pipeline.count) % SAMPLES_MAX;
	const start = slot * COLUMNS;
	const {waiting} = pipeline;
	pipeline.waitingAt[slot] = world.now;
	pipeline.count += 1;
	let place = start;
	for (const {read} of METRICS) waiting[place++] = read(world);
	waiting.set(world.dependents.output.errors, start + METRIC_COUNT);
	lose(waiting, start, world);
}

/** Golden-ratio steps: even, deterministic, and nothing to do with the world's luck. */
function lose(waiting: Float64Array, start: number, world: World): void {
	const share = world.telemetry.output.metricLossShare;
	if (share <= 0) return;
	let phase = (world.now / SAMPLE_SECONDS) * 0.754_877_666_246_693;
	phase -= Math.floor(phase);
	for (let place = 0; place < COLUMNS; place++) {
		phase += 0.618_033_988_749_895;
		if (phase >= 1) phase -= 1;
		if (phase < share) waiting[start + columnAt(place)] = LOST;
	}
}

/** The Region's metrics, the services, then the company's metrics. */
function columnAt(place: number): number {
	if (place < REGION_COUNT) return place;
	const after = place + COMPANY_METRICS.length;
	return after < COLUMNS ? after : place - SERVICE_COUNT;
}

/**
 * Delivers the oldest waiting sample if it is as old as the pipeline's delay, and says so. A growing delay
 * freezes what is seen; a shrinking one brings the arrears all at once.
 */
export function deliver(pipeline: Pipeline, now: number, delaySeconds: number): boolean {
	if (pipeline.count === 0) return false;
	const slot = pipeline.first;
	const at = numberAt(pipeline.waitingAt, slot);
	if (at + delaySeconds > now) return false;
	pipeline.first = (slot + 1) % SAMPLES_MAX;
	pipeline.count -= 1;
	assert(at > pipeline.newest, 'samples arrive in the order they were taken');
	pipeline.newest = at;
	const start = slot * COLUMNS;
	const {waiting, values, sampledAt} = pipeline;
	for (let column = 0; column < COLUMNS; column++) {
		const value = numberAt(waiting, start + column);
		if (value === LOST) continue;
		values[column] = value;
		sampledAt[column] = at;
	}
	remember(pipeline, start, Math.floor(at / 60));
	return true;
}

function remember(pipeline: Pipeline, start: number, minute: number): void {
	const {history, waiting} = pipeline;
	const slot = minute % HISTORY_MINUTES;
	const begins = minute !== pipeline.minute;
	if (begins) skipMinutes(pipeline, minute);
	pipeline.minute = minute;
	for (let metric = 0; metric < METRIC_COUNT; metric++) {
		const value = numberAt(waiting, start + metric);
		if (begins || value !== LOST) history[metric * HISTORY_MINUTES + slot] = value;
	}
}

/** Minutes of which nothing arrived at all are lost, not left over from three hours ago. */
function skipMinutes(pipeline: Pipeline, minute: number): void {
	if (pipeline.minute === LOST) return;
	const from = Math.max(pipeline.minute + 1, minute - HISTORY_MINUTES + 1);
	for (let skipped = from; skipped < minute; skipped++) {
		for (let metric = 0; metric < METRIC_COUNT; metric++) {
			pipeline.history[metric * HISTORY_MINUTES + (skipped % HISTORY_MINUTES)] = LOST;
		}
	}
}

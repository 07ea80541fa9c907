import type {Observation, Reading} from '../observe/index.ts';
import type {Tone} from './screen.types.ts';

/** When a metric is worth a second look, and when it is trouble. Operators' rules of thumb, not the alert rules. */
export type Gauge = {
	readonly id: string;
	/** At most 15 cells. */
	readonly name: string;
	readonly worse: 'above' | 'below';
	readonly warn: number;
	readonly bad: number;
};

/** The state of the world in eight lines, in the order in which trouble spreads. */
export const VITALS: readonly Gauge[] = [
	{id: 'dns.passAge', name: 'DNS pass age', worse: 'above', warn: 60, bad: 300},
	{id: 'store.customerErrors', name: 'DynamoDB errors', worse: 'above', warn: 0.002, bad: 0.05},
	{id: 'access.signInErrors', name: 'Sign-in errors', worse: 'above', warn: 0.02, bad: 0.3},
	{id: 'droplets.leasedShare', name: 'Droplet leases', worse: 'below', warn: 0.99, bad: 0.9},
	{id: 'launches.successShare', name: 'EC2 launches ok', worse: 'below', warn: 0.98, bad: 0.8},
	{id: 'network.latencySeconds', name: 'Network state', worse: 'above', warn: 60, bad: 600},
	{id: 'balancers.customerErrors', name: 'NLB errors', worse: 'above', warn: 0.002, bad: 0.02},
	{id: 'functions.errors', name: 'Lambda errors', worse: 'above', warn: 0.01, bad: 0.1},
];

const OTHERS: readonly Gauge[] = [];

const GAUGES = new Map([...VITALS, ...OTHERS].map(gauge => [gauge.id, gauge]));

export type Verdict = 'ok' | 'warn' | 'bad' | 'unknown';

/** Seconds after which a reading is called stale: two rounds of the metrics pipeline and a bit. */
export const STALE_SECONDS = 180;

export function verdictOn(reading: Reading | undefined): Verdict {
	if (reading === undefined || reading.value === null || Number.isNaN(reading.value)) return 'unknown';
	const gauge = GAUGES.get(reading.id);
	return gauge === undefined ? 'ok' : judge(gauge, reading.value);
}

/** Whether anyone has said what is normal for this metric. */
export function isJudged(id: string): boolean {
	return GAUGES.has(id);
}

function judge(gauge: Gauge, value: number): Verdict {
	const beyond = (limit: number) => (gauge.worse === 'above' ? value > limit : value < limit);
	if (beyond(gauge.bad)) return 'bad';
	return beyond(gauge.warn) ? 'warn' : 'ok';
}

/** Word, shape and tone, always together. All words are four cells wide. */
export const MARKS: Readonly<
	Record<Verdict, {readonly glyph: string; readonly word: string; readonly tone: Tone}>
> = {
	ok: {glyph: '●', word: 'OK  ', tone: 'good'},
	warn: {glyph: '▲', word: 'WARN', tone: 'warn'},
	bad: {glyph: '✗', word: 'CRIT', tone: 'bad'},
	unknown: {glyph: '○', word: 'N/A ', tone: 'dim'},
};

export function readingOf(observation: Observation, id: string): Reading | undefined {
	return observation.metrics[id];
}

/** `rising`, `falling` or `steady`, from the last quarter of an hour; empty where there is too little. */
export function trendOf(reading: Reading): '' | 'rising' | 'falling' | 'steady' {
	const seen = reading.history.slice(-15).filter(value => !Number.isNaN(value));
	if (seen.length < 4) return '';
	const half = Math.floor(seen.length / 2);
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const before = mean(seen.slice(0, half));
	const after = mean(seen.slice(half));
	const change = after - before;
	if (Math.abs(change) <= 0.05 * Math.max(Math.abs(before), Math.abs(after))) return 'steady';
	return change > 0 ? 'rising' : 'falling';
}

import {monitorEventLoopDelay} from 'node:perf_hooks';
import {PHASES} from '../host/index.ts';
import type {ServedRooms} from './served-rooms.types.ts';

type Metric = readonly [
	name: string,
	kind: 'gauge' | 'counter',
	help: string,
	...values: readonly (readonly [labels: string, value: number])[],
];

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
const DELAY_RESOLUTION_MS = 10;

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** What a server measures of itself, in the text format of Prometheus. */
export function roomMetrics(rooms: ServedRooms, version: string): () => string {
	const delay = monitorEventLoopDelay({resolution: DELAY_RESOLUTION_MS});
	delay.enable();
	return () => {
		const text = textOf([...ofRooms(rooms), ...ofProcess(version, delay.max / NANOSECONDS)]);
		delay.reset();
		return text;
	};
}

function ofRooms(rooms: ServedRooms): readonly Metric[] {
	const all = rooms.list();
	const {opened, takenUp, closed, failed, missedSeconds} = rooms.counted;
	const sum = (of: (status: (typeof all)[number]['status']) => number) =>
		all.reduce((total, {status}) => total + of(status), 0);
	const inPhase = PHASES.map(
		phase => [`{phase="${phase}"}`, sum(status => Number(status.phase === phase))] as const,
	);
	return [
		['rooms', 'gauge', 'Rooms that are open.', ...inPhase],
		['seats', 'gauge', 'Seats of open rooms.', ['', sum(({seats}) => seats)]],
		['seats_taken', 'gauge', 'Seats that somebody has taken.', ['', sum(({taken}) => taken)]],
		['people', 'gauge', 'Connections of those who have joined.', ['', sum(({here}) => here)]],
		[
			'journals_wanting',
			'gauge',
			'Journals whose last lines wait for the disk.',
			['', all.filter(({isWanting}) => isWanting).length],
		],
		['rooms_opened_total', 'counter', 'Rooms opened since the start.', ['', opened]],
		['rooms_taken_up_total', 'counter', 'Rooms taken up at the start.', ['', takenUp]],
		['rooms_closed_total', 'counter', 'Rooms closed since the start.', ['', closed]],
		['rooms_failed_total', 'counter', 'Rooms closed by a bug.', ['', failed]],
		[
			'missed_seconds_total',
			'counter',
			'Seconds of nights that did not come although they were due.',
			['', missedSeconds],
		],
	];
}

function ofProcess(version: string, delaySeconds: number): readonly Metric[] {
	const {user, system} = process.cpuUsage();
	return [
		['info', 'gauge', 'The version that runs.', [`{version="${version}"}`, 1]],
		[
			'event_loop_delay_max_seconds',
			'gauge',
			'The longest delay since this was asked last.',
			['', delaySeconds],
		],
		['cpu_seconds_total', 'counter', 'Processor time.', ['', (user + system) / MICROSECONDS]],
		['resident_memory_bytes', 'gauge', 'Memory.', ['', process.memoryUsage.rss()]],
		['uptime_seconds', 'gauge', 'Since the start.', ['', process.uptime()]],
	];
}

function textOf(metrics: readonly Metric[]): string {
	const lines = metrics.flatMap(([name, kind, help, ...values]) => {
		const full = `outage_oncall_${name}`;
		const rows = values.map(([labels, value]) => `${full}${labels} ${String(value)}`);
		return [`# HELP ${full} ${help}`, `# TYPE ${full} ${kind}`, ...rows];
	});
	return `${lines.join('\n')}\n`;
}

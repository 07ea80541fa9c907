import {tickAt} from './clock.ts';
import {secondsOfDay} from './dials/time-of-day.ts';
import type {PlannedOrder} from './level.types.ts';

/** `HH:MM:SS order`, cut in two; the time is null where it does not begin with one. */
export function cutAtTime(line: string): {readonly time: string | null; readonly words: string} {
	const [, time = '', words = ''] = /^(\S+)\s*(.*)$/.exec(line.trim()) ?? [];
	return secondsOfDay(time) === undefined ? {time: null, words: line} : {time, words};
}

/** `HH:MM:SS order` as it is given; undefined where it does not begin with a time. */
export function timedOrder(line: string, startSecondsOfDay: number): PlannedOrder | undefined {
	const {time, words} = cutAtTime(line);
	if (time === null) return undefined;
	return {at: Math.max(1, tickAt(secondsOfDay(time) ?? 0, startSecondsOfDay)), words};
}

/** What the night shift orders, in the order of the times. */
export function preludeOf(
	lines: readonly string[],
	startSecondsOfDay: number,
): readonly PlannedOrder[] {
	return lines
		.flatMap(line => timedOrder(line, startSecondsOfDay) ?? [])
		.sort((a, b) => a.at - b.at);
}

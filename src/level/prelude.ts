import {secondsOfDay, tickAt} from './clock.ts';
import type {PlannedOrder} from './level.types.ts';

/** `HH:MM:SS order`, cut in two; undefined when it does not begin with a time. */
export function timedOrder(line: string, startSecondsOfDay: number): PlannedOrder | undefined {
	const [, time = '', words = ''] = /^(\S+)\s*(.*)$/.exec(line.trim()) ?? [];
	const seconds = secondsOfDay(time);
	if (seconds === undefined) return undefined;
	return {at: Math.max(1, tickAt(seconds, startSecondsOfDay)), words};
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

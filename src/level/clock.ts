import {tick, type Tick} from '../sim/index.ts';

const DAY_SECONDS = 86_400;

/** Seconds since midnight of `HH:MM` or `HH:MM:SS`, or undefined when it is no time of day. */
export function secondsOfDay(text: string): number | undefined {
	const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
	if (match === null) return undefined;
	return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? '0');
}

/** The first tick at which the clock shows this time: before the start means the next day. */
export function tickAt(seconds: number, startSecondsOfDay: number): Tick {
	return tick((seconds - startSecondsOfDay + DAY_SECONDS) % DAY_SECONDS);
}

/** `HH:MM:SS` in PDT at a tick. */
export function clockAt(at: number, startSecondsOfDay: number): string {
	const seconds = (startSecondsOfDay + at) % DAY_SECONDS;
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
}

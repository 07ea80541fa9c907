import {tick, type Tick} from '../sim/index.ts';
import {secondsOfDay, timeOfDay} from './dials/time-of-day.ts';

const DAY_SECONDS = 86_400;

/** The first tick at which the clock shows this time: before the start means the next day. */
export function tickAt(seconds: number, startSecondsOfDay: number): Tick {
	return tick((seconds - startSecondsOfDay + DAY_SECONDS) % DAY_SECONDS);
}

/** The clock on the wall of one night, in PDT. */
export type Clock = {
	/** `HH:MM:SS` at a tick. */
	readonly at: (tick: number) => string;
	/** The first tick at which it shows `HH:MM` or `HH:MM:SS`; undefined where that is no time of day. */
	readonly tickOf: (time: string) => Tick | undefined;
};

export function clockFrom(startSecondsOfDay: number): Clock {
	return {
		at: tick => timeOfDay(startSecondsOfDay + tick),
		tickOf(time) {
			const seconds = secondsOfDay(time);
			return seconds === undefined ? undefined : tickAt(seconds, startSecondsOfDay);
		},
	};
}

import {percent} from '../sim/index.ts';
import type {Clock, Unit} from './observation.types.ts';

/** How numbers read on an operator's screen: no locale, no surprises. */

const DAY_SECONDS = 86_400;
const UTC_AHEAD_SECONDS = 7 * 3_600;

/** A shift that begins before six is of the night itself, and so of its second day. */
const SMALL_HOURS_SECONDS = 6 * 3_600;

/** `now` seconds after a start given in seconds since midnight, PDT. */
export function clockOf(now: number, startSecondsOfDay: number): Clock {
	const seconds = startSecondsOfDay + now;
	const firstDay = startSecondsOfDay < SMALL_HOURS_SECONDS ? 20 : 19;
	return {
		pdt: timeOfDay(seconds),
		utc: timeOfDay(seconds + UTC_AHEAD_SECONDS),
		date: `${String(firstDay + Math.floor(seconds / DAY_SECONDS))} Oct`,
	};
}

/** `HH:MM:SS`. */
function timeOfDay(seconds: number): string {
	const rest = seconds % DAY_SECONDS;
	return `${two(rest / 3_600)}:${two((rest % 3_600) / 60)}:${two(rest % 60)}`;
}

function two(value: number): string {
	return String(Math.floor(value)).padStart(2, '0');
}

/** `0.42 %`, `7.5 %`, `63 %`. */
export function shortShare(share: number): string {
	if (share !== 0 && share * 100 < 1) return percent(share, 2);
	return percent(share, share * 100 < 10 ? 1 : 0);
}

/** `12,345`. */
export function whole(value: number): string {
	return Math.round(value)
		.toFixed(0)
		.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `4.2/s`, `120/s`. */
export function perSecond(value: number): string {
	return value < 10 ? `${value.toFixed(1)}/s` : `${whole(value)}/s`;
}

/** `42 s`, `7 min`, `2 h 05 min`. */
export function duration(seconds: number): string {
	if (seconds < 120) return `${Math.round(seconds).toFixed(0)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 120) return `${String(minutes)} min`;
	return `${String(Math.floor(minutes / 60))} h ${two(minutes % 60)} min`;
}

/** A measured value in its unit. */
export function quantity(value: number, unit: Unit): string {
	switch (unit) {
		case 'share':
			return nearlyAll(value) ?? shortShare(value);
		case 'count':
			return whole(value);
		case 'per-second':
			return perSecond(value);
		case 'seconds':
			return duration(value);
	}
}

/** `99.8 %`: what is nearly all is never called all. */
function nearlyAll(share: number): string | null {
	return share > 0.9 && share < 1 ? percent(Math.floor(1_000 * share) / 1_000, 1) : null;
}

/** The same as somebody says it: no more figures than one needs to hear. */
export function spoken(value: number, unit: Unit): string {
	if (unit !== 'share' || value === 0)
		return value === 0 && unit === 'share' ? '0 %' : quantity(value, unit);
	if (value < 0.001) return '<0.1 %';
	if (value < 0.01) return percent(value, 1);
	return value > 0.999 && value < 1 ? '>99.9 %' : quantity(value, unit);
}

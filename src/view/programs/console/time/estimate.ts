import {SPEEDS, SPEED_WHILE_THINKING, TEMPOS, type Length} from './speeds.ts';

/** What an hour of an incident asks of its operator, as scripted players were counted to meet it. */
const HEATS_AN_HOUR = 1.1;
const ORDERS_AN_HOUR = 3;
/** Real seconds at the command line or over a card for each order. */
const SECONDS_AN_ORDER = 8;

/**
 * Real minutes that so many simulated seconds will take, by the rules of pace: what is typed runs at
 * thinking speed, what is hot at the hot one, and the rest at the quiet one. Stops are the player's own.
 */
export function estimateMinutes(seconds: number, length: Length): number {
	const {quiet, hot, heatSeconds} = TEMPOS[length];
	const hours = seconds / 3600;
	const heat = hours * HEATS_AN_HOUR * heatSeconds;
	const typing = hours * ORDERS_AN_HOUR * SECONDS_AN_ORDER;
	const lived = heat * (SPEEDS[hot] ?? 1) + typing * SPEED_WHILE_THINKING;
	const rest = Math.max(0, seconds - lived) / (SPEEDS[quiet] ?? 1);
	return (heat + typing + rest) / 60;
}

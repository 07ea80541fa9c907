import type {Clock} from '../level/index.ts';
import {secondsOfDay, timeOfDay} from '../level/dials/index.ts';
import {clockShown} from '../observe/index.ts';

// Timelines as people write them: a time of some clock, and what was done then.

/** The clock that a bare time is on. */
export const TIME_ZONES = ['PDT', 'UTC'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const UTC_AHEAD_SECONDS = 7 * 3_600;
const DAY_SECONDS = 86_400;

/** A line taken apart, before anybody asks which clock its time is on. */
export type TimelineLine = {
	/** As it is written, for who is told about it. */
	readonly time: string;
	readonly secondsOfDay: number;
	/** Seconds ahead of UTC; null where the line does not say which clock it is. */
	readonly ahead: number | null;
	/** Of October 2025; null where the line does not say. */
	readonly day: number | null;
	readonly rest: string;
};

/** Clocks that people name, in hours ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
	...{utc: 0, gmt: 0, z: 0, zulu: 0},
	...{pdt: -7, pt: -7, mst: -7, mdt: -6, cdt: -5, edt: -4, et: -4, bst: 1, cest: 2},
};

const LEAD = /^(?:[-*•]\s+|\|\s*)?\[?/u;
const DATE = /(?:2025-10-(\d{2})[T ,]+)?/u;
const TIME = /(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?/u;
const HALF = /(?:\s?([ap])\.?m\.?(?![a-z]))?/u;
const ZONE = /(?:\s?([a-z]{1,4})(?![a-z-])|([+-]\d{2}):?(\d{2}))?/u;
const BREAK = /\]?\s*(?:[|,;–—:]|-(?=\s)|\t)?\s*/u;
const LINE = new RegExp(
	[LEAD, DATE, TIME, HALF, ZONE, BREAK].map(({source}) => source).join(''),
	'iu',
);

/** What a line of a timeline says, or null where it does not begin with a time of day. */
export function readTimelineLine(line: string): TimelineLine | null {
	const match = LINE.exec(line);
	if (match === null) return null;
	const [, day, hours = '', minutes = '', seconds = '0', half, word, east, more = '0'] = match;
	const zone = word === undefined ? undefined : ZONES[word.toLowerCase()];
	const isWord = word !== undefined && zone === undefined; // Then it is of the order.
	const secondsOfDay = secondsOf(Number(hours), Number(minutes), Number(seconds), half);
	if (secondsOfDay === undefined) return null;
	const begins = isWord ? line.slice(0, match[0].length).lastIndexOf(word) : match[0].length;
	const offset =
		east === undefined ? undefined : 3_600 * Number(east) + sign(east) * 60 * Number(more);
	return {
		time: line
			.slice(0, begins)
			.replace(/^[^\d]*/u, '')
			.replace(/[^\w.]*$/u, ''),
		secondsOfDay,
		ahead: zone === undefined ? (offset ?? null) : 3_600 * zone,
		day: day === undefined ? null : Number(day),
		rest: orderIn(line.slice(begins), line.startsWith('|')),
	};
}

/** What the Region's clock shows at a time as people write it, on whichever clock: `HH:MM:SS`; null where it is none. */
export function timeMeant(text: string): string | null {
	const read = readTimelineLine(text.trim());
	if (read === null || read.rest !== '' || read.day !== null) return null;
	return timeOfDay(inPdt(read.secondsOfDay, read.ahead ?? -UTC_AHEAD_SECONDS) + 2 * DAY_SECONDS);
}

function inPdt(secondsOfDay: number, ahead: number): number {
	return secondsOfDay - ahead - UTC_AHEAD_SECONDS;
}

/** Of a table's row only the cell; out of the marks that set it off. */
function orderIn(rest: string, isCell: boolean): string {
	const own = isCell ? (rest.split('|')[0] ?? '') : rest;
	return own
		.trim()
		.replace(/^(["`])(.*)\1$/u, '$2')
		.trim();
}

/** Whether a line only draws a table, or names its columns. */
export function isTableFrame(line: string, next: string): boolean {
	return isRuled(line) || isRuled(next) || /^time\s*[,;\t]/iu.test(line);
}

function isRuled(line: string): boolean {
	return line.includes('---') && /^[\s:|-]+$/u.test(line);
}

function sign(east: string): 1 | -1 {
	return east.startsWith('-') ? -1 : 1;
}

function secondsOf(
	hours: number,
	minutes: number,
	seconds: number,
	half: string | undefined,
): number | undefined {
	if (half === undefined) return hours < 24 ? 3_600 * hours + 60 * minutes + seconds : undefined;
	if (hours < 1 || hours > 12) return undefined;
	const isAfternoon = half.toLowerCase() === 'p';
	return 3_600 * ((hours % 12) + (isAfternoon ? 12 : 0)) + 60 * minutes + seconds;
}

/** The second of a night at which such a line is; null where its date is of another day. */
export function tickOfLine(
	{secondsOfDay: said, ahead, day}: TimelineLine,
	zone: TimeZone,
	clock: Clock,
): number | null {
	const east = ahead ?? (zone === 'UTC' ? 0 : -UTC_AHEAD_SECONDS);
	const seconds = inPdt(said, east);
	const at = clock.tickOf(timeOfDay(seconds + 2 * DAY_SECONDS));
	if (at === undefined || day === null) return at ?? null;
	const {date} = clockShown(at, secondsOfDay(clock.at(0)) ?? 0);
	return date === `${String(day + Math.floor(seconds / DAY_SECONDS))} Oct` ? at : null;
}

/** Whether it names another clock than that of the Region. */
export function isOnAnotherClock({ahead}: TimelineLine): boolean {
	return ahead !== null && ahead !== -UTC_AHEAD_SECONDS;
}

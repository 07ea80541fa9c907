import {
	clockOf,
	type Clock,
	type DrawnFrom,
	type Level,
	type PlannedOrder,
} from '../level/index.ts';
import {wordsOf} from '../sim/index.ts';
import {parseOrder, unitAsked} from './command.ts';
import {GRAMMAR, type Grammar} from './grammar.ts';
import {readRule, readStep, secondsAfter, type OrderRule} from './order-rules.ts';
import type {Problem} from './session.types.ts';
import {
	isOnAnotherClock,
	isTableFrame,
	readTimelineLine,
	tickOfLine,
	TIME_ZONES,
	type TimeZone,
} from './timeline-notation.ts';

export type {PlannedOrder};

export const ORDER_FILE_LENGTH_MAX = 1024 * 1024;
const PROBLEMS_MAX = 20;

/** What is wrong with a line of an order file. Lines count from 1. */
export type LineProblem = {
	readonly line: number;
	readonly message: string;
	readonly suggestions: readonly string[];
};

export type ParsedOrderFile =
	| {
			readonly ok: true;
			readonly orders: readonly PlannedOrder[];
			/** What is ordered when something is seen. */
			readonly rules: readonly OrderRule[];
	  }
	| {readonly ok: false; readonly problems: readonly LineProblem[]};

/** Orders as a file that `parseOrderFile` reads: what it says is what is carried out. */
export function writeOrderFile(
	orders: readonly PlannedOrder[],
	level: DrawnFrom & Span,
	seed: string,
): string {
	const clock = clockOf(level, seed);
	return orders.map(({at, words}) => `${clock.at(at)} ${words}\n`).join('');
}

type Span = Pick<Level, 'limit'> & Partial<Pick<Level, 'takeover'>>;

/**
 * Reads lines of `HH:MM:SS order` on the clock of that night, `+MM:SS order` after the takeover, `when` rules, and
 * timelines as people keep them: other clocks, dates, twelve hours, tables. Bare times are on the clock of `zone`, in PDT
 * where it is null. Times before the level's start are on the next day; `#` begins a line for people. Orders come back in the order of
 * their times, equal times as they stand.
 */
export function parseOrderFile(
	text: string,
	level: DrawnFrom & Span,
	seed: string,
	grammar: Grammar = GRAMMAR,
	zone: TimeZone | null = null,
): ParsedOrderFile {
	if (text.length > ORDER_FILE_LENGTH_MAX) {
		const message = `A command file has at most ${String(ORDER_FILE_LENGTH_MAX / 1024)} KB.`;
		return {ok: false, problems: [{line: 1, message, suggestions: []}]};
	}
	const clock = clockOf(level, seed);
	const orders: PlannedOrder[] = [];
	const rules: OrderRule[] = [];
	const problems: LineProblem[] = [];
	const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
	const times = {clock, zone, isMixed: lines.some(isElsewhere), ...level};
	for (const [index, raw] of lines.entries()) {
		const line = raw.trim();
		if (line === '' || line.startsWith('#') || isTableFrame(line, lines[index + 1]?.trim() ?? '')) {
			continue;
		}
		const isRule = line.startsWith('when ');
		const rule = /^\s+\+/.test(raw) ? rules.at(-1) : undefined;
		const read = isRule
			? readRule(line, grammar)
			: rule === undefined
				? readLine(line, times, grammar)
				: readStep(line, rule, grammar);
		if ('message' in read) problems.push({line: index + 1, ...read});
		else if ('metric' in read) rules.push(read);
		else if ('at' in read) orders.push(read);
		else rules.splice(-1, 1, read.rule);
	}
	if (problems.length > 0) return {ok: false, problems: problems.slice(0, PROBLEMS_MAX)};
	return {ok: true, orders: orders.sort((a, b) => a.at - b.at), rules};
}

function isElsewhere(raw: string): boolean {
	const line = readTimelineLine(raw.trim());
	return line !== null && isOnAnotherClock(line);
}

/** What times of a file are read on: with several clocks in it and none that was said to be meant, a bare time is asked about. */
type Times = Span & {
	readonly clock: Clock;
	readonly zone: TimeZone | null;
	readonly isMixed: boolean;
};

function readLine(line: string, times: Times, grammar: Grammar): PlannedOrder | Problem {
	const {clock, limit, takeover} = times;
	const from: number = takeover ?? 0;
	const placed = placeOf(line, from, times);
	if ('message' in placed) return placed;
	const {at, time, rest} = placed;
	if (at < from || at > limit) {
		const span = [from, limit].map(clock.at).join(' to ');
		return {message: `${time} is not within the level, ${span} PDT.`, suggestions: []};
	}
	if (rest === '') return {message: `${time} has no command after it.`, suggestions: []};
	const asked = unitAsked(rest, grammar);
	if (asked !== null) return asked;
	const parsed = parseOrder(rest, grammar);
	return parsed.ok ? {at: Math.max(from + 1, at), words: wordsOf(parsed.order)} : parsed.problem;
}

type Placed = {readonly at: number; readonly time: string; readonly rest: string};

/** When a line is, in seconds of the night. */
function placeOf(line: string, from: number, {clock, zone, isMixed}: Times): Placed | Problem {
	const [, relative = '', order = ''] = /^(\S+)(.*)$/.exec(line) ?? [];
	const after = secondsAfter(relative);
	if (after !== undefined) return {at: from + after, time: relative, rest: order.trim()};
	const read = readTimelineLine(line);
	if (read === null) {
		const message = `“${relative.slice(0, 40)}” is not a time: expected HH:MM:SS or +MM:SS, and a command.`;
		return {message, suggestions: []};
	}
	const {time, rest} = read;
	if (isMixed && zone === null && read.ahead === null) {
		const suggestions = TIME_ZONES.map(each => `${time} ${each}`);
		const message = `${time} of which clock? Other lines name theirs: ${suggestions.join(' or ')}, or --tz for all.`;
		return {message, suggestions};
	}
	const at = tickOfLine(read, zone ?? 'PDT', clock);
	if (at !== null) return {at, time, rest};
	return {message: `${time} is on another day than the level.`, suggestions: []};
}

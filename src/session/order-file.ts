import {clockAt, secondsOfDay, tickAt, type Level, type PlannedOrder} from '../level/index.ts';
import {wordsOf} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import {GRAMMAR, type Grammar} from './grammar.ts';

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
	| {readonly ok: true; readonly orders: readonly PlannedOrder[]}
	| {readonly ok: false; readonly problems: readonly LineProblem[]};

/**
 * Reads lines of `HH:MM:SS order` in PDT. Times before the level's start are on the next day; `#` begins
 * a line for people. Orders come back in the order of their times, equal times as they stand.
 */
export function parseOrderFile(
	text: string,
	level: Pick<Level, 'startSecondsOfDay' | 'limit'>,
	grammar: Grammar = GRAMMAR,
): ParsedOrderFile {
	if (text.length > ORDER_FILE_LENGTH_MAX) {
		const message = `An order file has at most ${String(ORDER_FILE_LENGTH_MAX / 1024)} KB.`;
		return {ok: false, problems: [{line: 1, message, suggestions: []}]};
	}
	const orders: PlannedOrder[] = [];
	const problems: LineProblem[] = [];
	for (const [index, raw] of text
		.replace(/^\ufeff/, '')
		.split(/\r?\n/)
		.entries()) {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) continue;
		const read = readLine(line, level, grammar);
		if ('message' in read) problems.push({line: index + 1, ...read});
		else orders.push(read);
	}
	if (problems.length > 0) return {ok: false, problems: problems.slice(0, PROBLEMS_MAX)};
	return {ok: true, orders: orders.sort((a, b) => a.at - b.at)};
}

function readLine(
	line: string,
	level: Pick<Level, 'startSecondsOfDay' | 'limit'>,
	grammar: Grammar,
): PlannedOrder | {message: string; suggestions: readonly string[]} {
	const [, time = '', rest = ''] = /^(\S+)(.*)$/.exec(line) ?? [];
	const seconds = secondsOfDay(time);
	if (seconds === undefined) {
		const shown = time.slice(0, 40);
		return {message: `“${shown}” is not a time: expected HH:MM:SS and an order.`, suggestions: []};
	}
	const at = tickAt(seconds, level.startSecondsOfDay);
	if (at > level.limit) {
		const span = [0, level.limit].map(each => clockAt(each, level.startSecondsOfDay)).join(' to ');
		return {message: `${time} is not within the level, ${span} PDT.`, suggestions: []};
	}
	if (rest.trim() === '') return {message: `${time} has no order after it.`, suggestions: []};
	const parsed = parseOrder(rest.trim(), grammar);
	return parsed.ok ? {at: Math.max(1, at), words: wordsOf(parsed.order)} : parsed.problem;
}

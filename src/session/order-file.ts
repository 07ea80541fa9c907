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
 * Reads lines of `HH:MM:SS order` on the clock of that night, `+MM:SS order` after the takeover, and `when` rules. Times before
 * the level's start are on the next day; `#` begins a line for people. Orders come back in the order of
 * their times, equal times as they stand.
 */
export function parseOrderFile(
	text: string,
	level: DrawnFrom & Span,
	seed: string,
	grammar: Grammar = GRAMMAR,
): ParsedOrderFile {
	if (text.length > ORDER_FILE_LENGTH_MAX) {
		const message = `An order file has at most ${String(ORDER_FILE_LENGTH_MAX / 1024)} KB.`;
		return {ok: false, problems: [{line: 1, message, suggestions: []}]};
	}
	const clock = clockOf(level, seed);
	const orders: PlannedOrder[] = [];
	const rules: OrderRule[] = [];
	const problems: LineProblem[] = [];
	for (const [index, raw] of text
		.replace(/^\ufeff/, '')
		.split(/\r?\n/)
		.entries()) {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) continue;
		const isRule = line.startsWith('when ');
		const rule = /^\s+\+/.test(raw) ? rules.at(-1) : undefined;
		const read = isRule
			? readRule(line, grammar)
			: rule === undefined
				? readLine(line, {clock, ...level}, grammar)
				: readStep(line, rule, grammar);
		if ('message' in read) problems.push({line: index + 1, ...read});
		else if ('metric' in read) rules.push(read);
		else if ('at' in read) orders.push(read);
		else rules.splice(-1, 1, read.rule);
	}
	if (problems.length > 0) return {ok: false, problems: problems.slice(0, PROBLEMS_MAX)};
	return {ok: true, orders: orders.sort((a, b) => a.at - b.at), rules};
}

function readLine(
	line: string,
	{clock, limit, takeover}: Span & {readonly clock: Clock},
	grammar: Grammar,
): PlannedOrder | {message: string; suggestions: readonly string[]} {
	const [, time = '', rest = ''] = /^(\S+)(.*)$/.exec(line) ?? [];
	const after = secondsAfter(time);
	const from: number = takeover ?? 0;
	const at = after === undefined ? (clock.tickOf(time) as number | undefined) : from + after;
	if (at === undefined) {
		const shown = time.slice(0, 40);
		return {
			message: `“${shown}” is not a time: expected HH:MM:SS or +MM:SS, and an order.`,
			suggestions: [],
		};
	}
	if (at < from || at > limit) {
		const span = [from, limit].map(clock.at).join(' to ');
		return {message: `${time} is not within the level, ${span} PDT.`, suggestions: []};
	}
	if (rest.trim() === '') return {message: `${time} has no order after it.`, suggestions: []};
	const asked = unitAsked(rest, grammar);
	if (asked !== null) return asked;
	const parsed = parseOrder(rest.trim(), grammar);
	return parsed.ok ? {at: Math.max(from + 1, at), words: wordsOf(parsed.order)} : parsed.problem;
}

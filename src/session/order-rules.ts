import type {PlannedOrder} from '../level/index.ts';
import {wordsLike} from '../level/index.ts';
import {METRICS, type Observation} from '../observe/index.ts';
import {wordsOf} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import type {Grammar} from './grammar.ts';
import type {Problem} from './session.types.ts';

/** What a script orders when a metric, as it is shown, has been over or under a value for a while. */
export type OrderRule = {
	readonly metric: string;
	readonly than: 'above' | 'below';
	readonly value: number;
	readonly forSeconds: number;
	/** Each so many seconds after the rule has fired. It fires once. */
	readonly orders: readonly {readonly after: number; readonly words: string}[];
};

const RULE = /^when (\S+) (above|below) (-?\d{1,12}(?:\.\d{1,9})?)(?: for (\d{1,4}) min)?:\s*(.*)$/;

/** Reads `when <metric> above|below <value> [for N min]: command`. */
export function readRule(line: string, grammar: Grammar): OrderRule | Problem {
	const [, metric = '', than = '', value = '', minutes = '0', rest = ''] = RULE.exec(line) ?? [];
	if (metric === '') {
		const message = 'A rule reads: when <metric> above|below <value> [for N min]: command';
		return {message, suggestions: []};
	}
	const names: readonly string[] = METRICS.map(({id}) => id);
	if (!names.includes(metric)) {
		const message = `There is no metric “${metric.slice(0, 60)}”.`;
		return {message, suggestions: wordsLike(metric, names)};
	}
	const parsed = parseOrder(rest, grammar);
	if (!parsed.ok) return parsed.problem;
	return {
		metric,
		than: than === 'above' ? 'above' : 'below',
		value: Number(value),
		forSeconds: 60 * Number(minutes),
		orders: [{after: 0, words: wordsOf(parsed.order)}],
	};
}

/** Reads an indented `+MM:SS order`: so long after the rule above it has fired. */
export function readStep(
	line: string,
	rule: OrderRule,
	grammar: Grammar,
): {readonly rule: OrderRule} | Problem {
	const [, time = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
	const after = secondsAfter(time);
	if (after === undefined) {
		return {message: `“${time.slice(0, 40)}” is not a time: expected +MM:SS.`, suggestions: []};
	}
	const parsed = parseOrder(rest, grammar);
	if (!parsed.ok) return parsed.problem;
	const orders = [...rule.orders, {after, words: wordsOf(parsed.order)}];
	return {rule: {...rule, orders}};
}

/** Seconds of `+MM:SS`, or undefined where it is none. */
export function secondsAfter(time: string): number | undefined {
	const [, minutes, seconds] = /^\+(\d{1,4}):([0-5]\d)$/.exec(time) ?? [];
	return minutes === undefined ? undefined : 60 * Number(minutes) + Number(seconds);
}

/** Rules that are waited for: hands out orders as they fire. */
export function watch(rules: readonly OrderRule[]): {
	readonly isOver: () => boolean;
	readonly seen: (observation: Observation) => readonly PlannedOrder[];
} {
	const waiting = new Map<OrderRule, number | null>(rules.map(rule => [rule, null]));
	const seen = (observation: Observation) => {
		const planned: PlannedOrder[] = [];
		for (const [rule, since] of waiting) {
			if (!isSeen(rule, observation)) {
				waiting.set(rule, null);
				continue;
			}
			const from = since ?? observation.now;
			waiting.set(rule, from);
			if (observation.now - from < rule.forSeconds) continue;
			waiting.delete(rule);
			for (const {after, words} of rule.orders) {
				planned.push({at: observation.now + 1 + after, words});
			}
		}
		return planned;
	};
	return {isOver: () => waiting.size === 0, seen};
}

function isSeen({metric, than, value}: OrderRule, {metrics}: Observation): boolean {
	const shown = metrics[metric]?.value ?? null;
	if (shown === null) return false;
	return than === 'above' ? shown > value : shown < value;
}

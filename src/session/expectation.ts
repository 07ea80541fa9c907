import {wordsLike} from '../level/index.ts';
import {METRICS} from '../observe/index.ts';
import {currentMetric} from '../sim/index.ts';
import type {Expectation} from './notes.types.ts';
import type {Problem} from './session.types.ts';

export const EXPECTATION_MINUTES_MAX = 600;
const MINUTES_UNLESS_SAID = 15;
const SUGGESTIONS_MAX = 6;

const FORM =
	/^(?<metric>.+?) (?:(?<way>falls|rises)|(?<line>above|below) (?<value>-?\d{1,9}(?:\.\d{1,6})?)(?<percent> ?%)?)(?: within (?<minutes>\d{1,4})(?: ?min(?:utes?)?)?)?$/;

export type ParsedExpectation =
	| {readonly ok: true; readonly expectation: Expectation}
	| {readonly ok: false; readonly problem: Problem};

/**
 * Reads what somebody expects of a metric: `lease backlog falls within 10 min`, `dynamodb.customerErrors below
 * 5 % within 30 min`. A metric goes by its id, by its label, or by any part of either that is its alone.
 */
export function parseExpectation(text: string): ParsedExpectation {
	const line = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
	const {metric, way, line: side, value, percent, minutes} = FORM.exec(line)?.groups ?? {};
	if (metric === undefined) {
		return problem(
			'An expectation reads “METRIC falls within 10 min”, or rises, above 5, below 0.1.',
			['falls', 'rises', 'above', 'below'],
		);
	}
	const found = metricNamed(currentMetric(metric));
	if (typeof found !== 'string') return found;
	const within = minutes === undefined ? MINUTES_UNLESS_SAID : Number(minutes);
	if (within < 1 || within > EXPECTATION_MINUTES_MAX) {
		return problem(`“within” takes 1 to ${String(EXPECTATION_MINUTES_MAX)} minutes.`, []);
	}
	const change = changeOf(way ?? side);
	const number = value === undefined ? null : Number(value) / (percent === undefined ? 1 : 100);
	return {ok: true, expectation: {metric: found, change, value: number, minutes: within}};
}

function changeOf(word: string | undefined): Expectation['change'] {
	if (word === 'falls' || word === 'rises' || word === 'above') return word;
	return 'below';
}

/** The id of the metric that is meant; or why none, or no single one, is. */
export function metricNamed(typed: string): string | (ParsedExpectation & {ok: false}) {
	const exact = METRICS.find(
		({id, label}) => id.toLowerCase() === typed || label.toLowerCase() === typed,
	);
	if (exact !== undefined) return exact.id;
	const partly = METRICS.filter(
		({id, label}) => id.toLowerCase().includes(typed) || label.toLowerCase().includes(typed),
	);
	const [only] = partly;
	if (only !== undefined && partly.length === 1) return only.id;
	const shown = typed.slice(0, 60);
	if (partly.length > 1) {
		const names = partly.slice(0, SUGGESTIONS_MAX).map(({id}) => id);
		return problem(`“${shown}” could be any of ${String(partly.length)} metrics.`, names);
	}
	const known = METRICS.flatMap(({id, label}) => [id, label]);
	return problem(`“${shown}” is not a metric.`, wordsLike(typed, known));
}

function problem(message: string, suggestions: readonly string[]): ParsedExpectation & {ok: false} {
	return {ok: false, problem: {message, suggestions}};
}

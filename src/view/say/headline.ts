import type {Observation} from '../../observe/index.ts';
import {fact, listed, oldness} from './fact.ts';
import type {Fact, Verdict} from './fact.types.ts';
import type {MetricFact} from './metric-facts.ts';

/** A line that is worked out from readings: what always stands, and more for where there is room. */
export type HeadlineOf = {readonly lead: string; readonly more: readonly string[]};
export type Headline = Fact<HeadlineOf>;

type Said = {
	readonly word: string;
	readonly verdict: Verdict;
	readonly lead: string;
	readonly more?: readonly string[];
	readonly value?: number | string | null;
	readonly age?: number | null;
	readonly acts?: Fact['acts'];
};

/** Such a line, which says how old what it is made of is. */
export function headline(id: string, label: string, said: Said): Headline {
	const {word, verdict, lead, more = [], value = lead, age = null, acts = []} = said;
	const of = {lead, more};
	return fact({id, label, value, word, verdict, age, acts, of}, () =>
		listed(`${word}: ${lead}${more.join('')}`, oldness({age})),
	);
}

/** What nothing has arrived for. */
export function nothingArrived(id: string, label: string): Headline {
	const lead = `${label}: nothing has arrived`;
	return headline(id, label, {word: 'N/A', verdict: 'unknown', lead, value: null});
}

/** A line that sounds well does not stand above a reading that is critical: it names the reading. */
export function tempered(line: Headline, metrics: readonly MetricFact[]): Headline {
	const worst = line.verdict === 'ok' ? metrics.find(({verdict}) => verdict === 'crit') : undefined;
	if (worst === undefined) return line;
	return headline(line.id, line.label, {
		...line,
		...line.of,
		word: 'WARN',
		verdict: 'warn',
		more: [...line.of.more, `; but ${worst.of.short} is critical`],
	});
}

/** What has not been looked at, and how to look; or that this drill has no such instrument. */
export function unseen(
	{withheld}: Observation,
	what: string,
	order: string,
): Fact<{readonly order: string}> {
	const kept = withheld.orders.some(begins => order.startsWith(begins));
	const label = kept ? `${what}: this drill withholds it` : what;
	const of = {order: kept ? '' : order};
	return fact({id: `unseen ${order}`, label, of}, () => (kept ? label : `${label}; try ${order}`));
}

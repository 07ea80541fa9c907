import {limitsOf, rankOf, shortName, trendOf, verdictOn} from '../../observe/index.ts';
import type {Observation, Reading} from '../../observe/index.ts';
import {ageOf, fact, isOld, listed, oldness, VERDICT_WORDS} from './fact.ts';
import type {Fact, Facts} from './fact.types.ts';
import {measured} from './measure.ts';
import {whenOf} from './when.ts';

/** Readings that are as far apart as this are of two times. */
export const APART_SECONDS = 60;

/** A metric as it arrived last, its history with it. */
export type MetricOf = {
	readonly reading: Reading | undefined;
	/** At most 15 cells, for where the label has no room. */
	readonly short: string;
	/** Whether it is of another time than the other metrics of its panel, whose age the title says. */
	readonly isApart: boolean;
};
export type MetricFact = Fact<MetricOf>;

/** One metric; by a name of its own where the panel has one for it. */
export function metricFact(
	observation: Observation,
	id: string,
	name?: string,
	common: number | null = null,
): MetricFact {
	const reading = observation.metrics[id];
	const verdict = verdictOn(reading);
	const label = name ?? reading?.label ?? id;
	const seconds = ageOf(observation, reading);
	const judged = verdict === 'unknown' || limitsOf(id) !== null;
	const made: MetricFact = fact(
		{
			id,
			label,
			value: reading?.value ?? null,
			unit: reading?.unit ?? '',
			word: judged ? VERDICT_WORDS[verdict] : '',
			verdict,
			trend: reading === undefined ? '' : trendOf(reading),
			age: seconds,
			of: {
				reading,
				short: name ?? shortName(id) ?? label,
				isApart: common === null || Math.abs((seconds ?? common) - common) > APART_SECONDS,
			},
		},
		() => metricText(made),
	);
	return made;
}

function metricText(made: MetricFact): string {
	const {word, label, of, trend} = made;
	const said = listed(measured(of.reading), trend, oldness(made));
	return `${word === '' ? '' : `${word}: `}${label}${said === '' ? '' : ` ${said}`}`;
}

/**
 * Every metric of the given systems in the order of the gauges; whatever else the pipeline delivers for them
 * comes last, so that nothing is hidden because that table has not heard of it.
 */
export function metricFacts(
	observation: Observation,
	prefixes: readonly string[],
	except: readonly string[] = [],
): readonly MetricFact[] {
	const ids = Object.keys(observation.metrics)
		.filter(id => prefixes.some(prefix => id.startsWith(`${prefix}.`)) && !except.includes(id))
		.map((id, index) => ({id, index}))
		.sort((a, b) => rankOf(a.id) - rankOf(b.id) || a.index - b.index)
		.map(({id}) => id);
	const common = mostOf(ids.flatMap(id => ageOf(observation, observation.metrics[id]) ?? []));
	return ids.map(id => metricFact(observation, id, undefined, common));
}

/** The age that most have; null where there is none. */
export function mostOf(ages: readonly number[]): number | null {
	const times = new Map<number, number>();
	for (const seconds of ages) times.set(seconds, (times.get(seconds) ?? 0) + 1);
	let best: number | null = null;
	let most = 0;
	// In the order in which each came first, so that the first of equals wins.
	for (const [seconds, many] of times) if (many > most) [best, most] = [seconds, many];
	return best;
}

/** `as of 23:51, 13m old` for a panel whose metrics are old, said once; empty where they are as new as they get. */
export function oldNote(observation: Observation, {groups}: Pick<Facts, 'groups'>): string {
	const ages: number[] = [];
	for (const {facts} of Object.values(groups)) {
		for (const {of, age: seconds} of facts) {
			const isMetric = typeof of === 'object' && of !== null && 'isApart' in of;
			if (isMetric && seconds !== null) ages.push(seconds);
		}
	}
	const common = mostOf(ages);
	return common !== null && isOld({age: common}) ? whenOf(observation, common) : '';
}

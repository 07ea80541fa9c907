import {limitsOf, rankOf, shortName, trendOf, verdictOn} from '../../observe/index.ts';
import type {Observation, Reading} from '../../observe/index.ts';
import {ageOf, fact, listed, oldness, VERDICT_WORDS} from './fact.ts';
import type {Fact} from './fact.types.ts';
import {measured} from './measure.ts';

/** A metric as it arrived last, its history with it. */
export type MetricOf = {
	readonly reading: Reading | undefined;
	/** At most 15 cells, for where the label has no room. */
	readonly short: string;
};
export type MetricFact = Fact<MetricOf>;

/** One metric; by a name of its own where the panel has one for it. */
export function metricFact(observation: Observation, id: string, name?: string): MetricFact {
	const reading = observation.metrics[id];
	const verdict = verdictOn(reading);
	const label = name ?? reading?.label ?? id;
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
			age: ageOf(observation, reading),
			of: {reading, short: name ?? shortName(id) ?? label},
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
	return Object.keys(observation.metrics)
		.filter(id => prefixes.some(prefix => id.startsWith(`${prefix}.`)) && !except.includes(id))
		.map((id, index) => ({id, index}))
		.sort((a, b) => rankOf(a.id) - rankOf(b.id) || a.index - b.index)
		.map(({id}) => metricFact(observation, id));
}

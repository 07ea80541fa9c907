import {VITALS} from '../../observe/index.ts';
import type {Observation} from '../../observe/index.ts';
import {standingFacts, type StandingFact} from '../say/facts/standing.ts';
import type {Verdict} from '../say/fact.types.ts';
import {metricFact, type MetricFact} from '../say/metric-facts.ts';
import {tellTime} from './tell.ts';

/** The state of the world in a few lines, the worst first. */
export function statusLines(observation: Observation): readonly string[] {
	const stands = standingFacts(observation);
	const {severity, access, over, pages, impacted, open, promise, paused, running, call} = stands;
	const together = (...facts: readonly StandingFact[]) =>
		facts
			.map(({text}) => text)
			.filter(text => text !== '')
			.join(' ');
	return [
		`${tellTime(observation, 0)} ${together(severity, access, over)}`,
		...vitalLines(observation),
		...[[open], [impacted, promise], [pages], [running], [paused], [call]]
			.map(facts => together(...facts))
			.filter(line => line !== ''),
	];
}

const WORST_FIRST: readonly Verdict[] = ['crit', 'warn'];

/** Each vital sign that is not well on a line; those that are well share one. */
function vitalLines(observation: Observation): readonly string[] {
	const signs = VITALS.map(({id, name}) => metricFact(observation, id, name));
	const those = (wanted: Verdict) => signs.filter(({verdict}) => verdict === wanted);
	return [
		...WORST_FIRST.flatMap(those).map(({text}) => text),
		...namesOf('NO DATA', those('unknown'), signs.length),
		...namesOf('OK', those('ok'), signs.length),
	];
}

function namesOf(word: string, signs: readonly MetricFact[], all: number): readonly string[] {
	if (signs.length === 0) return [];
	const names = signs.length === all ? 'all vital signs' : signs.map(({label}) => label).join(', ');
	return [`${word}: ${names}.`];
}

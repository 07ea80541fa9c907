import {VITALS} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import type {Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {metricFact} from '../metric-facts.ts';

/** The state of the world in three seconds: one line a system. */
export function vitalsFacts(observation: Observation, {filter}: Sight) {
	const signs = VITALS.map(({id, name}) => metricFact(observation, id, name));
	const bad = signs.filter(({verdict}) => verdict === 'crit').length;
	const facts = passing(filter, signs);
	return {
		title: 'Vital signs',
		note: bad === 0 ? '' : `${String(bad)} critical`,
		groups: {signs: {facts}},
		emptied: facts.length === 0,
	} satisfies Facts;
}

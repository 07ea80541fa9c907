import {METRICS_OF, type Observation} from '../../../observe/index.ts';
import type {Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {metricFacts} from '../metric-facts.ts';

/** What our users get, what we have to serve them with, and what of it hangs on the Region. */
export function companyFacts(observation: Observation, {filter}: Sight) {
	const all = metricFacts(observation, METRICS_OF.company, ['ours.pagedErrors', 'ours.falseWords']);
	const facts = passing(filter, all);
	return {
		title: 'Company',
		note: '',
		groups: {metrics: {facts}},
		emptied: all.length > 0 && facts.length === 0,
	} satisfies Facts;
}

import {METRICS_OF} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import type {Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {metricFacts} from '../metric-facts.ts';

/** The systems that suffer, and the monitoring that shows it. */
export function othersFacts(observation: Observation, {filter}: Sight) {
	const facts = passing(
		filter,
		metricFacts(observation, METRICS_OF.others, ['dynamodb.trafficLost']),
	);
	return {
		title: 'Other systems',
		note: '',
		groups: {metrics: {facts}},
		emptied: facts.length === 0,
	} satisfies Facts;
}

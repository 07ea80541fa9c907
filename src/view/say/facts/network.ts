import {METRICS_OF} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import {ageOf} from '../fact.ts';
import type {Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {headline, nothingArrived, tempered, type Headline} from '../headline.ts';
import {duration, measure, whole} from '../measure.ts';
import {metricFacts} from '../metric-facts.ts';

/** How late network state reaches new instances: inflow against capacity, and what has piled up. */
export function networkFacts(observation: Observation, {filter}: Sight) {
	const all = metricFacts(observation, METRICS_OF.network);
	const metrics = passing(filter, all);
	return {
		title: 'Network Manager',
		note: '',
		groups: {
			balance: {
				facts: [
					tempered(
						balanceFact(observation),
						all.filter(({id}) => id.startsWith('network.')),
					),
				],
			},
			metrics: {facts: metrics},
		},
		emptied: metrics.length === 0,
	} satisfies Facts;
}

/** Whether it keeps up, and if not how fast it falls behind: rates speak an hour before latency does. */
function balanceFact(observation: Observation): Headline {
	const readings = ['network.inflow', 'network.capacity', 'network.backlog'].map(
		id => observation.metrics[id],
	);
	const [inflow = null, capacity = null, waiting] = readings.map(reading => reading?.value ?? null);
	if (inflow === null || capacity === null) return nothingArrived('inflow', 'inflow');
	const backlog = waiting ?? 0;
	const left = capacity - inflow;
	const rate = (value: number) => measure(value, 'per-second');
	const value = `${rate(inflow)} of ${rate(capacity)}`;
	const rates = `inflow ${value}`;
	const age = ageOf(observation, ...readings);
	if (left < 0) {
		const lead = `${rates}: falling behind by ${rate(-left)}, ${whole(backlog)} wait`;
		return headline('inflow', 'inflow', {word: 'CRIT', verdict: 'crit', lead, value, age});
	}
	// A little always waits: it is on its way, not behind.
	const behind = backlog > 2 * capacity;
	const clears = left > 0 ? `; the ${whole(backlog)} waiting take ${duration(backlog / left)}` : '';
	const lead = `${rates}: keeps up${behind ? clears : ''}`;
	return behind
		? headline('inflow', 'inflow', {word: 'WARN', verdict: 'warn', lead, value, age})
		: headline('inflow', 'inflow', {word: 'OK', verdict: 'ok', lead, value, age});
}

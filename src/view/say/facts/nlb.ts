import {METRICS_OF} from '../../../observe/index.ts';
import type {BalancerZone, Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {headline, unseen, type Headline} from '../headline.ts';
import {measure} from '../measure.ts';
import {metricFacts} from '../metric-facts.ts';

/** A zone that so many balancers have lost is worth a second look; half of them, a bad one. */
const OUT_WARN = 0.02;
const OUT_CRIT = 0.3;

/** Load on the health checks, flaps, and which zones are out of DNS. */
export function nlbFacts(observation: Observation, {filter}: Sight) {
	const {nlb} = observation.instruments;
	const looked = nlb === null ? null : observation.now - nlb.at;
	const metrics = passing(filter, metricFacts(observation, METRICS_OF.nlb));
	return {
		title: 'NLB',
		note: '',
		groups: {
			failover: {facts: [failoverFact(observation)]},
			zones: {
				title: nlb === null ? '' : 'zones out of DNS',
				facts: (nlb?.zones ?? []).map(zone => zoneFact(zone, looked)),
			},
			metrics: {facts: metrics},
			unseen: {
				facts:
					nlb === null
						? passing(filter, [unseen(observation, 'zones not looked at', 'show balancers')])
						: [],
			},
		},
		emptied: metrics.length === 0,
	} satisfies Facts;
}

/** Whether health checks may take capacity away by themselves. */
function failoverFact({automations}: Observation): Headline {
	const failover = automations.find(({id}) => id === 'nlb-failover');
	const name = 'zone failover';
	if (failover === undefined) {
		const lead = `${name}: unknown`;
		return headline('failover', name, {word: 'N/A', verdict: 'unknown', lead});
	}
	if (failover.state === 'paused') {
		const by = failover.by === null ? '' : ` by ${failover.by}`;
		const more = [by, ': dead capacity stays in DNS'];
		return headline('failover', name, {word: 'PAUSED', verdict: 'warn', lead: name, more});
	}
	const more = [': what looks bad leaves DNS'];
	return headline('failover', name, {word: 'RUNNING', verdict: 'ok', lead: name, more});
}

const HOLDS: Readonly<Record<BalancerZone['hold'], string>> = {
	free: '',
	pinned: ', pinned',
	drained: ', drained by hand',
};

/** A zone, and in words what holds it in DNS or out of it. */
export type ZoneOf = BalancerZone & {readonly held: string};

function zoneFact(raw: BalancerZone, age: number | null): Fact<ZoneOf> {
	const {outShare, hold, zone} = raw;
	const [word, verdict] =
		hold === 'drained' || outShare > OUT_CRIT
			? (['OUT', 'crit'] as const)
			: outShare > OUT_WARN
				? (['PART', 'warn'] as const)
				: (['IN', 'ok'] as const);
	const held = HOLDS[hold];
	return fact(
		{
			id: zone,
			label: zone,
			value: outShare,
			unit: 'share',
			word,
			verdict,
			age,
			acts:
				hold === 'free'
					? [
							{key: 'e', label: 'pin it in DNS', order: `pin zone ${zone}`},
							{key: 'd', label: 'drain it', order: `drain zone ${zone}`},
						]
					: [{key: 'u', label: 'unpin it', order: `unpin zone ${zone}`}],
			of: {...raw, zone, held},
		},
		() => `${word}: ${zone}, gone from ${measure(outShare, 'share')} of its balancers${held}`,
	);
}

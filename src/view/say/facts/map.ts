import {
	SPINE,
	SUFFERERS,
	verdictOn,
	type Observation,
	type Reading,
	type System,
} from '../../../observe/index.ts';
import {ageOf, fact, gravest, listed, oldness, VERDICT_WORDS} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {measured} from '../measure.ts';

/** What the value that speaks for each system counts. */
const SAYS: Readonly<Record<string, string>> = {
	'DNS automation': 'oldest pass',
	'DynamoDB name': 'empty answers',
	DynamoDB: 'fail',
	'Droplet leases': 'held',
	'EC2 launches': 'succeed',
	'Network Manager': 'late',
	'Load balancers': 'fail',
	'Sign-in, STS, IAM': 'fail',
	'Support Center': 'locked out',
	'Lambda, SQS sources': 'fail',
	Redshift: 'fail',
	CloudWatch: 'late',
	'ECS, EKS, Fargate': 'fail',
	'Lambda, STS': 'fail inside',
	Connect: 'fail',
	'Border, use1-az1': 'lost',
};

/** The value of the metric that speaks for it, and what that counts; both empty where only how it stands is known. */
export type NodeOf = {readonly said: string; readonly says: string};

/** Which system leans on which, and how each is: read from the top, where trouble starts. */
export function mapFacts(observation: Observation, {filter}: Sight) {
	const spine = SPINE.map(node => nodeFact(observation, node));
	const sufferers = SUFFERERS.map(node => nodeFact(observation, node));
	const bad = [...spine, ...sufferers].filter(({verdict}) => verdict === 'crit').length;
	const groups = {
		spine: {title: 'Each leans on the one above:', facts: passing(filter, spine)},
		sufferers: {title: 'These suffer with them:', facts: passing(filter, sufferers)},
	};
	return {
		title: 'Dependency map',
		note: bad === 0 ? '' : `${String(bad)} critical`,
		groups,
		emptied: groups.spine.facts.length + groups.sufferers.facts.length === 0,
	} satisfies Facts;
}

function nodeFact(observation: Observation, {name: label, metrics}: System): Fact<NodeOf> {
	const says = SAYS[label] ?? '';
	const readings = metrics.map(id => observation.metrics[id]);
	const verdict = gravest(readings.map(verdictOn));
	const word = VERDICT_WORDS[verdict];
	const speaks = speaker(readings);
	const said = measured(speaks);
	const of = {said, says: said === '' ? '' : says};
	const made = {
		id: label,
		label,
		value: speaks?.value ?? null,
		unit: speaks?.unit ?? '',
		word,
		verdict,
		age: ageOf(observation, speaks),
		of,
	} as const;
	return fact(made, () =>
		listed(`${word}: ${label}`, said === '' ? '' : `${said} ${says}`, oldness(made)),
	);
}

/** The first metric speaks, unless it is the age of one of several passes: then the oldest does. */
function speaker(readings: readonly (Reading | undefined)[]): Reading | undefined {
	const [first, ...others] = readings;
	if (first?.id.startsWith('dns.planAge') !== true) return first;
	return others.reduce<Reading | undefined>(
		(oldest, each) => ((each?.value ?? -1) > (oldest?.value ?? -1) ? each : oldest),
		first,
	);
}

import {verdictOn} from '../../../observe/index.ts';
import type {Observation, Reading} from '../../../observe/index.ts';
import {ageOf, fact, gravest, listed, oldness, VERDICT_WORDS} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {measured} from '../measure.ts';

/** A system on the map: the metrics that speak for it, the first of them by its value, and what that counts. */
type Node = readonly [name: string, says: string, ...metrics: readonly string[]];

/** The way trouble travels, from the top down. */
const SPINE: readonly Node[] = [
	[
		'DNS automation',
		'oldest pass',
		'dns.planAge.enactor-1',
		'dns.planAge.enactor-2',
		'dns.planAge.enactor-3',
	],
	['DynamoDB name', 'empty answers', 'resolvers.customersEmpty', 'resolvers.dwfmEmpty'],
	['DynamoDB', 'fail', 'dynamodb.customerErrors', 'dynamodb.prodErrors'],
	['Droplet leases', 'held', 'dwfm.leasedShare', 'dwfm.goodputShare'],
	['EC2 launches', 'succeed', 'ec2.successShare'],
	['Network Manager', 'late', 'network.latency', 'network.inflowShare'],
	['Load balancers', 'fail', 'nlb.errors', 'nlb.checkLoad'],
];

/** Those that suffer and pass nothing on. */
const SUFFERERS: readonly Node[] = [
	['Sign-in, STS, IAM', 'fail', 'signIn.errors', 'sts.errors', 'iam.errors'],
	['Support Center', 'locked out', 'support.lockedOut'],
	['Lambda, SQS sources', 'fail', 'lambda.errors', 'lambda.sqsPollersDown'],
	['Redshift', 'fail', 'redshift.queryErrors'],
	['CloudWatch', 'late', 'cloudwatch.delay', 'cloudwatch.loss'],
	['ECS, EKS, Fargate', 'fail', 'containers.errors'],
	['Lambda, STS', 'fail inside', 'nlb.internalErrors'],
	['Connect', 'fail', 'connect.callErrors', 'connect.chatErrors'],
	['Border, use1-az1', 'lost', 'border.loss'],
];

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

function nodeFact(observation: Observation, [label, says, ...metrics]: Node): Fact<NodeOf> {
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

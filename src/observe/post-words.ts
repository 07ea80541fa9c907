import type {World} from '../sim/index.ts';

/** A sentence that may be published, and what has to be so in the second in which it is. */
export type Sentence = {readonly text: string; readonly so: (world: World) => boolean};

/** One request in twenty that fails is felt by everybody; one in five hundred by those who look. */
const FELT = 0.05;
const FAILING = 0.002;

const always = () => true;
const dynamoDbFails = ({dynamodb}: World) => dynamodb.output.customerErrors > FELT;
const dynamoDbServes = ({dynamodb}: World) => dynamodb.output.customerErrors < 0.5;
const nameAnswers = ({dns}: World) => (dns.output.answers[0] ?? 0) > 0;
const launchesFail = ({launches, network}: World) =>
	launches.output.successShare < 0.9 || network.output.latencySeconds > 600;
const isLimited = ({launches}: World) => launches.output.throttled;
const balancersFail = ({nlb}: World) => nlb.output.customerErrors > FAILING;
const checksAreLate = ({nlb}: World) => nlb.output.checkDelaySeconds > 10;
const isAnybodyFailing = ({dependents}: World) =>
	dependents.output.errors.some(errors => errors > FELT);
const isOnTheCall = (team: string) => (world: World) =>
	world.incidentCall.output.teams.some(each => each.team === team && each.state === 'present');
const both =
	(one: Sentence['so'], other: Sentence['so']): Sentence['so'] =>
	world =>
		one(world) && other(world);

/** Nothing fails, nothing is held back, and what was taken out of the loop is in it again. */
export function isAllWell(world: World): boolean {
	return !isAnybodyFailing(world) && !isLimited(world) && world.nlb.output.failoverOn;
}

/** What each story says the first time and again: its sentences that are so are published. */
export const SENTENCES = {
	errors: {
		first: [
			{
				text: 'We are investigating increased error rates and latencies for multiple services in us-east-1.',
				so: isAnybodyFailing,
			},
		],
		again: [
			{
				text: 'We can confirm increased error rates in us-east-1 and continue to investigate the root cause.',
				so: isAnybodyFailing,
			},
			{
				text: 'Customers may also be unable to create support cases.',
				so: ({support}: World) => support.output.lockedOutShare > 0.02,
			},
		],
	},
	database: {
		first: [
			{
				text: 'We can confirm significant error rates for requests to the DynamoDB endpoint in us-east-1.',
				so: dynamoDbFails,
			},
			{
				text: 'The issue appears to be related to DNS resolution of the endpoint.',
				so: both(dynamoDbFails, world => !nameAnswers(world)),
			},
			{
				text: 'Services that depend on it are also affected.',
				so: both(dynamoDbFails, isAnybodyFailing),
			},
		],
		again: [
			{text: 'Requests to the DynamoDB endpoint continue to experience errors.', so: dynamoDbFails},
			{
				text: 'The service team is engaged and working on it.',
				so: both(dynamoDbFails, isOnTheCall('dynamodb')),
			},
		],
	},
	'database-recovering': {
		first: [
			{text: 'The DynamoDB endpoint is resolving again.', so: nameAnswers},
			{text: 'Most requests should now be succeeding.', so: both(nameAnswers, dynamoDbServes)},
		],
		again: [
			{
				text: 'Requests to DynamoDB are succeeding.',
				so: both(nameAnswers, world => !dynamoDbFails(world)),
			},
			{
				text: 'If you still see issues resolving the endpoint, we recommend flushing your DNS caches.',
				so: nameAnswers,
			},
		],
	},
	launches: {
		first: [
			{
				text: 'We are seeing increased error rates and delays for new EC2 instance launches.',
				so: launchesFail,
			},
			{
				text: 'We recommend not targeting a specific Availability Zone where possible.',
				so: launchesFail,
			},
			{
				text: 'We are throttling launch requests to aid recovery.',
				so: both(launchesFail, isLimited),
			},
		],
		again: [
			{
				text: 'New EC2 instance launches continue to experience errors and delays.',
				so: launchesFail,
			},
			{
				text: 'We are throttling launch requests to aid recovery.',
				so: both(launchesFail, isLimited),
			},
		],
	},
	connectivity: {
		first: [
			{
				text: 'We are seeing network connectivity issues for multiple services and are investigating the source.',
				so: balancersFail,
			},
		],
		again: [
			{
				text: 'Some connections through load balancers continue to fail.',
				so: balancersFail,
			},
		],
	},
	'health-checks': {
		first: [
			{
				text: 'We have identified the source of the connectivity issues as the subsystem that monitors the health of load balancers.',
				so: both(balancersFail, checksAreLate),
			},
		],
		again: [
			{
				text: 'Load balancer health checks continue to be delayed, and some connections are failing.',
				so: both(balancersFail, checksAreLate),
			},
		],
	},
	recovering: {
		first: [
			{text: 'We are seeing recovery across services.', so: world => !dynamoDbFails(world)},
			{text: 'We are throttling some requests to aid recovery.', so: isLimited},
		],
		again: [
			{text: 'We continue to see recovery.', so: world => !dynamoDbFails(world)},
			{text: 'We are throttling some requests to aid recovery.', so: isLimited},
		],
	},
	over: {
		first: [
			{
				text: 'All services in us-east-1 have returned to normal operations. We will publish a summary.',
				so: isAllWell,
			},
		],
		again: [],
	},
} as const satisfies Readonly<Record<string, Record<'first' | 'again', readonly Sentence[]>>>;

/** For when what a story has to say is not so any more, or not yet. */
const OTHERWISE: readonly Sentence[] = [
	{text: 'Some services in us-east-1 continue to see increased error rates.', so: isAnybodyFailing},
	{text: 'We continue to monitor the recovery.', so: always},
];

/** What is published of a story in this second: no sentence that is not so. */
export function publishable(sentences: readonly Sentence[], world: World): string {
	const said = sentences.filter(({so}) => so(world)).map(({text}) => text);
	if (said.length > 0) return said.join(' ');
	return OTHERWISE.find(({so}) => so(world))?.text ?? '';
}

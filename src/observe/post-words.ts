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
				text: 'We are looking into increased error rates and latencies of several services in us-east-1.',
				so: isAnybodyFailing,
			},
		],
		again: [
			{
				text: 'We confirm increased error rates in us-east-1 and continue to look for the cause.',
				so: isAnybodyFailing,
			},
			{
				text: 'Creating support cases may fail as well.',
				so: ({support}: World) => support.output.lockedOutShare > 0.02,
			},
		],
	},
	database: {
		first: [
			{
				text: 'Requests to the DynamoDB endpoint in us-east-1 fail at a high rate.',
				so: dynamoDbFails,
			},
			{
				text: 'It seems that its name does not resolve.',
				so: both(dynamoDbFails, world => !nameAnswers(world)),
			},
			{text: 'Services built on it fail with it.', so: both(dynamoDbFails, isAnybodyFailing)},
		],
		again: [
			{text: 'Requests to the DynamoDB endpoint still fail.', so: dynamoDbFails},
			{
				text: 'Its team is at work on it.',
				so: both(dynamoDbFails, isOnTheCall('dynamodb')),
			},
		],
	},
	'database-recovering': {
		first: [
			{text: 'The DynamoDB endpoint resolves again.', so: nameAnswers},
			{text: 'Most requests to it should succeed.', so: both(nameAnswers, dynamoDbServes)},
		],
		again: [
			{
				text: 'Requests to DynamoDB succeed.',
				so: both(nameAnswers, world => !dynamoDbFails(world)),
			},
			{
				text: 'If the endpoint still does not resolve for you, flush your DNS caches.',
				so: nameAnswers,
			},
		],
	},
	launches: {
		first: [
			{
				text: 'Launches of new EC2 instances fail or are slow to be reachable.',
				so: launchesFail,
			},
			{text: 'Please leave the Availability Zone open where you can.', so: launchesFail},
			{text: 'Launch requests are limited to help recovery.', so: both(launchesFail, isLimited)},
		],
		again: [
			{
				text: 'Launches of new EC2 instances still fail or are slow to be reachable.',
				so: launchesFail,
			},
			{text: 'Launch requests are limited to help recovery.', so: both(launchesFail, isLimited)},
		],
	},
	connectivity: {
		first: [
			{
				text: 'Several services have connectivity problems; we look for the origin.',
				so: balancersFail,
			},
		],
		again: [
			{
				text: 'Some connections through load balancers still fail.',
				so: balancersFail,
			},
		],
	},
	'health-checks': {
		first: [
			{
				text: 'The connectivity problems come from the system that watches the health of load balancers.',
				so: both(balancersFail, checksAreLate),
			},
		],
		again: [
			{
				text: 'Health checks of load balancers are still late, and some connections fail.',
				so: both(balancersFail, checksAreLate),
			},
		],
	},
	recovering: {
		first: [
			{text: 'Services recover.', so: world => !dynamoDbFails(world)},
			{text: 'Some requests are limited on purpose.', so: isLimited},
		],
		again: [
			{text: 'Recovery continues.', so: world => !dynamoDbFails(world)},
			{text: 'Some requests are limited on purpose.', so: isLimited},
		],
	},
	over: {
		first: [
			{
				text: 'All services in us-east-1 operate normally again. We will publish a summary.',
				so: isAllWell,
			},
		],
		again: [],
	},
} as const satisfies Readonly<Record<string, Record<'first' | 'again', readonly Sentence[]>>>;

/** For when what a story has to say is not so any more, or not yet. */
const OTHERWISE: readonly Sentence[] = [
	{text: 'Some services in us-east-1 have increased error rates.', so: isAnybodyFailing},
	{text: 'We continue to watch the recovery.', so: always},
];

/** What is published of a story in this second: no sentence that is not so. */
export function publishable(sentences: readonly Sentence[], world: World): string {
	const said = sentences.filter(({so}) => so(world)).map(({text}) => text);
	if (said.length > 0) return said.join(' ');
	return OTHERWISE.find(({so}) => so(world))?.text ?? '';
}

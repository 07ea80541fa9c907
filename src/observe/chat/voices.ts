import {limitsKnown} from '../gauges.ts';
import type {Finding, Read, Voices} from './finding.types.ts';

const any = (...conditions: readonly boolean[]) => conditions.includes(true);

const ENACTORS = ['enactor-1', 'enactor-2', 'enactor-3'] as const;
/** Beyond these the panels call a reading worth a look, or worse. */
const APPLY_AGE_CRITICAL = limitsKnown('dns.planAge.enactor-1').crit;
const PROPAGATION_LATE = limitsKnown('network.latency').warn;
const CHECKS_LATE = limitsKnown('nlb.checkDelay').crit;

const namesEmpty = (r: Read) =>
	any(r('resolvers.customersEmpty') > 0.05, r('resolvers.prodEmpty') > 0.05);
const requestsFail = (r: Read) => r('dynamodb.customerErrors') > 0.05;

const STUCK_ENACTORS: readonly Finding[] = ENACTORS.map((enactor, index) => ({
	when: r => r(`dns.planAge.${enactor}`) > APPLY_AGE_CRITICAL,
	words: [
		`${enactor} has applied one plan for {dns.planAge.${enactor}}. I suspect that it hangs, and that what it writes next is old.`,
		`The apply age of ${enactor} stands at {dns.planAge.${enactor}}. My guess is a lock that it does not get.`,
		`${enactor} is stuck on one plan, since {dns.planAge.${enactor}}. It may be slow and nothing else.`,
	][index] as string,
}));

/** Who joins when a team is paged, and what they make of what they see. */
export const VOICES: Voices = {
	dynamodb: {
		from: 'Noor, DynamoDB on-call',
		leads: [
			{
				when: namesEmpty,
				words:
					'{resolvers.customersEmpty} of customers’ lookups and {resolvers.prodEmpty} of internal ones bring back no address. I think the fleet is well and its name is empty: ask the name first.',
			},
			{
				when: r => requestsFail(r) && r('dynamodb.trafficLost') > 0.2,
				words:
					'{dynamodb.trafficLost} of our usual requests do not arrive. I think that something in front of us drops them, the network perhaps.',
			},
			{
				when: r => requestsFail(r) && !namesEmpty(r),
				words:
					'Names answer, and {dynamodb.customerErrors} of customers’ requests fail. Everybody reconnects, {dynamodb.reconnects}: I expect it to ease by itself.',
			},
			...STUCK_ENACTORS,
			{
				when: r => r('dns.regressions') > 0,
				words:
					'Plan regressions so far: {dns.regressions}. Two Enactors write one zone, I suspect, and the slower one has the older plan.',
			},
		],
		quiet:
			'DynamoDB looks normal from here: {dynamodb.customerErrors} of customers’ requests fail, {resolvers.customersEmpty} of lookups come back empty.',
		unclear:
			'{dynamodb.customerErrors} of customers’ requests fail and {resolvers.customersEmpty} of lookups come back empty. I cannot say why yet.',
		well: 'DynamoDB serves again: {dynamodb.customerErrors} of customers’ requests fail. Thank you for the page.',
		replies: [
			{
				to: 'us-or-you',
				when: r => r('dynamodb.prodErrors') > 0.05,
				words: 'Ravi, it is us: {dynamodb.prodErrors} of internal requests to DynamoDB fail.',
			},
		],
	},
	ec2: {
		from: 'Diego, EC2 on-call',
		leads: [
			{
				when: r => r('dwfm.hostsStuck') > 20,
				words:
					'{dwfm.hostsStuck} managers are stuck: throughput {dwfm.throughput}, goodput {dwfm.goodput}. I think that they work on what is past its deadline already.',
			},
			{
				when: r => r('dwfm.queued') > 100_000,
				words:
					'The managers have {dwfm.queued} pieces of work queued and are busy. It may be no more than a lot of work, and drain.',
			},
			{
				when: r => r('dwfm.hostsCut') > 20,
				words:
					'{dwfm.hostsCut} managers cannot reach DynamoDB. I expect leases to lapse if that lasts; {dwfm.leasedShare} are held now.',
			},
			{
				when: r => r('ec2.insufficient') > 20,
				words:
					'Customers get InsufficientInstanceCapacity, {ec2.insufficient}. At first sight a zone is full.',
			},
			{
				when: r => r('dwfm.leasedShare') < 0.9,
				words:
					'Only {dwfm.leasedShare} of droplets hold a lease, and without one no host takes a launch. I would look at leases before the API.',
			},
			{
				when: r => r('ec2.limited') > 20 && r('ec2.pentUp') > 5_000,
				words:
					'A limit of ours turns away {ec2.limited}, and {ec2.pentUp} launches wait behind it. The fleet itself could take some of them, I think.',
			},
			{
				when: r => r('ec2.launchErrors') > 0.2,
				words:
					'{ec2.launchErrors} of launches fail. Leases stand at {dwfm.leasedShare}, so I suspect what the API itself depends on.',
			},
			{
				when: r => r('containers.errors') > 0.1,
				words:
					'ECS, EKS and Fargate fail {containers.errors} of their launches. I take it that they suffer from something else.',
			},
		],
		quiet:
			'EC2 looks normal: {ec2.launchErrors} of launches fail, {dwfm.leasedShare} of leases are held.',
		unclear:
			'{ec2.launchErrors} of launches fail with {dwfm.leasedShare} of leases held. Nothing of mine explains it yet.',
		well: 'Launches come through again: {ec2.launchErrors} fail, {dwfm.leasedShare} of leases are held.',
		replies: [
			{
				to: 'launches',
				when: r => r('ec2.launchErrors') > 0.2,
				words: 'Tom, it is known: {ec2.launchErrors} of launches fail on our side.',
			},
		],
	},
	network: {
		from: 'Ines, network on-call',
		leads: [
			{
				when: r => r('border.loss') > 0.01 && r('border.loss') < 0.08,
				words:
					'I see {border.loss} of packets lost, in use1-az1 alone. That makes connections slow, and I doubt that it makes much fail.',
			},
			{
				when: r => r('border.loss') > 0.01,
				words:
					'The border at use1-az1 loses {border.loss} of packets. It may well be what the others feel.',
			},
			{
				when: r => r('network.latency') > PROPAGATION_LATE && r('network.inflowShare') > 1,
				words:
					'Network state comes {network.latency} late: {network.inflow} come in and we do {network.capacity}. I think that more is launched than we can tell the network of.',
			},
			{
				when: r => r('network.latency') > PROPAGATION_LATE && r('network.inflowShare') <= 1,
				words:
					'We are {network.latency} late and catching up, {network.inflow} against {network.capacity}. I expect it to drain unless more is let in.',
			},
		],
		quiet:
			'The network is as usual: {border.loss} of packets lost at the border of use1-az1, propagation {network.latency}. If something fails, I think it is above us.',
		unclear:
			'{border.loss} of packets are lost at the border of use1-az1, and propagation takes {network.latency}. Neither is much; I keep looking.',
		well: 'On our side all is clean: {border.loss} of packets lost, propagation {network.latency}. If others still fail, it was not us.',
		replies: [
			{
				to: 'loss',
				when: r => r('border.loss') > 0.01,
				words: 'Sofia, we see it too: {border.loss} of packets, in one zone.',
			},
		],
	},
	nlb: {
		from: 'Kofi, load balancers on-call',
		leads: [
			{
				when: r => r('nlb.checkDelay') > CHECKS_LATE,
				words:
					'Our health checks run {nlb.checkDelay} late. I would not believe what they say of targets now.',
			},
			{
				when: r => r('nlb.flaps') > 5 && r('nlb.errors') > 0.002,
				words:
					'Targets fail their checks, {nlb.flaps}, and {nlb.errors} of connections break. It looks like targets that are really down.',
			},
			{
				when: r => r('nlb.youngTargets') > 500,
				words:
					'{nlb.youngTargets} registered targets have no network yet. A check calls them dead; I think that they are young.',
			},
			{
				when: r => r('nlb.zonesOut') >= 0.5,
				words:
					'Zones that failover keeps out of DNS: {nlb.zonesOut}. I suspect that it makes things worse.',
			},
			{
				when: r => r('nlb.internalErrors') > 0.02,
				words:
					'Internal load balancers break {nlb.internalErrors} of connections. Whoever sits behind one feels it first.',
			},
		],
		quiet:
			'Load balancers look normal: {nlb.errors} of connections fail, checks are {nlb.checkDelay} late.',
		unclear:
			'{nlb.errors} of connections fail, and checks are {nlb.checkDelay} late. I have no cause for it yet.',
		well: 'Checks are on time again, and {nlb.errors} of connections fail.',
		replies: [
			{
				to: 'waves',
				when: r => r('nlb.errors') > 0.02,
				words: 'Priya, it is ours: {nlb.errors} of connections through load balancers fail.',
			},
		],
	},
	lambda: {
		from: 'Yuki, Lambda on-call',
		leads: [
			{
				when: r => r('lambda.sqsPollersDown') > 0,
				words:
					'The SQS pollers are down, and their queues are {lambda.sqsBacklog} behind. They do not start again by themselves.',
			},
			{
				when: r => r('lambda.syncErrors') > 0.05,
				words:
					'{lambda.syncErrors} of synchronous calls fail. My first thought is that we are short of hosts.',
			},
			{
				when: r => r('lambda.createErrors') > 0.1,
				words:
					'{lambda.createErrors} of creates and updates fail. I suspect the store that they are written to.',
			},
			{
				when: r => r('lambda.kinesisAge') > 600,
				words:
					'Kinesis readers are {lambda.kinesisAge} behind. I think that their checkpoints cannot be written.',
			},
			{
				when: r => r('lambda.asyncBacklog') > 600,
				words: 'Asynchronous calls wait {lambda.asyncBacklog}. It should drain once calls succeed.',
			},
		],
		quiet: 'Lambda looks normal: {lambda.errors} of invocations fail, and the pollers run.',
		unclear: '{lambda.errors} of invocations fail. I see no pattern in them so far.',
		well: 'Lambda has caught up: {lambda.errors} of invocations fail.',
		replies: [],
	},
	identity: {
		from: 'Hana, identity on-call',
		leads: [
			{
				when: r => r('signIn.errors') > 0.02,
				words:
					'{signIn.errors} of console sign-ins fail, and {sts.errors} of STS calls. I suspect what we keep sessions in, not our own hosts.',
			},
			{
				when: r => any(r('sts.errors') > 0.05, r('iam.errors') > 0.05),
				words:
					'STS fails {sts.errors} of calls and IAM {iam.errors}. Our last deployment is what I look at first.',
			},
		],
		quiet: 'Sign-in looks normal: {signIn.errors} of sign-ins fail, {sts.errors} of STS calls.',
		unclear:
			'{signIn.errors} of sign-ins fail, {sts.errors} of STS calls. It is more than usual, and I do not know why.',
		well: 'Signing in works again: {signIn.errors} fail.',
		replies: [
			{
				to: 'data',
				when: r => r('signIn.errors') > 0.05,
				words: 'Tom, as far as we can see it is the way in: {signIn.errors} of sign-ins fail.',
			},
		],
	},
	redshift: {
		from: 'Pavel, Redshift on-call',
		leads: [
			{
				when: r => r('redshift.queryErrors') > 0.05,
				words:
					'{redshift.queryErrors} of queries fail. I think it is the metadata that they read first; the clusters themselves run.',
			},
			{
				when: r => r('redshift.queued') > 5,
				words:
					'{redshift.queued} node replacements are queued. It looks like hardware, many nodes at once.',
			},
			{
				when: r => r('redshift.stuck') > 15,
				words:
					'{redshift.stuck} clusters hang in modifying: their old node is gone and no new one comes. I suspect that no instance starts.',
			},
		],
		quiet:
			'Redshift looks normal: {redshift.queryErrors} of queries fail, {redshift.stuck} clusters are stuck.',
		unclear:
			'{redshift.queryErrors} of queries fail, with {redshift.stuck} clusters stuck. Too few to tell from what.',
		well: 'Queries succeed again: {redshift.queryErrors} fail, {redshift.stuck} clusters are still stuck.',
		replies: [],
	},
	support: {
		from: 'Mila, Support Center on-call',
		leads: [
			{
				when: r => r('support.lockedOut') > 0.05,
				words:
					'{support.lockedOut} of customers are turned away. I suspect that the account check answers wrongly, and not that it is silent.',
			},
			{
				when: r => r('support.lockedOut') > 0.1,
				words:
					'We turn away {support.lockedOut} of customers. The move to the other Region is what I suspect.',
			},
		],
		quiet: 'Support Center lets people in: {support.lockedOut} are turned away.',
		unclear:
			'{support.lockedOut} of customers are turned away, which is not nothing. I look into it.',
		well: 'Customers can open cases again: {support.lockedOut} are turned away.',
		replies: [],
	},
	connect: {
		from: 'Omar, Connect on-call',
		leads: [
			{
				when: r => any(r('connect.callErrors') > 0.05, r('connect.chatErrors') > 0.05),
				words:
					'{connect.callErrors} of calls and {connect.chatErrors} of chats fail. Both reach us through load balancers: I would look there.',
			},
			{
				when: r => r('connect.callErrors') > 0.05,
				words: '{connect.callErrors} of calls fail. A carrier, perhaps; I ask ours.',
			},
		],
		quiet:
			'Connect looks normal: {connect.callErrors} of calls fail, {connect.chatErrors} of chats.',
		unclear:
			'{connect.callErrors} of calls fail, and {connect.chatErrors} of chats. Where they fail I do not see yet.',
		well: 'Connect answers again: {connect.callErrors} of calls fail.',
		replies: [],
	},
};

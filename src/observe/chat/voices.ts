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
		`${enactor} has applied one plan for {dns.planAge.${enactor}}. I suspect it is hung, and that what it writes next will be stale.`,
		`The apply age of ${enactor} stands at {dns.planAge.${enactor}}. My guess is a lock that it cannot get.`,
		`${enactor} is stuck on one plan, since {dns.planAge.${enactor}}. It may just be slow.`,
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
					'{resolvers.customersEmpty} of customers’ lookups and {resolvers.prodEmpty} of internal ones bring back no address. I think the fleet is healthy and its name is empty: query the name first.',
			},
			{
				when: r => requestsFail(r) && r('dynamodb.trafficLost') > 0.2,
				words:
					'{dynamodb.trafficLost} of our usual requests are not arriving. I think something in front of us is dropping them, maybe the network.',
			},
			{
				when: r => requestsFail(r) && !namesEmpty(r),
				words:
					'Names answer, and {dynamodb.customerErrors} of customers’ requests fail. Everybody reconnects, {dynamodb.reconnects}: I expect it to ease off by itself.',
			},
			...STUCK_ENACTORS,
			{
				when: r => r('dns.regressions') > 0,
				words:
					'Plan regressions so far: {dns.regressions}. I suspect that two Enactors are writing one zone, and the slower one has the older plan.',
			},
		],
		quiet:
			'DynamoDB looks normal from here: {dynamodb.customerErrors} of customers’ requests fail, {resolvers.customersEmpty} of lookups come back empty.',
		unclear:
			'{dynamodb.customerErrors} of customers’ requests fail and {resolvers.customersEmpty} of lookups come back empty. I cannot say why yet.',
		well: 'DynamoDB is serving again: {dynamodb.customerErrors} of customers’ requests fail. Thank you for the page.',
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
					'{dwfm.hostsStuck} managers are stuck: throughput {dwfm.throughput}, goodput {dwfm.goodput}. I think they are working on items already past their deadline.',
			},
			{
				when: r => r('dwfm.queued') > 100_000,
				words:
					'The managers have {dwfm.queued} items queued and are busy. It may just be a lot of work, and drain.',
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
					'One of our limits is turning away {ec2.limited}, and {ec2.pentUp} launches wait behind it. The fleet itself could take some of them, I think.',
			},
			{
				when: r => r('ec2.launchErrors') > 0.2,
				words:
					'{ec2.launchErrors} of launches fail. Leases stand at {dwfm.leasedShare}, so I suspect what the API itself depends on.',
			},
			{
				when: r => r('containers.errors') > 0.1,
				words:
					'ECS, EKS and Fargate fail {containers.errors} of their launches. I take it they are downstream of something else.',
			},
		],
		quiet:
			'EC2 looks normal: {ec2.launchErrors} of launches fail, {dwfm.leasedShare} of leases are held.',
		unclear:
			'{ec2.launchErrors} of launches fail with {dwfm.leasedShare} of leases held. Nothing on my side explains it yet.',
		well: 'Launches are going through again: {ec2.launchErrors} fail, {dwfm.leasedShare} of leases are held.',
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
					'I see {border.loss} of packets lost, in use1-az1 alone. That slows connections; I doubt it makes much fail.',
			},
			{
				when: r => r('border.loss') > 0.01,
				words:
					'The border at use1-az1 loses {border.loss} of packets. It may well be what the others are seeing.',
			},
			{
				when: r => r('network.latency') > PROPAGATION_LATE && r('network.inflowShare') > 1,
				words:
					'Network state is {network.latency} late: {network.inflow} come in and we do {network.capacity}. I think more is being launched than we can propagate.',
			},
			{
				when: r => r('network.latency') > PROPAGATION_LATE && r('network.inflowShare') <= 1,
				words:
					'We are {network.latency} late and catching up, {network.inflow} against {network.capacity}. I expect it to drain unless more is let in.',
			},
		],
		quiet:
			'The network looks normal: {border.loss} of packets lost at the border of use1-az1, propagation {network.latency}. If something is failing, I think it is above us.',
		unclear:
			'{border.loss} of packets are lost at the border of use1-az1, and propagation takes {network.latency}. Neither is much; still looking.',
		well: 'All clean on our side: {border.loss} of packets lost, propagation {network.latency}. If others still fail, it was not us.',
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
					'Our health checks run {nlb.checkDelay} late. I would not trust what they say about targets right now.',
			},
			{
				when: r => r('nlb.flaps') > 5 && r('nlb.errors') > 0.002,
				words:
					'Targets fail their checks, {nlb.flaps}, and {nlb.errors} of connections fail. It looks like targets that are really down.',
			},
			{
				when: r => r('nlb.youngTargets') > 500,
				words:
					'{nlb.youngTargets} registered targets have no network yet. The checks call them dead; I think they are just new.',
			},
			{
				when: r => r('nlb.zonesOut') >= 0.5,
				words:
					'Zones that failover is keeping out of DNS: {nlb.zonesOut}. I suspect it is making things worse.',
			},
			{
				when: r => r('nlb.internalErrors') > 0.02,
				words:
					'Internal load balancers are dropping {nlb.internalErrors} of connections. Whoever is behind one feels it first.',
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
					'The SQS pollers are down, and their queues are {lambda.sqsBacklog} behind. They do not restart by themselves.',
			},
			{
				when: r => r('lambda.syncErrors') > 0.05,
				words:
					'{lambda.syncErrors} of synchronous calls fail. My first thought is that we are short of hosts.',
			},
			{
				when: r => r('lambda.createErrors') > 0.1,
				words:
					'{lambda.createErrors} of creates and updates fail. I suspect the store they are written to.',
			},
			{
				when: r => r('lambda.kinesisAge') > 600,
				words:
					'Kinesis readers are {lambda.kinesisAge} behind. I think they cannot write their checkpoints.',
			},
			{
				when: r => r('lambda.asyncBacklog') > 600,
				words:
					'Asynchronous calls are waiting {lambda.asyncBacklog}. It should drain once calls succeed.',
			},
		],
		quiet: 'Lambda looks normal: {lambda.errors} of invocations fail, and the pollers run.',
		unclear: '{lambda.errors} of invocations fail. No pattern so far.',
		well: 'Lambda answers again: {lambda.errors} of invocations fail.',
		replies: [],
	},
	identity: {
		from: 'Hana, identity on-call',
		leads: [
			{
				when: r => r('signIn.errors') > 0.02,
				words:
					'{signIn.errors} of console sign-ins fail, and {sts.errors} of STS calls. I suspect the store we keep sessions in, not our own hosts.',
			},
			{
				when: r => any(r('sts.errors') > 0.05, r('iam.errors') > 0.05),
				words:
					'STS is failing {sts.errors} of calls and IAM {iam.errors}. I am looking at our last deployment first.',
			},
		],
		quiet: 'Sign-in looks normal: {signIn.errors} of sign-ins fail, {sts.errors} of STS calls.',
		unclear:
			'{signIn.errors} of sign-ins fail, {sts.errors} of STS calls. That is more than usual, and I do not know why.',
		well: 'Sign-in works again: {signIn.errors} fail.',
		replies: [
			{
				to: 'data',
				when: r => r('signIn.errors') > 0.05,
				words: 'Tom, as far as we can see it is the sign-in: {signIn.errors} of sign-ins fail.',
			},
		],
	},
	redshift: {
		from: 'Pavel, Redshift on-call',
		leads: [
			{
				when: r => r('redshift.queryErrors') > 0.05,
				words:
					'{redshift.queryErrors} of queries fail. I think it is the metadata they read first; the clusters themselves are running.',
			},
			{
				when: r => r('redshift.queued') > 5,
				words:
					'{redshift.queued} node replacements are queued. It looks like hardware, many nodes at once.',
			},
			{
				when: r => r('redshift.stuck') > 15,
				words:
					'{redshift.stuck} clusters are stuck in modifying: the old node is gone and no new one comes. I suspect that no instance starts.',
			},
		],
		quiet:
			'Redshift looks normal: {redshift.queryErrors} of queries fail, {redshift.stuck} clusters are stuck.',
		unclear:
			'{redshift.queryErrors} of queries fail, with {redshift.stuck} clusters stuck. Too few to tell why.',
		well: 'Queries succeed again: {redshift.queryErrors} fail, {redshift.stuck} clusters are still stuck.',
		replies: [],
	},
	support: {
		from: 'Mila, Support Center on-call',
		leads: [
			{
				when: r => r('support.lockedOut') > 0.05,
				words:
					'{support.lockedOut} of customers are turned away. I suspect the account check is giving wrong answers, not that it is down.',
			},
			{
				when: r => r('support.lockedOut') > 0.1,
				words:
					'We are turning away {support.lockedOut} of customers. I suspect the move to the other Region.',
			},
		],
		quiet: 'Support Center is letting people in: {support.lockedOut} are turned away.',
		unclear:
			'{support.lockedOut} of customers are turned away, which is not nothing. Looking into it.',
		well: 'Customers can open cases again: {support.lockedOut} are turned away.',
		replies: [],
	},
	connect: {
		from: 'Omar, Connect on-call',
		leads: [
			{
				when: r => any(r('connect.callErrors') > 0.05, r('connect.chatErrors') > 0.05),
				words:
					'{connect.callErrors} of calls and {connect.chatErrors} of chats fail. Both reach us through load balancers: I would look there first.',
			},
			{
				when: r => r('connect.callErrors') > 0.05,
				words: '{connect.callErrors} of calls fail. Maybe a carrier; I am asking ours.',
			},
		],
		quiet:
			'Connect looks normal: {connect.callErrors} of calls fail, {connect.chatErrors} of chats.',
		unclear:
			'{connect.callErrors} of calls fail, and {connect.chatErrors} of chats. I cannot see yet where they fail.',
		well: 'Connect is answering again: {connect.callErrors} of calls fail.',
		replies: [],
	},
};

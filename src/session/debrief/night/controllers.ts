import {limitsKnown, quantity} from '../../../observe/index.ts';
import type {World} from '../../../sim/index.ts';
import {pausedReader} from '../../goals/index.ts';
import type {Loop} from './night.types.ts';
import {FAILING} from './systems-hit.ts';

/** A loop as it stands in every run, and what is asked of the Region about it. */
export type Controller = Pick<Loop, 'id' | 'name' | 'senses' | 'believes' | 'does' | 'really'> & {
	/** What it goes by is not so. */
	readonly isWrong: (world: World) => boolean;
	/** What it goes by was so, and no longer is. */
	readonly isLate: (world: World) => boolean;
	/** Somebody has taken its place, or holds it back. */
	readonly isByHand: (world: World) => boolean;
	/** Whether it goes on by itself even so. */
	readonly goesOn?: true;
	/** How far it went; the most of it is told. */
	readonly came: (world: World) => number;
	readonly cameWords: (most: number) => string;
};

/** As the panels and the alarms have it: what is less is how a good night looks. */
const PLAN_OLD_SECONDS = limitsKnown('dns.planAge.enactor-1').crit;
const CHECKS_LATE_SECONDS = limitsKnown('nlb.checkDelay').crit;
const NETWORK_LATE_SECONDS = limitsKnown('network.latency').warn;
const METRICS_LATE_SECONDS = 180;
const HOSTS_CUT = 5;
const ZONES_OUT = 0.1;
const LAUNCHES_FAILING = 0.9;

const never = () => false;

/** From the first cause to whoever looks on. */
export const CONTROLLERS: readonly Controller[] = [
	{
		id: 'enactors',
		name: 'DNS Enactors',
		senses: 'which plan is newest, once, when they take it up',
		believes: 'that it is still the newest when they write it',
		does: 'point names at it, and delete the trees of old plans',
		really: 'newer plans were live, and what they deleted was in use',
		isWrong: ({dns}) => dns.output.empties.some(each => each > 0),
		isLate: ({dns}) =>
			dns.output.enactors.some(({passAgeSeconds}) => passAgeSeconds > PLAN_OLD_SECONDS),
		isByHand: pausedReader('dns-automation'),
		came: ({dns}) => dns.output.regressions,
		cameWords: most => `${quantity(most, 'count')} times an older plan over a newer one`,
	},
	{
		id: 'caches',
		name: 'Resolvers of customers',
		senses: 'an answer without error and without an address',
		believes: 'that there is none, for as long as the zone says',
		does: 'answer so out of their cache',
		really: 'the name had its addresses again',
		isWrong: ({dns, resolvers}) =>
			(dns.output.answers[0] ?? 0) > 0 && resolvers.output.customersEmpty > FAILING,
		isLate: never,
		isByHand: never,
		came: ({dns, resolvers}) =>
			(dns.output.answers[0] ?? 0) > 0 ? resolvers.output.customersEmpty : 0,
		cameWords: most => `${quantity(most, 'share')} of look-ups empty after the repair`,
	},
	{
		id: 'managers',
		name: 'Droplet managers (DWFM)',
		senses: 'state checks, each of which needs DynamoDB',
		believes: 'that a server which cannot be checked cannot be used',
		does: 'let leases lapse, then ask for all of them at once',
		really: 'the servers ran, and what is asked for all at once can be dead before it is done',
		isWrong: ({dwfm}) => dwfm.output.hostsCut > HOSTS_CUT,
		isLate: ({dwfm}) => dwfm.output.oldestSeconds > dwfm.deadlineSeconds,
		isByHand: ({dwfm}) => dwfm.gatePerSecond !== null,
		goesOn: true,
		came: ({dwfm}) => dwfm.output.broken,
		cameWords: most => `${quantity(most, 'count')} leases broken at most`,
	},
	{
		id: 'admission',
		name: 'Admission of launches',
		senses: 'leased droplets with room',
		believes: 'that what is placed will be of use',
		does: 'let launches in',
		really: 'Network Manager got more than it could do, and nobody told the API',
		isWrong: ({network: {output}, launches}) =>
			output.inflowPerSecond > output.capacityPerSecond && launches.launchCap.kind === 'none',
		isLate: never,
		isByHand: ({launches}) => launches.launchCap.kind !== 'none',
		came: ({network}) => network.output.latencySeconds,
		cameWords: most => `${quantity(most, 'seconds')} at most until a new instance had a network`,
	},
	{
		id: 'failover',
		name: 'NLB health checks and failover',
		senses: 'whether a target answers its check, in time',
		believes: 'that one that does not is dead',
		does: 'take targets out, then zones',
		really: 'the targets were new and had no network yet, or the check itself was late',
		isWrong: ({nlb: {output}, network}) =>
			output.zonesOut > ZONES_OUT &&
			(output.checkDelaySeconds > CHECKS_LATE_SECONDS ||
				network.output.latencySeconds > NETWORK_LATE_SECONDS),
		isLate: ({nlb}) => nlb.output.checkDelaySeconds > CHECKS_LATE_SECONDS,
		isByHand: ({nlb}) => !nlb.output.failoverOn || nlb.registrationHeld,
		came: ({nlb}) => nlb.output.zonesOut,
		cameWords: most => `${most.toFixed(1)} of 3 zones of a balancer out of DNS at most`,
	},
	{
		id: 'pollers',
		name: 'Lambda’s SQS pollers',
		senses: 'nothing: who has stopped reports nothing',
		believes: 'that no news is no work',
		does: 'leave the queues unread',
		really: 'the store was back, and the queues grew',
		isWrong: ({lambda, dynamodb}) =>
			lambda.output.sqsPollersDown && dynamodb.output.prodErrors < FAILING,
		isLate: never,
		isByHand: never,
		came: ({lambda}) => lambda.output.sqsBacklogSeconds,
		cameWords: most => `SQS sources ${quantity(most, 'seconds')} behind at most`,
	},
	{
		id: 'replacement',
		name: 'Redshift’s node replacement',
		senses: 'credentials that have run out',
		believes: 'that the node is dead',
		does: 'put its cluster into modifying, and ask EC2 for another node',
		really: 'the credential would have come back, and there was no node to be had',
		isWrong: ({redshift: {output}, launches}) =>
			output.replacementsQueued > 0 && launches.output.successShare < LAUNCHES_FAILING,
		isLate: never,
		isByHand: pausedReader('redshift-replacement'),
		came: ({redshift}) => redshift.output.clustersStuck,
		cameWords: most => `${quantity(most, 'count')} clusters stuck at most`,
	},
	{
		id: 'support',
		name: 'Support’s account check',
		senses: 'an answer in the right form, from the copy it failed over to',
		believes: 'that “invalid” is about the customer',
		does: 'turn the customer away',
		really: 'the copy was wrong',
		isWrong: ({support: {output}}) => output.answer === 'invalid',
		isLate: never,
		isByHand: ({support}) => support.bypassed,
		came: ({support}) => support.output.lockedOutShare,
		cameWords: most => `${quantity(most, 'share')} of customers locked out at most`,
	},
	{
		id: 'people',
		name: 'The people on the call',
		senses: 'metrics, when they arrive',
		believes: 'that the screen is the Region',
		does: 'command what the screen asks for',
		really: 'the metrics were old, or could not be asked for at all',
		isWrong: ({identity}) => identity.output.operator === 'failing',
		isLate: ({telemetry}) => telemetry.output.metricDelaySeconds > METRICS_LATE_SECONDS,
		isByHand: never,
		came: ({telemetry}) => telemetry.output.metricDelaySeconds,
		cameWords: most => `metrics ${quantity(most, 'seconds')} late at most`,
	},
];

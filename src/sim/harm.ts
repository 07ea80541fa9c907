import {castOf, isLived, type Cast} from './cast.ts';
import {DEPENDENT_TABLE, type Dependency} from './dependents/index.ts';
import {elsewhereOf} from './launches/index.ts';
import type {SubsystemName} from './subsystems.ts';
import type {HarmMeter, World} from './world.types.ts';

export type HarmPart = {
	readonly id: string;
	/** The subsystem that counts by it. */
	readonly of: SubsystemName;
	readonly what: string;
	/** How much a minute without this system counts, over a minute without DynamoDB. */
	readonly weight: number;
	/** Share of what customers want of it in this second and do not get, 0..1. */
	readonly rate: (world: World) => number;
};

/** What a system counts for its own customers' sake, over DynamoDB, however little rests on it. */
const OWN_WEIGHT = 0.1;

/**
 * A system weighs what rests on it: the needs that the 142 services have of it, over those they have of
 * DynamoDB, and a tenth at least. A cause is told once for itself and once, lighter, for each system that it
 * takes along: the weights say how much lighter.
 */
function weightOf(...systems: readonly Dependency[]): number {
	const own = systems.reduce((sum, system) => sum + needsOf(system), 0);
	return Math.max(OWN_WEIGHT, own / needsOf('dynamodb'));
}

function needsOf(system: Dependency): number {
	return DEPENDENT_TABLE.reduce((sum, [, , , needs]) => sum + (needs[system] ?? 0), 0);
}

/**
 * What customers lose, system by system, in minutes of total outage. Each second's wants are judged in that
 * second: whoever gave up has been counted when they went unserved, and catching up earns nothing, so that
 * recovering later can never look better. Nothing is summed from a stock that could be full.
 */
export const HARM_PARTS: readonly HarmPart[] = [
	{
		id: 'dynamodb',
		of: 'dynamodb',
		what: 'DynamoDB requests that fail',
		weight: weightOf('dynamodb'),
		rate: world => world.dynamodb.output.customerErrors,
	},
	{
		id: 'ec2',
		of: 'launches',
		what: 'instances that do not start, or whose network comes too late to be of use',
		weight: weightOf('ec2', 'network'),
		rate: launchesMissed,
	},
	{
		id: 'nlb',
		of: 'nlb',
		what: 'connections through load balancers that fail',
		weight: weightOf('nlb'),
		rate: world => world.nlb.output.customerErrors,
	},
	{
		id: 'lambda',
		of: 'lambda',
		what: 'Lambda invocations that fail',
		weight: weightOf('lambda'),
		rate: world => world.lambda.output.errors,
	},
	{
		id: 'containers',
		of: 'containers',
		what: 'containers that do not start, or do not run',
		weight: weightOf('containers'),
		rate: ({containers: {output}}) => 1 - (1 - output.launchErrors) * output.runningShare,
	},
	{
		id: 'access',
		of: 'identity',
		what: 'STS, IAM and sign-in requests that fail, a third each',
		weight: weightOf('sts', 'iam'),
		rate: ({identity: {output}}) => (output.stsErrors + output.iamErrors + output.signInErrors) / 3,
	},
	{
		id: 'sqs',
		of: 'telemetry',
		what: 'SQS requests that fail',
		weight: weightOf('sqs'),
		rate: world => world.telemetry.output.sqsErrors,
	},
	{
		id: 'cloudwatch',
		of: 'telemetry',
		what: 'metrics that never arrive',
		weight: weightOf('cloudwatch'),
		rate: world => world.telemetry.output.metricLossShare,
	},
	{
		id: 'support',
		of: 'support',
		what: 'customers whom Support Center locks out',
		weight: weightOf('support'),
		rate: world => world.support.output.lockedOutShare,
	},
	{
		id: 'connect',
		of: 'connect',
		what: 'Connect calls and chats that fail, half each',
		weight: weightOf('connect'),
		rate: ({connect: {output}}) => (output.callErrors + output.chatErrors) / 2,
	},
	{
		id: 'redshift',
		of: 'redshift',
		what: 'Redshift queries that fail',
		weight: weightOf('redshift'),
		rate: world => world.redshift.output.queryErrors,
	},
	{
		id: 'global-tables',
		of: 'dynamodb',
		what: 'replicas of global tables in other Regions, by how far behind they are',
		weight: OWN_WEIGHT,
		rate: world => world.dynamodb.output.replicasLateShare,
	},
	{
		id: 'border',
		of: 'border',
		what: 'packets lost at the border network',
		weight: OWN_WEIGHT,
		rate: world => world.border.output.packetLossShare,
	},
	{
		id: 'our-requests',
		of: 'customer',
		what: 'requests of our users that are not done: failed, or shed by their worth',
		weight: 1,
		rate: world => world.customer.output.errors,
	},
	{
		id: 'our-jobs',
		of: 'customer',
		what: 'jobs of ours that do not run when they come',
		weight: 0.2,
		rate: world => world.customer.output.jobsMissed,
	},
	{
		id: 'our-data',
		of: 'customer',
		what: 'requests that our standby answers with old data',
		weight: 0.3,
		rate: world => world.customer.output.staleShare,
	},
	{
		id: 'our-silence',
		of: 'customer',
		what: 'requests that fail while our users have heard nothing for half an hour',
		weight: OWN_WEIGHT,
		rate: world => world.customer.output.untoldShare,
	},
];

/** Written out of the table because it is asked every second. */
function launchesMissed(world: World): number {
	const wanted = world.launches.output.demandPerSecond;
	const started = Math.min(1, world.dwfm.output.startedPerSecond / wanted);
	const missed = 1 - started * world.network.output.usableShare;
	const {goneShare, errors} = elsewhereOf(world, world.derived.setups.launches.parameters);
	return goneShare === 0 ? missed : (1 - goneShare) * missed + goneShare * errors;
}

/** A guest's parts come last, and only its nights have a place for them. */
export function createHarm(cast: Cast): HarmMeter {
	return {minutes: new Float64Array(HARM_PARTS.filter(({of}) => isLived(of, cast)).length)};
}

export function stepHarm(world: World): void {
	const {minutes} = world.harm;
	for (let index = 0; index < minutes.length; index++) {
		minutes[index] = minutes[index]! + HARM_PARTS[index]!.rate(world) / 60;
	}
}

export type Harm = {
	/** Minutes of total outage of DynamoDB that this would come to: the sum of the parts. */
	readonly total: number;
	/** What each system adds to the total: its own minutes of total outage times its weight. */
	readonly parts: Readonly<Record<string, number>>;
};

/** What the cast of a night has come to lose; what others lost is not its matter. */
export function harmOf(world: World): Harm {
	let total = 0;
	const parts: Record<string, number> = {};
	const cast = castOf(world);
	for (const [index, {id, of, weight}] of HARM_PARTS.entries()) {
		if (!cast.includes(of)) continue;
		const minutes = weight * world.harm.minutes[index]!;
		parts[id] = minutes;
		total += minutes;
	}
	return {total, parts};
}

import {castOf, isLived, type Cast} from './cast.ts';
import {assert, tick, type Tick} from './kernel/index.ts';
import type {SubsystemName} from './subsystems.ts';
import type {MilestoneClock, World} from './world.types.ts';

export type Milestone = {
	readonly id: string;
	/** Whose it is: a night without it does not tell of it. */
	readonly of: SubsystemName;
	readonly what: string;
	/** When it came on the day, PDT (canon 1.1); null where nobody can say. */
	readonly real: string | null;
	/** What must have come before. */
	readonly after: string | null;
	/** How long the condition must hold; the milestone is the moment it began to, unless `atEnd`. */
	readonly forSeconds: number;
	readonly atEnd?: boolean;
	/** Whether it is taken back when the condition fails later: the last such moment counts. */
	readonly last?: boolean;
	readonly holds: (world: World) => boolean;
};

const FAILING = 0.002;

/** One thing that a milestone waits for, so that it can be named while it is missing. */
export type Need = {readonly id: NeedId; readonly holds: (world: World) => boolean};
export type NeedId =
	| 'throttles-off'
	| 'none-limited'
	| 'launches-succeed'
	| 'dynamodb-serves'
	| 'leases-held'
	| 'network-prompt'
	| 'balancers-serve'
	| 'failover-on'
	| 'lambda-serves'
	| 'containers-start'
	| 'name-answers';

const EC2_NEEDS: readonly Need[] = [
	{id: 'throttles-off', holds: ({launches: {output}}) => !output.throttled},
	{
		id: 'none-limited',
		holds: ({launches: {output}}) => output.limitedPerSecond < 0.01 * output.demandPerSecond,
	},
	{id: 'launches-succeed', holds: ({launches: {output}}) => output.successShare > 0.99},
];

/** What the milestones wait for that are made of several things. */
export const NEEDS: Readonly<Record<'ec2-normal' | 'event-over', readonly Need[]>> = {
	'ec2-normal': EC2_NEEDS,
	'event-over': [
		...EC2_NEEDS,
		{id: 'dynamodb-serves', holds: world => world.dynamodb.output.customerErrors < FAILING},
		{id: 'leases-held', holds: world => world.dwfm.output.leasedShare >= 0.999},
		{id: 'network-prompt', holds: world => world.network.output.latencySeconds < 60},
		{id: 'balancers-serve', holds: world => world.nlb.output.customerErrors < FAILING},
		{id: 'failover-on', holds: world => world.nlb.output.failoverOn},
		{id: 'lambda-serves', holds: world => world.lambda.output.errors < 0.01},
		{id: 'containers-start', holds: world => world.containers.output.launchErrors < 0.01},
		{id: 'name-answers', holds: world => (world.dns.output.answers[0] ?? 0) > 0},
	],
};

/** The twelve moments by which a run is laid beside the record. Definitions are ours (model 6). */
export const MILESTONES: readonly Milestone[] = [
	{
		id: 'record-empty',
		of: 'dns',
		what: 'the regional name answers with zero addresses',
		real: '23:48',
		after: null,
		forSeconds: 0,
		holds: world => world.dns.output.answers[0] === 0,
	},
	{
		id: 'leases-lapsed',
		of: 'dwfm',
		what: '95 % of droplet leases have lapsed',
		real: '02:24',
		after: 'record-empty',
		forSeconds: 0,
		holds: world => world.dwfm.output.leasedShare < 0.05,
	},
	{
		id: 'dynamodb-recovered',
		of: 'dynamodb',
		what: 'fewer than 0.2 % of DynamoDB requests fail',
		real: '02:40',
		after: 'record-empty',
		forSeconds: 60,
		holds: world =>
			(world.dns.output.answers[0] ?? 0) > 0 && 1 - world.dynamodb.output.requestsShare < FAILING,
	},
	{
		id: 'all-leases',
		of: 'dwfm',
		what: 'leases are held on 99.9 % of droplets again',
		real: '05:28',
		after: 'dynamodb-recovered',
		forSeconds: 60,
		holds: world => world.dwfm.output.leasedShare >= 0.999,
	},
	{
		id: 'launches-succeed',
		of: 'launches',
		what: 'for ten minutes nine in ten of admitted launches succeed, and they are a tenth of demand or more',
		real: '05:28',
		after: 'dynamodb-recovered',
		forSeconds: 600,
		holds: launchesSucceed,
	},
	{
		id: 'nlb-errors-start',
		of: 'nlb',
		what: 'more than 0.2 % of connections through load balancers fail',
		real: '05:30',
		after: 'record-empty',
		forSeconds: 0,
		holds: world => world.nlb.output.customerErrors > FAILING,
	},
	{
		id: 'network-latency-elevated',
		of: 'network',
		what: 'network state takes longer than ten minutes to reach a new instance',
		real: '06:21',
		after: 'record-empty',
		forSeconds: 0,
		holds: world => world.network.output.latencySeconds > 600,
	},
	{
		id: 'health-checks-degraded',
		of: 'nlb',
		what: 'load balancer health checks are more than ten seconds late',
		real: '06:52',
		after: 'record-empty',
		forSeconds: 0,
		holds: world => world.nlb.output.checkDelaySeconds > 10,
	},
	{
		id: 'nlb-errors-end',
		of: 'nlb',
		what: 'load balancer errors are gone for half an hour',
		real: '09:36',
		after: 'nlb-errors-start',
		forSeconds: 1_800,
		last: true,
		holds: world => world.nlb.output.customerErrors < FAILING,
	},
	{
		id: 'network-normal',
		of: 'network',
		what: 'network state arrives within a minute for ten minutes',
		real: '10:36',
		after: 'network-latency-elevated',
		forSeconds: 600,
		holds: world => world.network.output.latencySeconds < 60,
	},
	{
		id: 'ec2-normal',
		of: 'launches',
		what: 'no launch throttle stands and launches succeed for ten minutes',
		real: '13:50',
		after: 'all-leases',
		forSeconds: 600,
		holds: ec2IsNormal,
	},
	{
		id: 'event-over',
		of: 'incidentCall',
		what: 'everything has been healthy for ten minutes, with failover on',
		real: '14:20',
		after: 'record-empty',
		forSeconds: 600,
		atEnd: true,
		holds: everythingIsWell,
	},
	{
		id: 'our-first-errors',
		of: 'customer',
		what: 'more than 5 % of what our users want is not done',
		real: null,
		after: null,
		forSeconds: 60,
		holds: world => world.customer.output.errors > 0.05,
	},
	{
		id: 'we-cannot-scale',
		of: 'customer',
		what: 'for ten minutes we lack a tenth of the servers that we want, and half of our launches fail',
		real: null,
		after: null,
		forSeconds: 600,
		holds: ({customer: {output}}) => output.serversMissing > 0.1 && output.launchErrors > 0.5,
	},
	{
		id: 'our-own-collapse',
		of: 'customer',
		what: 'for five minutes a fifth of what our users want is not done, and DynamoDB is well',
		real: null,
		after: 'our-first-errors',
		forSeconds: 300,
		holds: ({customer: {output}}) => output.errors > 0.2 && output.awsErrors < FAILING,
	},
	{
		id: 'we-are-well',
		of: 'customer',
		what: 'for ten minutes everybody is let in, served at home, and no job waits',
		real: null,
		after: 'our-first-errors',
		forSeconds: 600,
		last: true,
		holds: ({customer: {output}}) =>
			output.errors < 0.01 &&
			output.shedShare === 0 &&
			output.awayShare < 0.01 &&
			output.jobsWaitingSeconds < 60,
	},
];

const INDEX = new Map(MILESTONES.map(({id}, index) => [id, index]));
const AFTER = MILESTONES.map(({after}) => (after === null ? -1 : (INDEX.get(after) ?? -1)));
const EVENT_OVER = INDEX.get('event-over')!;

/** A guest's milestones come last, and only its nights have a place for them. */
export function createMilestones(cast: Cast): MilestoneClock {
	const {length} = MILESTONES.filter(({of}) => isLived(of, cast));
	return {
		reachedAt: new Int32Array(length).fill(-1),
		holdsSince: new Int32Array(length).fill(-1),
	};
}

/** Notes the milestones that this second completes, and ends the run when the event is over or out of time. */
export function stepMilestones(world: World): void {
	const {reachedAt} = world.milestones;
	for (let index = 0; index < reachedAt.length; index++) {
		const after = AFTER[index]!;
		const milestone = MILESTONES[index]!;
		const isOpen = reachedAt[index] === -1 || milestone.last === true;
		if (isOpen && (after === -1 || reachedAt[after] !== -1)) follow(world, milestone, index);
	}
	if (world.settings.rules?.judgedElsewhere === true) return;
	if (reachedAt[EVENT_OVER] !== -1) {
		endRun(world, true, 'The event is over: everything is healthy again.');
	} else if (world.now >= world.settings.limit) {
		endRun(world, false, 'The shift ended and the event did not.');
	}
}

/** No second follows this one. */
export function endRun(world: World, won: boolean, why: string): void {
	assert(world.ending === null, 'a run ends once');
	world.ending = {at: world.now, won, why};
}

function follow(world: World, milestone: Milestone, index: number): void {
	const {reachedAt, holdsSince} = world.milestones;
	if (!milestone.holds(world)) {
		holdsSince[index] = -1;
		reachedAt[index] = -1;
		return;
	}
	if (holdsSince[index] === -1) holdsSince[index] = world.now;
	const since = holdsSince[index]!;
	if (world.now - since < milestone.forSeconds) return;
	reachedAt[index] = milestone.atEnd === true ? world.now : since;
}

/** When a milestone was reached, or null. */
export function milestoneAt(world: World, id: string): Tick | null {
	const at = world.milestones.reachedAt[INDEX.get(id) ?? -1] ?? -1;
	return at === -1 ? null : tick(at);
}

/** Reads whether a milestone stands as reached, for those who ask every second. */
export function milestoneReader(id: string): (world: World) => boolean {
	const index = INDEX.get(id) ?? -1;
	return ({milestones}) => (milestones.reachedAt[index] ?? -1) !== -1;
}

/** For how many seconds what a milestone waits for has held without a break; 0 while it does not. */
export function milestoneHeldSeconds(world: World, id: string): number {
	const since = world.milestones.holdsSince[INDEX.get(id) ?? -1] ?? -1;
	return since === -1 ? 0 : world.now - since;
}

/** The milestones of the night's cast. */
export function milestonesOf(world: World): readonly {
	readonly id: string;
	readonly what: string;
	readonly real: string | null;
	readonly at: Tick | null;
}[] {
	const cast = castOf(world);
	return MILESTONES.filter(({of}) => cast.includes(of)).map(({id, what, real}) => ({
		...{id, what, real},
		at: milestoneAt(world, id),
	}));
}

function launchesSucceed(world: World): boolean {
	const {startedPerSecond} = world.dwfm.output;
	const {admittedPerSecond, demandPerSecond} = world.launches.output;
	// Beyond the hour's demand it is the herd that asks, and places run out before it is through.
	const fair = Math.min(admittedPerSecond, demandPerSecond);
	return startedPerSecond > 0.1 * demandPerSecond && startedPerSecond > 0.9 * fair;
}

function ec2IsNormal(world: World): boolean {
	return NEEDS['ec2-normal'].every(({holds}) => holds(world));
}

function everythingIsWell(world: World): boolean {
	return (
		milestoneAt(world, 'ec2-normal') !== null &&
		NEEDS['event-over'].every(({holds}) => holds(world))
	);
}

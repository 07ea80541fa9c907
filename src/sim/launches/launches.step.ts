import {assert, enter, troubleOf, type StepContext, type Setup} from '../kernel/index.ts';
import {keepPace} from './cap.ts';
import {leftHere} from './elsewhere.ts';
import {DEMAND_SURGE} from './launches.faults.ts';
import {placementMachine, throttleMachine} from './launches.machine.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs, LaunchesOutput, PlacementWord} from './launches.types.ts';
import {requestLaunches} from './requests.ts';
import {releaseTerminations} from './terminations.ts';
import {giveUpUnreachable} from './unreachable.ts';

type LaunchesConditions = Setup<LaunchesParameters>;

/** How often a throttled API sums up what it turned away. */
const SUMMARY_SECONDS = 600;

export function createLaunches(setup: LaunchesConditions, ctx: StepContext): Launches {
	return {
		throttle: enter(throttleMachine, 'launches/throttle', ctx),
		terminationThrottle: enter(throttleMachine, 'launches/termination-throttle', ctx),
		placement: enter(placementMachine, 'launches/placement', ctx),
		placesShort: false,
		told: 'placing',
		launchCap: {kind: 'none', value: 0},
		terminationCap: {kind: 'none', value: 0},
		pace: 1,
		pentUp: 0,
		inWorkflow: 0,
		settling: setup.parameters.demandPerSecond * setup.parameters.workflowSeconds,
		terminationsHeld: 0,
		unreachable: 0,
		relaunchesAsked: 0,
		arrived: 0,
		started: 0,
		givenUp: 0,
		terminationsAsked: 0,
		terminationsReleased: 0,
		output: firstOutput(setup.parameters),
	};
}

/** One second of the launch API: who asks, who is let in, who finds a droplet, who waits. */
export function stepLaunches(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: LaunchesConditions,
	ctx: StepContext,
): LaunchesOutput {
	const {output} = launches;
	const surge = 1 + troubleOf(ctx, DEMAND_SURGE);
	const here = surge * leftHere(ctx, setup.parameters);
	output.demandPerSecond = here * demandAt(inputs.secondsOfDay, setup.parameters);
	keepPace(launches, inputs, setup);
	giveUpUnreachable(launches, inputs, setup.parameters);
	requestLaunches(launches, inputs, setup, ctx);
	releaseTerminations(launches, inputs, setup);
	output.throttled = launches.launchCap.kind !== 'none' || launches.terminationCap.kind !== 'none';
	conserve(launches);
	report(launches, ctx);
	return output;
}

function firstOutput(parameters: LaunchesParameters): LaunchesOutput {
	return {
		usualPerSecond: parameters.demandPerSecond,
		demandPerSecond: parameters.demandPerSecond,
		requestsPerSecond: 0,
		admittedPerSecond: 0,
		limitedPerSecond: 0,
		insufficientPerSecond: 0,
		failedPerSecond: 0,
		probesPerSecond: 0,
		probesOnReturnPerSecond: 0,
		placeableOnReturnPerSecond: 0,
		placedPerSecond: 0,
		terminationsPerSecond: 0,
		pentUp: 0,
		terminationsHeld: 0,
		successShare: 1,
		replacementsPerSecond: 0,
		relaunchesPerSecond: 0,
		throttled: false,
		launchCapPerSecond: -1,
		terminationCapPerSecond: -1,
	};
}

/** Launches per second that are wanted at this time of day: few by night, and two slopes between. */
function demandAt(secondsOfDay: number, parameters: LaunchesParameters): number {
	const {daytimeFromSeconds, daytimeUntilSeconds, daytimeForSeconds, daytimeShare} = parameters;
	const risen = (secondsOfDay - daytimeFromSeconds) / daytimeForSeconds;
	const fallen = 1 - (secondsOfDay - daytimeUntilSeconds) / daytimeForSeconds;
	const daytime = Math.min(1, Math.max(0, Math.min(risen, fallen)));
	return parameters.demandPerSecond * (1 + daytimeShare * daytime);
}

function conserve(launches: Launches): void {
	const {pentUp, inWorkflow, terminationsHeld} = launches;
	assert(pentUp >= 0, 'nobody waits less than not at all');
	assert(inWorkflow > -1, 'droplets finish no more launches than they were given');
	const waiting = pentUp + inWorkflow;
	const gone = launches.started + launches.givenUp;
	assert(
		same(launches.arrived, gone + waiting),
		'every launch has started, been given up, or waits',
	);
	assert(
		same(launches.terminationsAsked, launches.terminationsReleased + terminationsHeld),
		'every termination has been released or is held',
	);
}

function same(a: number, b: number): boolean {
	return Math.abs(a - b) <= 1e-6 * Math.max(1, a);
}

function report(launches: Launches, ctx: StepContext): void {
	const {output} = launches;
	const served = output.admittedPerSecond - output.failedPerSecond;
	const word = served > 0 ? wordFor(output.placedPerSecond / served) : null;
	if (word !== null && word !== launches.told) {
		launches.told = word;
		ctx.say({source: 'ec2-api', kind: `placement-${word}`, ...PLACEMENT_LINES[word]});
	}
	if (output.limitedPerSecond > 1 && ctx.now % SUMMARY_SECONDS === 0) {
		const limited = output.limitedPerSecond.toFixed(0);
		const admitted = output.admittedPerSecond.toFixed(0);
		const text = `RunInstances: ${limited}/s RequestLimitExceeded, ${admitted}/s admitted`;
		ctx.say({source: 'ec2-api', level: 'warn', kind: 'requests-limited', text});
	}
}

/** What a share of launches that find a droplet is called; between two words, whatever it was called before. */
function wordFor(found: number): PlacementWord | null {
	if (found < 0.2) return 'starved';
	if (found > 0.3 && found < 0.9) return 'straining';
	return found > 0.95 ? 'placing' : null;
}

const PLACEMENT_LINES = {
	placing: {level: 'info', text: 'placement: droplets with a lease found for nearly every launch'},
	straining: {
		level: 'warn',
		text: 'placement: InsufficientInstanceCapacity for part of the launches',
	},
	starved: {
		level: 'error',
		text: 'placement: InsufficientInstanceCapacity, no droplet with a lease',
	},
} as const;

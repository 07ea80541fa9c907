import {move, troubleOf, withTrouble, type Setup, type StepContext} from '../kernel/index.ts';
import {capOf, pacedRate} from './cap.ts';
import {API_ERRORS, PLACES_LOST} from './launches.faults.ts';
import {placementMachine} from './launches.machine.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs} from './launches.types.ts';

/** One second of RunInstances: who asks, who is let in, who finds a droplet, who waits or gives up. */
export function requestLaunches(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: Setup<LaunchesParameters>,
	ctx: StepContext,
): void {
	const {output} = launches;
	const {parameters} = setup;
	const {retryHard, pinZone} = inputs.advice;
	const arrivals =
		output.demandPerSecond + output.replacementsPerSecond + output.relaunchesPerSecond;
	const retrySeconds = retryHard ? parameters.hardRetrySeconds : parameters.retrySeconds;
	const requests = arrivals + launches.pentUp / retrySeconds;
	const cap = capOf(launches.throttle, launches.launchCap, output.demandPerSecond);
	const buckets = parameters.bucketRatio * output.demandPerSecond;
	const paced = pacedRate(launches, parameters.paceLaunchRatio);
	const admitted = Math.min(requests, cap, buckets, paced);
	const failed = admitted * withTrouble(inputs.storeErrors, troubleOf(ctx, API_ERRORS));
	const served = admitted - failed;
	const standing = 1 - troubleOf(ctx, PLACES_LOST);
	const places = inputs.places * standing * (pinZone ? parameters.pinnedShare : 1);
	const free = Math.max(0, places - launches.settling - launches.inWorkflow);
	const found = served * foundShare(inputs, parameters);
	followPlaces(launches, found > free, ctx);
	const placed = launches.placement.value === 'full' ? Math.min(served, free) : found;
	wait(launches, inputs, arrivals, placed, parameters);

	output.requestsPerSecond = requests;
	output.admittedPerSecond = admitted;
	output.limitedPerSecond = requests - admitted;
	output.failedPerSecond = failed;
	output.insufficientPerSecond = served - placed;
	output.placedPerSecond = placed;
	output.probesPerSecond = served * parameters.placementTries;
	output.probesOnReturnPerSecond = admitted * parameters.placementTries;
	const onReturn = admitted * foundShare(inputs, parameters);
	output.placeableOnReturnPerSecond = Math.min(onReturn, places / parameters.workflowSeconds);
	output.pentUp = launches.pentUp;
	output.successShare = Math.min(1, placed / arrivals);
	output.launchCapPerSecond = Number.isFinite(cap) ? cap : -1;
}

/** Tells the chart when places run out, and when some are free again. */
function followPlaces(launches: Launches, short: boolean, ctx: StepContext): void {
	if (short === launches.placesShort) return;
	launches.placesShort = short;
	move(placementMachine, launches.placement, short ? 'PLACES_GONE' : 'PLACES_FREE', ctx);
}

/** Moves launches between waiting, on their way, started and given up. */
function wait(
	launches: Launches,
	inputs: LaunchesInputs,
	arrivals: number,
	placed: number,
	parameters: LaunchesParameters,
): void {
	const givenUp = launches.pentUp / parameters.patienceSeconds;
	launches.pentUp += arrivals + inputs.workflowsLostPerSecond - placed - givenUp;
	launches.inWorkflow += placed - inputs.startedPerSecond - inputs.workflowsLostPerSecond;
	launches.settling += inputs.startedPerSecond - launches.settling / parameters.workflowSeconds;
	launches.arrived += arrivals;
	launches.started += inputs.startedPerSecond;
	launches.givenUp += givenUp;
}

/** Chance that one of the droplets tried still has its lease; a pinned launch tries only one. */
function foundShare(inputs: LaunchesInputs, parameters: LaunchesParameters): number {
	const tries = inputs.advice.pinZone ? 1 : Math.round(parameters.placementTries);
	let missed = 1;
	for (let tried = 0; tried < tries; tried++) missed *= 1 - inputs.leasedShare;
	return 1 - missed;
}

import {troubleOf, withTrouble, type Setup, type StepContext} from '../kernel/index.ts';
import {capOf, pacedRate} from './cap.ts';
import {API_ERRORS, PLACES_LOST} from './launches.faults.ts';
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
	const placed = Math.min(served * foundShare(inputs, parameters), free);
	wait(launches, inputs, arrivals, placed, parameters);

	output.requestsPerSecond = requests;
	output.admittedPerSecond = admitted;
	output.limitedPerSecond = requests - admitted;
	output.failedPerSecond = failed;
	output.insufficientPerSecond = served - placed;
	output.placedPerSecond = placed;
	output.probesPerSecond = served * parameters.placementTries;
	output.probesOnReturnPerSecond = admitted * parameters.placementTries;
	const found = admitted * foundShare(inputs, parameters);
	output.placeableOnReturnPerSecond = Math.min(found, places / parameters.workflowSeconds);
	output.pentUp = launches.pentUp;
	output.successShare = Math.min(1, placed / arrivals);
	output.requestSuccessShare = placed / requests;
	output.admittedSuccessShare = admitted > 0 ? placed / admitted : 1;
	output.launchCapPerSecond = Number.isFinite(cap) ? cap : -1;
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

import type {Setup} from '../kernel/index.ts';
import {capOf, pacedRate} from './cap.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs} from './launches.types.ts';

/** Let in by the queue-backpressure fix at nearly full pace, over demand. */
const PACE_LAUNCHES = 3;

/** One second of RunInstances: who asks, who is let in, who finds a droplet, who waits or gives up. */
export function requestLaunches(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: Setup<LaunchesParameters>,
): void {
	const {output} = launches;
	const {parameters} = setup;
	const {retryHard, pinZone} = inputs.advice;
	const arrivals =
		output.demandPerSecond + output.replacementsPerSecond + output.relaunchesPerSecond;
	const retrySeconds = retryHard ? parameters.hardRetrySeconds : parameters.retrySeconds;
	const requests = arrivals + launches.pentUp / retrySeconds;
	const cap = capOf(launches.throttle, launches.launchCap, output.demandPerSecond);
	const admitted = Math.min(requests, cap, pacedRate(launches, PACE_LAUNCHES));
	const failed = admitted * inputs.storeErrors;
	const served = admitted - failed;
	const slots = inputs.slotsPerSecond * (pinZone ? parameters.pinnedShare : 1);
	const placed = Math.min(served * foundShare(inputs, parameters), slots);
	wait(launches, inputs, arrivals, placed, parameters);

	output.requestsPerSecond = requests;
	output.admittedPerSecond = admitted;
	output.limitedPerSecond = requests - admitted;
	output.failedPerSecond = failed;
	output.insufficientPerSecond = served - placed;
	output.placedPerSecond = placed;
	output.probesPerSecond = served * parameters.placementTries;
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

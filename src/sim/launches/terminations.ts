import type {Setup} from '../kernel/index.ts';
import {capOf, pacedRate} from './cap.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs} from './launches.types.ts';

/**
 * A termination needs the droplet's lease as a launch does. What cannot be done is held, and released
 * over some time once leases are back. An operator's own terminations go past the API's throttle.
 */
export function releaseTerminations(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: Setup<LaunchesParameters>,
): void {
	const {output} = launches;
	const {parameters} = setup;
	const asked = output.demandPerSecond + output.replacementsPerSecond;
	const possible = inputs.leasedShare * (1 - inputs.storeErrors);
	const held = launches.terminationsHeld / parameters.terminationReleaseSeconds;
	const cap = capOf(launches.terminationThrottle, launches.terminationCap, output.demandPerSecond);
	const buckets = parameters.terminationBucketRatio * output.demandPerSecond;
	const paced = pacedRate(launches, parameters.paceTerminationRatio);
	const released = Math.min(possible * (asked + held), cap, buckets, paced);
	launches.terminationsHeld += asked - released;
	launches.terminationsAsked += asked + output.relaunchesPerSecond;
	launches.terminationsReleased += released + output.relaunchesPerSecond;
	output.terminationsPerSecond = released + output.relaunchesPerSecond;
	output.terminationsHeld = launches.terminationsHeld;
	output.terminationCapPerSecond = Number.isFinite(cap) ? cap : -1;
}

import type {Setup} from '../kernel/index.ts';
import {capOf, pacedRate} from './cap.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs} from './launches.types.ts';

/** Released by the queue-backpressure fix at nearly full pace, over demand. */
const PACE_TERMINATIONS = 8;

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
	const asked = output.demandPerSecond + output.replacementsPerSecond;
	const possible = inputs.leasedShare * (1 - inputs.storeErrors);
	const held = launches.terminationsHeld / setup.parameters.terminationReleaseSeconds;
	const cap = capOf(launches.terminationThrottle, launches.terminationCap, output.demandPerSecond);
	const paced = pacedRate(launches, PACE_TERMINATIONS);
	const released = Math.min(possible * (asked + held), cap, paced);
	launches.terminationsHeld += asked - released;
	launches.terminationsAsked += asked + output.relaunchesPerSecond;
	launches.terminationsReleased += released + output.relaunchesPerSecond;
	output.terminationsPerSecond = released + output.relaunchesPerSecond;
	output.terminationsHeld = launches.terminationsHeld;
	output.terminationCapPerSecond = Number.isFinite(cap) ? cap : -1;
}

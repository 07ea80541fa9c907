import type {LaunchesParameters} from './launches.parameters.ts';
import type {Launches, LaunchesInputs} from './launches.types.ts';

/**
 * Instances that run without network are given up: by customers' automation, through the API, at a
 * bounded rate; and by an operator's order, past the API's throttle. Sets how many of each.
 */
export function giveUpUnreachable(
	launches: Launches,
	inputs: LaunchesInputs,
	parameters: LaunchesParameters,
): void {
	const {output} = launches;
	const latency = Math.max(1, inputs.networkLatencySeconds);
	launches.unreachable += inputs.startedPerSecond - launches.unreachable / latency;

	const impatient = inputs.networkLatencySeconds > parameters.graceSeconds;
	const watched = (launches.unreachable * parameters.replaceShare) / latency;
	const limit = output.demandPerSecond * parameters.replaceDemandShare;
	output.replacementsPerSecond = impatient ? Math.min(watched, limit) : 0;
	launches.unreachable -= output.replacementsPerSecond;

	const able = Math.min(
		launches.relaunchesAsked,
		output.demandPerSecond * parameters.relaunchRatio,
	);
	output.relaunchesPerSecond = Math.min(launches.unreachable, able * inputs.leasedShare);
	launches.unreachable -= output.relaunchesPerSecond;
	// Whoever gets a network in the meantime leaves the list.
	const left = launches.relaunchesAsked - output.relaunchesPerSecond;
	launches.relaunchesAsked = Math.min(left, launches.unreachable);
}

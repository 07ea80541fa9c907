import type {Nlb, NlbInputs} from './nlb.types.ts';
import type {NlbParameters} from './nlb.parameters.ts';

/** Targets in service on an ordinary day. */
export function targetsOf(inputs: NlbInputs, parameters: NlbParameters): number {
	return Math.max(
		1,
		parameters.targetLifeSeconds * parameters.balancedShare * inputs.usualPerSecond,
	);
}

/** Share of targets that flap: young ones whose network takes longer than the checks forgive. */
export function flappingShare(nlb: Nlb, inputs: NlbInputs, parameters: NlbParameters): number {
	const grace = nlb.intervalSeconds * nlb.thresholdChecks;
	const unforgiven = Math.max(0, 1 - grace / Math.max(1, inputs.latencySeconds));
	const young = nlb.young + nlb.hostsComing * parameters.hostTargets;
	return Math.min(1, (young / targetsOf(inputs, parameters)) * unforgiven);
}

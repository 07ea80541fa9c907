import type {Balancers, BalancersInputs} from './balancers.types.ts';
import type {BalancersParameters} from './balancers.parameters.ts';

/** Targets in service on an ordinary day. */
export function targetsOf(inputs: BalancersInputs, parameters: BalancersParameters): number {
	return Math.max(
		1,
		parameters.targetLifeSeconds * parameters.balancedShare * inputs.usualPerSecond,
	);
}

/** Share of targets that flap: young ones whose network takes longer than the checks forgive. */
export function flappingShare(
	balancers: Balancers,
	inputs: BalancersInputs,
	parameters: BalancersParameters,
): number {
	const grace = balancers.intervalSeconds * balancers.thresholdChecks;
	const unforgiven = Math.max(0, 1 - grace / Math.max(1, inputs.latencySeconds));
	const young = balancers.young + balancers.hostsComing * parameters.hostTargets;
	return Math.min(1, (young / targetsOf(inputs, parameters)) * unforgiven);
}

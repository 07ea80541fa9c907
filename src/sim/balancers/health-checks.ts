import {exp} from '../kernel/index.ts';
import type {Balancers} from './balancers.types.ts';
import type {BalancersParameters} from './balancers.parameters.ts';

/** Delay above which a check is late. */
export const LATE_SECONDS = 2;

/** Load of the health checker, and how late it is. */
export function runChecks(
	balancers: Balancers,
	flapping: number,
	parameters: BalancersParameters,
): void {
	const {output} = balancers;
	const routine =
		parameters.baseLoadShare * (parameters.intervalSeconds / balancers.intervalSeconds);
	const moves = (2 * output.zonesOut) / parameters.backSeconds;
	const churn = output.failoverOn ? parameters.transitionLoadRatio * moves : 0;
	const capacity = 1 + parameters.hostShare * balancers.hosts;
	output.checkLoadShare = (routine + parameters.flapLoadRatio * flapping + churn) / capacity;
	const leaving = balancers.queueSeconds / parameters.queueSeconds;
	const queued = balancers.queueSeconds + output.checkLoadShare - 1 - leaving;
	balancers.queueSeconds = Math.min(parameters.delaySecondsMax, Math.max(0, queued));
	output.checkDelaySeconds = 0.5 + balancers.queueSeconds;
}

/** Share of check results that come too late to mean anything. */
export function lateShare(delaySeconds: number, parameters: BalancersParameters): number {
	if (delaySeconds <= LATE_SECONDS) return 0;
	return 1 - exp(-(delaySeconds - LATE_SECONDS) / parameters.lateSeconds);
}

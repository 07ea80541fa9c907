import {exp} from '../kernel/index.ts';
import type {Nlb} from './nlb.types.ts';
import type {NlbParameters} from './nlb.parameters.ts';

/** Load of the health checker, and how late it is; each check costs so many times what it usually does. */
export function runChecks(
	nlb: Nlb,
	flapping: number,
	cost: number,
	parameters: NlbParameters,
): void {
	const {output} = nlb;
	const routine = parameters.baseLoadShare * (parameters.intervalSeconds / nlb.intervalSeconds);
	const moves = (2 * output.zonesOut) / parameters.backSeconds;
	const churn = output.failoverOn ? parameters.transitionLoadRatio * moves : 0;
	const capacity = 1 + parameters.hostShare * nlb.hosts;
	const load = routine + parameters.flapLoadRatio * flapping + churn;
	output.checkLoadShare = (cost * load) / capacity;
	const leaving = nlb.queueSeconds / parameters.queueSeconds;
	const queued = nlb.queueSeconds + output.checkLoadShare - 1 - leaving;
	nlb.queueSeconds = Math.min(parameters.delaySecondsMax, Math.max(0, queued));
	output.checkDelaySeconds = parameters.usualDelaySeconds + nlb.queueSeconds;
}

/** Share of check results that come too late to mean anything: none while the checker is prompt. */
export function lateShare({checker, output}: Nlb, parameters: NlbParameters): number {
	if (checker.value === 'prompt') return 0;
	const late = Math.max(0, output.checkDelaySeconds - parameters.lateFromSeconds);
	return 1 - exp(-late / parameters.lateSeconds);
}

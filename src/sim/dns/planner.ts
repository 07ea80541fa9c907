import {assert, type StepContext} from '../kernel/index.ts';
import type {Dns} from './dns.types.ts';
import {wake, type DnsConditions} from './turn.ts';
import {GENERATIONS_MAX} from './zones.ts';

/** A new plan: one more generation, and a reason for idle Enactors to look. */
export function publishPlan(dns: Dns, at: number, setup: DnsConditions, ctx: StepContext): void {
	assert(dns.newestPlan + 1 < GENERATIONS_MAX, 'plan numbers do not run out');
	dns.newestPlan++;
	planLater(dns, at, setup, ctx);
	for (const enactor of dns.enactors) wake({dns, enactor, at, setup, ctx});
}

/** Sets the time of the Planner's next plan. */
export function planLater(
	dns: Dns,
	at: number,
	{parameters, switches}: DnsConditions,
	ctx: StepContext,
): void {
	const lane = switches['plan-rate-slow-lane'] ? parameters.slowLaneFactor : 1;
	const jitter = parameters.planJitterShare;
	const spread = ctx.streams('dns/planner', dns.plansDrawn++).between(1 - jitter, 1 + jitter);
	dns.nextPlanAt = at + Math.ceil(1000 * parameters.planSeconds * lane * spread);
}

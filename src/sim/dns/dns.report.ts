import type {Dns} from './dns.types.ts';
import {ENDPOINTS} from './endpoints.ts';
import type {DnsConditions} from './turn.ts';
import {hasTree} from './zones.ts';

/** Live load balancers behind an endpoint: fewer, the older the plan its root points at. */
function answersOf(
	dns: Dns,
	endpoint: number,
	now: number,
	{parameters, switches}: DnsConditions,
): number {
	const {zones} = dns;
	const pinned = zones.pinned[endpoint]!;
	if (pinned > 0) return pinned;
	let generation = zones.root[endpoint]!;
	if (!hasTree(zones, endpoint, generation)) {
		const waited = now - dns.danglingSince[endpoint]! >= 1000 * parameters.lastKnownGoodSeconds;
		generation = zones.rollback[endpoint]!;
		if (!switches['last-known-good'] || !waited) return 0;
		if (!hasTree(zones, endpoint, generation)) return 0;
	}
	const old = Math.max(0, dns.newestPlan - generation - parameters.retiredAfterPlans);
	return Math.max(1, Math.floor(parameters.fullAnswers / (1 + parameters.retiredPerPlan * old)));
}

/** Writes the output of a second. */
export function report(dns: Dns, now: number, setup: DnsConditions): void {
	for (let index = 0; index < dns.enactors.length; index++) reportEnactor(dns, index, now);
	// Only time moves these otherwise, and only where time brings back the tree before.
	if (!dns.stale && !setup.switches['last-known-good']) return;
	dns.stale = false;
	const {output, zones} = dns;
	for (let endpoint = 0; endpoint < ENDPOINTS.length; endpoint++) {
		const follows = ENDPOINTS[endpoint]!.follows;
		const answers = follows === null ? answersOf(dns, endpoint, now, setup) : 0;
		output.answers[endpoint] = follows === null ? answers : output.answers[follows]!;
		output.roots[endpoint] = zones.root[endpoint]!;
		output.rollbacks[endpoint] = zones.rollback[endpoint]!;
		output.empties[endpoint] = dns.zoneModes[endpoint]!.value === 'dangling' ? 1 : 0;
		output.lockHolders[endpoint] = zones.lockHolder[endpoint]!;
	}
	output.fullAnswers = setup.parameters.fullAnswers;
	output.newestPlan = dns.newestPlan;
	output.regressions = dns.regressions;
}

function reportEnactor(dns: Dns, index: number, now: number): void {
	const enactor = dns.enactors[index]!;
	const row = dns.output.enactors[index]!;
	const busy = enactor.plan >= 0;
	row.mode = enactor.mode.value;
	row.plan = enactor.plan;
	row.passAgeSeconds = busy ? Math.floor((now - enactor.pickedAt) / 1000) : 0;
	row.planAge = busy ? dns.newestPlan - enactor.plan : 0;
	row.lostLocks = enactor.lostLocks;
	row.lastPublishAt = enactor.publishedAt < 0 ? -1 : Math.floor(enactor.publishedAt / 1000);
	row.failures = enactor.failures;
}

import {assert, type StepContext} from '../kernel/index.ts';
import {report} from './dns.report.ts';
import {ELSEWHERE, raceElsewhere} from './race-elsewhere.ts';
import type {Dns, DnsInputs, DnsOutput, Enactor} from './dns.types.ts';
import {runEnactor} from './enactor.ts';
import {toolIsBlind} from './hand-edits.ts';
import {publishPlan} from './planner.ts';
import {wake, type DnsConditions} from './turn.ts';

/** Events in one second are a few dozen; far more is a loop that does not let time pass. */
const EVENTS_MAX = 10_000;

/** One second: everything that falls due up to now, in order, to the millisecond. */
export function stepDns(
	dns: Dns,
	{internalErrors}: DnsInputs,
	setup: DnsConditions,
	ctx: StepContext,
): DnsOutput {
	const until = 1000 * ctx.now;
	dns.output.editsLeftShare = followTool(dns, internalErrors, setup, ctx);
	for (const enactor of dns.enactors) recover(enactor, until);
	if (setup.switches['single-writer']) followLeader(dns, until, setup, ctx);
	for (let events = 0; ; events++) {
		assert(events < EVENTS_MAX, 'the DNS automation lets time pass');
		const actor = earliest(dns);
		const at = actor === undefined ? dns.nextPlanAt : actor.nextAt;
		if (at > until) break;
		dns.stale = true;
		if (actor === undefined) publishPlan(dns, at, setup, ctx);
		else runEnactor({dns, enactor: actor, at, setup, ctx});
	}
	report(dns, until, setup);
	return dns.output;
}

/**
 * The zone tool loses sight of its state when AWS's own requests fail, and finds it again: edits under way then
 * take that much less of the time they have left.
 */
function followTool(
	dns: Dns,
	internalErrors: number,
	setup: DnsConditions,
	ctx: StepContext,
): number {
	const wasBlind = toolIsBlind(dns, setup);
	dns.internalErrors = internalErrors;
	const isBlind = toolIsBlind(dns, setup);
	if (isBlind === wasBlind) return 1;
	const {handEditSeconds, handEditBlindSeconds} = setup.parameters;
	ctx.say({
		source: 'zone-tool',
		level: isBlind ? 'error' : 'info',
		kind: isBlind ? 'zone-tool-blind' : 'zone-tool-sees',
		text: isBlind
			? 'state table in DynamoDB cannot be read: records are edited one by one'
			: 'state table in DynamoDB can be read again',
	});
	return isBlind ? 1 : Math.min(1, handEditSeconds / handEditBlindSeconds);
}

/** Nothing of this folder waits on the agenda: its charts have no delays. */
export function deliverDns(
	dns: Dns,
	to: string,
	_event: {readonly type: string},
	_setup: DnsConditions,
	ctx: StepContext,
): void {
	assert(to === ELSEWHERE, 'only the race of another Region is on the agenda of DNS');
	raceElsewhere(dns, ctx);
}

/** The Enactor with the earliest event, the first of equals; nobody when the Planner is before all. */
function earliest(dns: Dns): Enactor | undefined {
	let first: Enactor | undefined;
	let at = dns.nextPlanAt;
	for (const enactor of dns.enactors) {
		if (enactor.nextAt >= at) continue;
		first = enactor;
		at = enactor.nextAt;
	}
	return first;
}

function recover(enactor: Enactor, now: number): void {
	if (enactor.slowness === 1 || enactor.slowUntil > now) return;
	enactor.slowness = 1;
}

/** With `single-writer`, the first Enactor that runs leads; a change of leader costs a gap. */
function followLeader(dns: Dns, now: number, setup: DnsConditions, ctx: StepContext): void {
	const running = (index: number) => dns.enactors[index]?.mode.value !== 'paused';
	if (running(dns.leader)) {
		const leader = dns.enactors[dns.leader]!;
		if (dns.leaderFrom === now) wake({dns, enactor: leader, at: now, setup, ctx});
		return;
	}
	const next = dns.enactors.findIndex((_, index) => running(index));
	if (next < 0) return;
	dns.leader = next;
	dns.leaderFrom = now + 1000 * Math.ceil(setup.parameters.leaderGapSeconds);
}

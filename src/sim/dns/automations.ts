import {
	assert,
	done,
	refuse,
	type Automation,
	type StepContext,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {moveEnactor} from './dns.machine.ts';
import {NEVER, type Dns} from './dns.types.ts';
import {planLater, publishPlan} from './planner.ts';
import {dropWork, wake, type DnsConditions} from './turn.ts';
import {GENERATIONS_MAX} from './zones.ts';

// Stopping, starting and pushing the automation itself. None of it touches a zone.

/** Refuses to stop what stands still, or to start what runs. */
export function refuseSwitch(dns: Dns, word: string, pausing: boolean): Refusal | null {
	const chosen = automationsNamed(dns, word);
	if (chosen.some(automation => automation.paused !== pausing)) return null;
	return pausing
		? refuse('paused-already', `it is paused, by ${chosen[0]?.by ?? 'nobody'}`)
		: refuse('running-already', 'it is running');
}

/** Other Regions are reached one by one, unless one order freezes them all. */
export function switchSeconds(word: string, {parameters, switches}: DnsConditions): number {
	if (word !== 'dns-automation-elsewhere') return parameters.switchSeconds;
	return switches['freeze-switch'] ? parameters.freezeSeconds : parameters.elsewhereSeconds;
}

/** Every automation that a word of an order means: one by its own name, or several by what they make up. */
export function automationsNamed(dns: Dns, word: string): readonly Automation[] {
	switch (word) {
		case 'enactors':
			return dns.automations.filter(({id}) => id.startsWith('enactor-'));
		case 'dns-automation':
			return dns.automations.filter(({id}) => id !== 'dns-automation-elsewhere');
		default:
			return dns.automations.filter(({id}) => id === word);
	}
}

export function chosenEnactors(dns: Dns, word: string): Dns['enactors'] {
	return dns.enactors.filter(({id}) => word === 'enactors' || id === `dns/${word}`);
}

export function isPaused(dns: Dns, id: string): boolean {
	return dns.automations.some(automation => automation.id === id && automation.paused);
}

export function switchAutomations(
	dns: Dns,
	word: string,
	pausing: boolean,
	by: string,
	setup: DnsConditions,
	ctx: StepContext,
): Result {
	for (const automation of automationsNamed(dns, word)) {
		if (automation.paused === pausing) continue;
		automation.paused = pausing;
		automation.by = by;
		automation.since = ctx.now;
		if (automation.id === 'planner') switchPlanner(dns, pausing, setup, ctx);
		if (automation.id.startsWith('enactor-')) {
			switchEnactor(dns, automation.id, pausing, setup, ctx);
		}
	}
	return done(pausing ? `${word} stopped` : `${word} running again`);
}

function switchPlanner(dns: Dns, pausing: boolean, setup: DnsConditions, ctx: StepContext): void {
	if (pausing) dns.nextPlanAt = NEVER;
	else planLater(dns, 1000 * ctx.now, setup, ctx);
}

function switchEnactor(
	dns: Dns,
	id: string,
	pausing: boolean,
	setup: DnsConditions,
	ctx: StepContext,
): void {
	const enactor = dns.enactors.find(candidate => candidate.id === `dns/${id}`);
	assert(enactor !== undefined, 'every Enactor has its switch');
	moveEnactor(enactor.mode, pausing ? 'PAUSED' : 'RESUMED');
	dropWork(dns, enactor);
	if (!pausing) wake({dns, enactor, at: 1000 * ctx.now, setup, ctx});
}

export function restart(dns: Dns, word: string, setup: DnsConditions, ctx: StepContext): Result {
	for (const enactor of chosenEnactors(dns, word)) {
		if (enactor.mode.value === 'paused') continue;
		moveEnactor(enactor.mode, 'RESTARTED');
		dropWork(dns, enactor);
		wake({dns, enactor, at: 1000 * ctx.now, setup, ctx});
	}
	return done(`${word} restarted, with nothing in hand`);
}

export function forcePlan(dns: Dns, setup: DnsConditions, ctx: StepContext): Result {
	if (isPaused(dns, 'planner')) return refuse('paused', 'the Planner was paused meanwhile');
	if (dns.newestPlan + 2 >= GENERATIONS_MAX) return refuse('too-many', 'plan numbers have run out');
	publishPlan(dns, 1000 * ctx.now, setup, ctx);
	return done(`plan ${String(dns.newestPlan)} written`);
}

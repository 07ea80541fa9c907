import {
	done,
	pauseRow,
	refuse,
	resumeRow,
	rowsFor,
	send,
	setPaused,
	type Mode,
	type Refusal,
	type Result,
	type StepContext,
} from '../kernel/index.ts';
import {failoverMachine, zoneMachine} from './nlb.machine.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {ZONES, type Nlb, type Zone} from './nlb.types.ts';
import {isPaused} from './zone-failover.ts';

const zone = {kind: 'word', words: ZONES} as const;
const team = 'nlb';

const MOVES = ['nlb.errors', 'nlb.internalErrors', 'nlb.zonesOut', 'nlb.checkDelay', 'nlb.flaps'];

const row = rowsFor<Nlb, NlbParameters>({kind: 'do', team, needs: 'tools'});

export const NLB_ORDERS = {
	'pause-nlb-failover': row({
		...pauseRow('nlb-failover', {
			seconds: 120,
			team,
			what: 'stop automatic failover: zones return to DNS and stay there',
			risk: 'truly dead capacity stays in DNS too, and accumulates',
			touches: 'load balancers of the whole Region: zones come back and stay in',
			danger: 'Nothing takes dead capacity away from customers any more, in any zone.',
		}),
		moves: MOVES,
		refuse: nlb => unless(isPaused(nlb)),
		apply: (nlb, _args, by, _setup, ctx) => setFailover(nlb, true, by, ctx),
	}),
	'resume-nlb-failover': row({
		...resumeRow('nlb-failover', {
			seconds: 120,
			team,
			what: 'let automatic failover remove zones that look bad',
			risk: 'if health checks are still false, it takes healthy capacity away again',
			touches: 'load balancers of the whole Region: zones that look bad are taken out',
			danger: 'While health checks are false, it takes healthy capacity from customers.',
		}),
		moves: MOVES,
		refuse: nlb => unless(!isPaused(nlb)),
		apply: (nlb, _args, by, _setup, ctx) => setFailover(nlb, false, by, ctx),
	}),
	'pin-zone': row({
		forms: ['pin zone <zone>'],
		blanks: {zone},
		seconds: 300,
		what: 'keep a zone in every balancer’s DNS whatever its checks say',
		risk: 'if the other two leave, all their traffic comes to it; if it really dies, it stays',
		touches: 'every load balancer’s DNS, for that zone',
		example: 'pin zone use1-az2',
		moves: MOVES,
		liftedBy: 'unpin zone <zone>',
		refuse: (nlb, {zone}) => unless(modeOf(nlb, zone).value === 'pinned'),
		apply: (nlb, {zone}, by, _setup, ctx) => hold(nlb, zone, 'PINNED', by, ctx),
	}),
	'unpin-zone': row({
		forms: ['unpin zone <zone>'],
		blanks: {zone},
		seconds: 120,
		what: 'leave a zone to its checks again, pinned or drained',
		risk: 'it may leave DNS again',
		touches: 'every load balancer’s DNS, for that zone',
		example: 'unpin zone use1-az2',
		moves: MOVES,
		refuse: (nlb, {zone}) => unless(modeOf(nlb, zone).value === 'free'),
		apply: (nlb, {zone}, by, _setup, ctx) => hold(nlb, zone, 'RELEASED', by, ctx),
	}),
	'drain-zone': row({
		forms: ['drain zone <zone>'],
		blanks: {zone},
		seconds: 300,
		what: 'take a zone out of every balancer’s DNS',
		risk: 'a third of the capacity of the balancers in it goes, healthy or not',
		touches: 'every load balancer’s capacity in that zone',
		danger: 'A third of the capacity behind the load balancers leaves, healthy or not.',
		example: 'drain zone use1-az2',
		moves: MOVES,
		refuse: (nlb, {zone}) => unless(modeOf(nlb, zone).value === 'drained'),
		apply: (nlb, {zone}, by, _setup, ctx) => hold(nlb, zone, 'DRAINED', by, ctx),
	}),
	'hold-registration': row({
		forms: ['hold registration <setting>'],
		blanks: {setting: {kind: 'word', words: ['on', 'off']}},
		seconds: 300,
		what: 'put no new target into service',
		risk: 'load balancers cannot grow while it is on',
		touches: 'every load balancer that wants to grow',
		example: 'hold registration on',
		moves: MOVES,
		liftedBy: 'hold registration off',
		refuse: ({registrationHeld}, {setting}) => unless(registrationHeld === (setting === 'on')),
		apply: (nlb, {setting}, by, _setup, ctx) => {
			nlb.registrationHeld = setting === 'on';
			return said(`registration ${nlb.registrationHeld ? 'held' : 'open'}`, by, ctx);
		},
	}),
	'interval-checks': row({
		forms: ['interval checks <seconds>'],
		blanks: {seconds: {kind: 'whole', min: 5, max: 300, unit: 's', usual: [30]}},
		seconds: 600,
		what: 'time between two health checks of one target',
		risk: 'long: dead targets are found late; short: the checker does more work',
		touches: 'every target of every load balancer',
		example: 'interval checks 30',
		moves: MOVES,
		refuse: ({intervalSeconds}, {seconds}) => unless(intervalSeconds === seconds),
		apply: (nlb, {seconds}, by, _setup, ctx) => {
			nlb.intervalSeconds = seconds;
			return said(`a check every ${String(seconds)} s`, by, ctx);
		},
	}),
	'threshold-checks': row({
		forms: ['threshold checks <count>'],
		blanks: {count: {kind: 'whole', min: 1, max: 20, unit: 'checks', usual: [10]}},
		seconds: 600,
		what: 'failed checks in a row before a target is unhealthy',
		risk: 'high: dead targets are found late; low: more false alarms',
		touches: 'every target of every load balancer',
		example: 'threshold checks 6',
		moves: MOVES,
		refuse: ({thresholdChecks}, {count}) => unless(thresholdChecks === count),
		apply: (nlb, {count}, by, _setup, ctx) => {
			nlb.thresholdChecks = count;
			return said(`unhealthy after ${String(count)} failed checks`, by, ctx);
		},
	}),
	'scale-checks': row({
		forms: ['scale checks <count>'],
		blanks: {count: {kind: 'whole', min: 1, max: 100, unit: 'hosts', usual: [100]}},
		seconds: 300,
		what: 'add hosts to the health checker',
		risk: 'they are EC2 instances: until their network arrives they are checked too, and fail',
		touches: 'the fleet that does the health checks',
		example: 'scale checks 20',
		moves: MOVES,
		refuse: ({hostsComing}) =>
			hostsComing === 0
				? null
				: refuse('hosts-coming', 'The hosts asked for before are still on their way.'),
		apply: (nlb, {count}, by, {parameters}, ctx) => {
			nlb.hostsComing = count;
			// A host serves once it has booted and its own network state has arrived.
			nlb.hostsDue = ctx.now + Math.ceil(parameters.hostBootSeconds + nlb.latencySeconds);
			return said(`${String(count)} more health check hosts launching`, by, ctx);
		},
	}),
};

const SO = refuse('already-so', 'That is how it stands already.');

/** Refuses what is so already. */
function unless(already: boolean): Refusal | null {
	return already ? SO : null;
}

function setFailover(nlb: Nlb, paused: boolean, by: string, ctx: StepContext): Result {
	for (const automation of nlb.automations) setPaused(automation, paused, by, ctx);
	send(failoverMachine, nlb.failover, {type: paused ? 'PAUSED' : 'RESUMED'}, ctx);
	return said(`automatic failover ${paused ? 'paused' : 'running'}`, by, ctx);
}

function modeOf({zones}: Nlb, zone: Zone): Mode {
	return zones[ZONES.indexOf(zone)]!;
}

function hold(
	nlb: Nlb,
	zone: Zone,
	type: 'PINNED' | 'DRAINED' | 'RELEASED',
	by: string,
	ctx: StepContext,
): Result {
	const mode = modeOf(nlb, zone);
	send(zoneMachine, mode, {type}, ctx);
	const state = mode.value === 'free' ? 'left to its checks' : mode.value;
	return said(`${zone} ${state}`, by, ctx);
}

function said(text: string, by: string, ctx: StepContext): Result {
	ctx.say({source: 'nlb-failover', level: 'info', kind: 'nlb-set', text: `${text} (${by})`});
	return done(`NLB: ${text}.`);
}

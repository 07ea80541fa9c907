import {
	done,
	refuse,
	send,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
	pauseRow,
	resumeRow,
	setPaused,
} from '../kernel/index.ts';
import {failoverMachine} from './nlb.machine.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {ZONES, type Nlb, type ZoneHold} from './nlb.types.ts';
import {isPaused} from './zone-failover.ts';

const zone = {kind: 'word', words: ZONES} as const;
const team = 'nlb';
const needs = 'tools';

export const NLB_ORDERS = {
	'pause-nlb-failover': pauseRow('nlb-failover', {
		seconds: 120,
		team,
		what: 'stop automatic failover: zones return to DNS and stay there',
		risk: 'really dead capacity stays in DNS too, and gathers',
		touches: 'load balancers of the whole Region: zones come back and stay in',
		danger: 'Nothing takes dead capacity away from customers any more, in any zone.',
	}),
	'resume-nlb-failover': resumeRow('nlb-failover', {
		seconds: 120,
		team,
		what: 'let automatic failover remove zones that look bad',
		risk: 'if health checks are still false, it takes healthy capacity away again',
		touches: 'load balancers of the whole Region: zones that look bad are taken out',
		danger: 'While health checks are false, it takes healthy capacity from customers.',
	}),
	'pin-zone': {
		forms: ['pin zone <zone>'],
		blanks: {zone},
		kind: 'do',
		seconds: 300,
		team,
		needs,
		what: 'keep a zone in every balancer’s DNS whatever its checks say',
		risk: 'if the other two leave, all their traffic comes to it; if it really dies, it stays',
		touches: 'every load balancer’s DNS, for that zone',
		example: 'pin zone use1-az2',
	},
	'unpin-zone': {
		forms: ['unpin zone <zone>'],
		blanks: {zone},
		kind: 'do',
		seconds: 120,
		team,
		needs,
		what: 'leave a zone to its checks again, pinned or drained',
		risk: 'it may leave DNS again',
		touches: 'every load balancer’s DNS, for that zone',
		example: 'unpin zone use1-az2',
	},
	'drain-zone': {
		forms: ['drain zone <zone>'],
		blanks: {zone},
		kind: 'do',
		seconds: 300,
		team,
		needs,
		what: 'take a zone out of every balancer’s DNS',
		risk: 'a third of the capacity of the balancers in it goes, healthy or not',
		touches: 'every load balancer’s capacity in that zone',
		danger: 'A third of the capacity behind the load balancers leaves, healthy or not.',
		example: 'drain zone use1-az2',
	},
	'hold-registration': {
		forms: ['hold registration <setting>'],
		blanks: {setting: {kind: 'word', words: ['on', 'off']}},
		kind: 'do',
		seconds: 300,
		team,
		needs,
		what: 'put no new target into service',
		risk: 'load balancers cannot grow while it stands',
		touches: 'every load balancer that wants to grow',
		example: 'hold registration on',
	},
	'interval-checks': {
		forms: ['interval checks <seconds>'],
		blanks: {seconds: {kind: 'whole', min: 5, max: 300, unit: 's'}},
		kind: 'do',
		seconds: 600,
		team,
		needs,
		what: 'time between two health checks of one target',
		risk: 'long: dead targets are found late; short: the checker does more work',
		touches: 'every target of every load balancer',
		example: 'interval checks 30',
	},
	'threshold-checks': {
		forms: ['threshold checks <count>'],
		blanks: {count: {kind: 'whole', min: 1, max: 20, unit: 'checks'}},
		kind: 'do',
		seconds: 600,
		team,
		needs,
		what: 'failed checks in a row before a target is unhealthy',
		risk: 'high: dead targets are found late; low: more false alarms',
		touches: 'every target of every load balancer',
		example: 'threshold checks 6',
	},
	'scale-checks': {
		forms: ['scale checks <count>'],
		blanks: {count: {kind: 'whole', min: 1, max: 100, unit: 'hosts'}},
		kind: 'do',
		seconds: 300,
		team,
		needs,
		what: 'add hosts to the health checker',
		risk: 'they are EC2 instances: until their network arrives they are checked too, and fail',
		touches: 'the fleet that does the health checks',
		example: 'scale checks 20',
	},
} as const satisfies OrderTable;

type Row = keyof typeof NLB_ORDERS;

export function validateNlb(nlb: Nlb, order: Order): Acceptance | Refusal {
	const so = refuse('already-so', 'That is how it stands already.');
	switch (order.id as Row) {
		case 'pause-nlb-failover':
			if (isPaused(nlb)) return so;
			break;
		case 'resume-nlb-failover':
			if (!isPaused(nlb)) return so;
			break;
		case 'pin-zone':
			if (nlb.holds[zoneOf(order)] === 'pinned') return so;
			break;
		case 'drain-zone':
			if (nlb.holds[zoneOf(order)] === 'drained') return so;
			break;
		case 'unpin-zone':
			if (nlb.holds[zoneOf(order)] === 'free') return so;
			break;
		case 'hold-registration':
			if (nlb.registrationHeld === (order.args['setting'] === 'on')) return so;
			break;
		case 'interval-checks':
			if (nlb.intervalSeconds === Number(order.args['seconds'])) return so;
			break;
		case 'threshold-checks':
			if (nlb.thresholdChecks === Number(order.args['count'])) return so;
			break;
		case 'scale-checks':
			if (nlb.hostsComing === 0) break;
			return refuse('hosts-coming', 'The hosts asked for before are still on their way.');
		default:
			return refuse('unknown-order', `NLB knows no order ${order.id}.`);
	}
	return {ok: true, seconds: NLB_ORDERS[order.id as Row].seconds};
}

export function applyNlb(
	nlb: Nlb,
	order: Order,
	by: string,
	_conditions: Setup<NlbParameters>,
	ctx: StepContext,
): Result {
	switch (order.id as Row) {
		case 'pause-nlb-failover':
			return setFailover(nlb, true, by, ctx);
		case 'resume-nlb-failover':
			return setFailover(nlb, false, by, ctx);
		case 'pin-zone':
			return hold(nlb, order, 'pinned', by, ctx);
		case 'drain-zone':
			return hold(nlb, order, 'drained', by, ctx);
		case 'unpin-zone':
			return hold(nlb, order, 'free', by, ctx);
		case 'hold-registration':
			nlb.registrationHeld = order.args['setting'] === 'on';
			return said(`registration ${nlb.registrationHeld ? 'held' : 'open'}`, by, ctx);
		case 'interval-checks':
			nlb.intervalSeconds = Number(order.args['seconds']);
			return said(`a check every ${String(nlb.intervalSeconds)} s`, by, ctx);
		case 'threshold-checks':
			nlb.thresholdChecks = Number(order.args['count']);
			return said(`unhealthy after ${String(nlb.thresholdChecks)} failed checks`, by, ctx);
		case 'scale-checks': {
			nlb.hostsComing = Number(order.args['count']);
			// A host serves once it has booted and its own network state has arrived.
			nlb.hostsDue = ctx.now + 300 + Math.ceil(nlb.latencySeconds);
			return said(`${String(nlb.hostsComing)} more health check hosts launching`, by, ctx);
		}
		default:
			return refuse('unknown-order', `NLB knows no order ${order.id}.`);
	}
}

function zoneOf(order: Order): number {
	return ZONES.findIndex(name => name === order.args['zone']);
}

function setFailover(nlb: Nlb, paused: boolean, by: string, ctx: StepContext): Result {
	for (const automation of nlb.automations) setPaused(automation, paused, by, ctx);
	send(failoverMachine, nlb.failover, {type: paused ? 'PAUSED' : 'RESUMED'}, ctx);
	return said(`automatic failover ${paused ? 'paused' : 'running'}`, by, ctx);
}

function hold(nlb: Nlb, order: Order, how: ZoneHold, by: string, ctx: StepContext): Result {
	const zone = zoneOf(order);
	if (zone < 0) return refuse('unknown-zone', 'There is no such zone.');
	nlb.holds[zone] = how;
	const state = how === 'free' ? 'left to its checks' : how;
	return said(`${ZONES[zone]!} ${state}`, by, ctx);
}

function said(text: string, by: string, ctx: StepContext): Result {
	ctx.say({source: 'nlb-failover', level: 'info', kind: 'nlb-set', text: `${text} (${by})`});
	return done(`NLB: ${text}.`);
}

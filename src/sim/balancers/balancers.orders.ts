import {
	done,
	refuse,
	send,
	type Acceptance,
	type Beat,
	type Conditions,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
	pauseRow,
	resumeRow,
	setPaused,
} from '../kernel/index.ts';
import {failoverMachine} from './balancers.machine.ts';
import type {BalancersParameters} from './balancers.parameters.ts';
import {ZONES, type Balancers, type ZoneHold} from './balancers.types.ts';
import {isPaused} from './zone-failover.ts';

const zone = {kind: 'word', words: ZONES} as const;
const team = 'nlb';
const needs = 'tools';

export const BALANCERS_ORDERS = {
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

type Row = keyof typeof BALANCERS_ORDERS;

export function weighBalancers(balancers: Balancers, order: Order): Acceptance | Refusal {
	const so = refuse('already-so', 'That is how it stands already.');
	switch (order.id as Row) {
		case 'pause-nlb-failover':
			if (isPaused(balancers)) return so;
			break;
		case 'resume-nlb-failover':
			if (!isPaused(balancers)) return so;
			break;
		case 'pin-zone':
			if (balancers.holds[zoneOf(order)] === 'pinned') return so;
			break;
		case 'drain-zone':
			if (balancers.holds[zoneOf(order)] === 'drained') return so;
			break;
		case 'unpin-zone':
			if (balancers.holds[zoneOf(order)] === 'free') return so;
			break;
		case 'hold-registration':
			if (balancers.registrationHeld === (order.args['setting'] === 'on')) return so;
			break;
		case 'interval-checks':
			if (balancers.intervalSeconds === Number(order.args['seconds'])) return so;
			break;
		case 'threshold-checks':
			if (balancers.thresholdChecks === Number(order.args['count'])) return so;
			break;
		case 'scale-checks':
			if (balancers.hostsComing === 0) break;
			return refuse('hosts-coming', 'The hosts asked for before are still on their way.');
		default:
			return refuse('unknown-order', `NLB knows no order ${order.id}.`);
	}
	return {ok: true, seconds: BALANCERS_ORDERS[order.id as Row].seconds};
}

export function carryOutBalancers(
	balancers: Balancers,
	order: Order,
	by: string,
	_conditions: Conditions<BalancersParameters>,
	beat: Beat,
): Result {
	switch (order.id as Row) {
		case 'pause-nlb-failover':
			return setFailover(balancers, true, by, beat);
		case 'resume-nlb-failover':
			return setFailover(balancers, false, by, beat);
		case 'pin-zone':
			return hold(balancers, order, 'pinned', by, beat);
		case 'drain-zone':
			return hold(balancers, order, 'drained', by, beat);
		case 'unpin-zone':
			return hold(balancers, order, 'free', by, beat);
		case 'hold-registration':
			balancers.registrationHeld = order.args['setting'] === 'on';
			return said(`registration ${balancers.registrationHeld ? 'held' : 'open'}`, by, beat);
		case 'interval-checks':
			balancers.intervalSeconds = Number(order.args['seconds']);
			return said(`a check every ${String(balancers.intervalSeconds)} s`, by, beat);
		case 'threshold-checks':
			balancers.thresholdChecks = Number(order.args['count']);
			return said(`unhealthy after ${String(balancers.thresholdChecks)} failed checks`, by, beat);
		case 'scale-checks': {
			balancers.hostsComing = Number(order.args['count']);
			// A host serves once it has booted and its own network state has arrived.
			balancers.hostsDue = beat.now + 300 + Math.ceil(balancers.latencySeconds);
			return said(`${String(balancers.hostsComing)} more health check hosts launching`, by, beat);
		}
		default:
			return refuse('unknown-order', `NLB knows no order ${order.id}.`);
	}
}

function zoneOf(order: Order): number {
	return ZONES.findIndex(name => name === order.args['zone']);
}

function setFailover(balancers: Balancers, paused: boolean, by: string, beat: Beat): Result {
	for (const automation of balancers.automations) setPaused(automation, paused, by, beat);
	send(failoverMachine, balancers.failover, {type: paused ? 'PAUSED' : 'RESUMED'}, beat);
	return said(`automatic failover ${paused ? 'paused' : 'running'}`, by, beat);
}

function hold(balancers: Balancers, order: Order, how: ZoneHold, by: string, beat: Beat): Result {
	const zone = zoneOf(order);
	if (zone < 0) return refuse('unknown-zone', 'There is no such zone.');
	balancers.holds[zone] = how;
	const state = how === 'free' ? 'left to its checks' : how;
	return said(`${ZONES[zone]!} ${state}`, by, beat);
}

function said(text: string, by: string, beat: Beat): Result {
	beat.say({source: 'nlb-failover', level: 'info', kind: 'nlb-set', text: `${text} (${by})`});
	return done(`NLB: ${text}.`);
}

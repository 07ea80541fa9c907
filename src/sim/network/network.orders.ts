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
} from '../kernel/index.ts';
import {accelerationMachine} from './network.machine.ts';
import type {NetworkParameters} from './network.parameters.ts';
import {PRIORITIES, type Network} from './network.types.ts';

const setting = {kind: 'word', words: ['on', 'off']} as const;

export const NETWORK_ORDERS = {
	'prioritise-network': {
		forms: ['prioritise network <priority>'],
		blanks: {priority: {kind: 'word', words: PRIORITIES}},
		kind: 'do',
		// A change of code under load, deployed zone by zone: AWS had no such lever ready that day.
		seconds: 2700,
		team: 'network',
		needs: 'tools',
		what: 'propagate changes of new or of terminated instances first',
		risk: 'the others wait longer, and the work in all is the same',
		touches: 'the order in which network state reaches instances, in the whole Region',
		example: 'prioritise network new',
	},
	'coalesce-network': {
		forms: ['coalesce network <setting>'],
		blanks: {setting},
		kind: 'do',
		seconds: 1800,
		team: 'network',
		needs: 'tools',
		what: 'drop changes that a later one supersedes',
		risk: 'little is superseded while the backlog is shallow',
		touches: 'changes that wait in Network Manager',
		example: 'coalesce network on',
	},
	'boost-network': {
		forms: ['boost network <setting>'],
		blanks: {setting},
		kind: 'do',
		seconds: 60,
		team: 'network',
		needs: 'tools',
		what: 'stand up more propagation workers; they serve after half an hour',
		risk: 'none but the wait: order them before the backlog is deep',
		touches: 'the capacity of Network Manager',
		example: 'boost network on',
	},
} as const satisfies OrderTable;

export function validateNetwork(network: Network, order: Order): Acceptance | Refusal {
	switch (order.id as keyof typeof NETWORK_ORDERS) {
		case 'prioritise-network':
			if (network.priority !== order.args['priority']) break;
			return refuse('already-so', 'Network Manager works in that order already.');
		case 'coalesce-network':
			if (network.coalescing !== wanted(order)) break;
			return refuse('already-so', 'Network Manager does so already.');
		case 'boost-network':
			if ((network.acceleration.value !== 'ordinary') !== wanted(order)) break;
			return refuse('already-so', `Acceleration is ${network.acceleration.value} already.`);
		default:
			return refuse('unknown-order', `Network Manager knows no order ${order.id}.`);
	}
	return {ok: true, seconds: NETWORK_ORDERS[order.id as keyof typeof NETWORK_ORDERS].seconds};
}

export function applyNetwork(
	network: Network,
	order: Order,
	by: string,
	_conditions: Setup<NetworkParameters>,
	ctx: StepContext,
): Result {
	switch (order.id as keyof typeof NETWORK_ORDERS) {
		case 'prioritise-network': {
			const priority = PRIORITIES.find(word => word === order.args['priority']);
			if (priority === undefined) return refuse('unknown-word', 'Nobody knows that priority.');
			network.priority = priority;
			return said(`priority: ${priority}`, by, ctx);
		}
		case 'coalesce-network':
			network.coalescing = wanted(order);
			return said(`coalescing ${network.coalescing ? 'on' : 'off'}`, by, ctx);
		case 'boost-network': {
			const type = wanted(order) ? 'BOOST_ORDERED' : 'BOOST_STOPPED';
			send(accelerationMachine, network.acceleration, {type}, ctx);
			return said(`acceleration: ${network.acceleration.value}`, by, ctx);
		}
		default:
			return refuse('unknown-order', `Network Manager knows no order ${order.id}.`);
	}
}

function wanted(order: Order): boolean {
	return order.args['setting'] === 'on';
}

function said(text: string, by: string, ctx: StepContext): Result {
	ctx.say({
		source: 'network-manager',
		level: 'info',
		kind: 'network-set',
		text: `${text} (${by})`,
	});
	return done(`Network Manager: ${text}.`);
}

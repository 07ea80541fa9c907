import {done, refuse, rowsFor, send, type Result, type StepContext} from '../kernel/index.ts';
import {accelerationMachine} from './network.machine.ts';
import type {NetworkParameters} from './network.parameters.ts';
import {PRIORITIES, type Network} from './network.types.ts';

const setting = {kind: 'word', words: ['on', 'off']} as const;

/** What is late here is late for whoever waits behind it. */
const MOVES = [
	'network.latency',
	'network.inflowShare',
	'network.backlog',
	'network.unreachable',
	'nlb.errors',
	'nlb.zonesOut',
	'nlb.checkDelay',
	'nlb.flaps',
];

const row = rowsFor<Network, NetworkParameters>({kind: 'do', team: 'network', needs: 'tools'});

export const NETWORK_ORDERS = {
	'prioritise-network': row({
		forms: ['prioritise network <priority>'],
		blanks: {priority: {kind: 'word', words: PRIORITIES}},
		// A change of code under load, deployed zone by zone: AWS had no such lever ready that day.
		seconds: 2700,
		what: 'propagate changes of new or of terminated instances first',
		risk: 'the others wait longer; the total work is the same',
		touches: 'the order in which network state reaches instances, in the whole Region',
		example: 'prioritise network new',
		moves: MOVES,
		refuse: (network, {priority}) =>
			network.priority === priority
				? refuse('already-so', 'Network Manager works in that order already.')
				: null,
		apply: (network, {priority}, by, _setup, ctx) => {
			network.priority = priority;
			return said(`priority: ${priority}`, by, ctx);
		},
	}),
	'coalesce-network': row({
		forms: ['coalesce network <setting>'],
		blanks: {setting},
		seconds: 1800,
		what: 'drop changes that a later one supersedes',
		risk: 'little is superseded while the backlog is shallow',
		touches: 'changes that wait in Network Manager',
		example: 'coalesce network on',
		moves: MOVES,
		refuse: (network, {setting}) =>
			network.coalescing === (setting === 'on')
				? refuse('already-so', 'Network Manager does so already.')
				: null,
		apply: (network, {setting}, by, _setup, ctx) => {
			network.coalescing = setting === 'on';
			return said(`coalescing ${setting}`, by, ctx);
		},
	}),
	'boost-network': row({
		forms: ['boost network <setting>'],
		blanks: {setting},
		seconds: 60,
		what: 'stand up more propagation workers; they take half an hour to come up',
		risk: 'none but the wait: order them before the backlog is deep',
		touches: 'the capacity of Network Manager',
		example: 'boost network on',
		moves: MOVES,
		refuse: ({acceleration}, {setting}) =>
			(acceleration.value !== 'ordinary') === (setting === 'on')
				? refuse('already-so', `Acceleration is ${acceleration.value} already.`)
				: null,
		apply: ({acceleration}, {setting}, by, {parameters}, ctx) => {
			const type = setting === 'on' ? 'BOOST_ORDERED' : 'BOOST_STOPPED';
			send(accelerationMachine, acceleration, {type}, ctx, {1800: parameters.boostReadySeconds});
			return said(`acceleration: ${acceleration.value}`, by, ctx);
		},
	}),
};

function said(text: string, by: string, ctx: StepContext): Result {
	ctx.say({
		source: 'network-manager',
		level: 'info',
		kind: 'network-set',
		text: `${text} (${by})`,
	});
	return done(`Network Manager: ${text}.`);
}

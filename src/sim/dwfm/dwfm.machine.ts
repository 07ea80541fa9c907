import {setup} from 'xstate';
import {modeTable, nextMode} from '../kernel/index.ts';

export type FleetEvent =
	| {readonly type: 'STORE_LOST'}
	| {readonly type: 'STORE_FOUND'}
	| {readonly type: 'STRAINED'}
	| {readonly type: 'GOODPUT_GONE'}
	| {readonly type: 'GOODPUT_BACK'; readonly namesEmpty: boolean}
	| {readonly type: 'WELL'};

/** The fleet as its operators would describe it. The crowds themselves are numbers (dwfm.types). */
export const fleetMachine = setup({
	types: {events: {} as FleetEvent},
	actions: {'draw pools': () => undefined},
	guards: {
		'names are empty': ({event}) => event.type === 'GOODPUT_BACK' && event.namesEmpty,
	},
}).createMachine({
	id: 'fleet',
	initial: 'healthy',
	states: {
		healthy: {
			on: {STORE_LOST: {target: 'degraded', actions: 'draw pools'}, STRAINED: 'recovering'},
		},
		degraded: {on: {STORE_FOUND: 'recovering', GOODPUT_GONE: 'collapsed'}},
		recovering: {
			on: {
				STORE_LOST: {target: 'degraded', actions: 'draw pools'},
				GOODPUT_GONE: 'collapsed',
				WELL: 'healthy',
			},
		},
		collapsed: {
			on: {
				STORE_LOST: {target: 'degraded', actions: 'draw pools'},
				GOODPUT_BACK: [{guard: 'names are empty', target: 'degraded'}, {target: 'recovering'}],
			},
		},
	},
});

const FLEET_EVENTS: readonly FleetEvent[] = [
	{type: 'STORE_LOST'},
	{type: 'STORE_FOUND'},
	{type: 'STRAINED'},
	{type: 'GOODPUT_GONE'},
	{type: 'GOODPUT_BACK', namesEmpty: false},
	{type: 'GOODPUT_BACK', namesEmpty: true},
	{type: 'WELL'},
];

export const HOST_EVENTS = [
	'QUEUE_OUTGROWN',
	'QUEUE_WORKED_OFF',
	'STORE_LOST',
	'STORE_FOUND',
	'RESTARTED',
	'STARTED',
] as const;
export type HostEvent = {readonly type: (typeof HOST_EVENTS)[number]};

/** One droplet manager. Started anew, it has no connection to the state store, and asks for one at once. */
export const hostMachine = setup({types: {events: {} as HostEvent}}).createMachine({
	id: 'host',
	initial: 'working',
	states: {
		working: {on: {QUEUE_OUTGROWN: 'stuck', STORE_LOST: 'cutOff', RESTARTED: 'restarting'}},
		stuck: {on: {QUEUE_WORKED_OFF: 'working', STORE_LOST: 'cutOff', RESTARTED: 'restarting'}},
		cutOff: {on: {STORE_FOUND: 'working', RESTARTED: 'restarting'}},
		restarting: {on: {STARTED: 'cutOff'}},
	},
});

/** The modes of a host as the crowd's array holds them. */
export const HOST_MODES = ['working', 'stuck', 'cutOff', 'restarting'] as const;
export type HostMode = (typeof HOST_MODES)[number];
export const HOST = {working: 0, stuck: 1, cutOff: 2, restarting: 3} as const;

const hostTable = modeTable(hostMachine);

/** Moves one host of a crowd by one event of its chart. */
export function moveHost(modes: Uint8Array, host: number, type: HostEvent['type']): void {
	modes[host] = HOST[nextMode(hostTable, HOST_MODES[modes[host]!]!, type) as HostMode];
}

export const DWFM_CHARTS = {
	fleet: {machine: fleetMachine, events: FLEET_EVENTS},
	host: {machine: hostMachine, events: HOST_EVENTS.map(type => ({type})), crowd: 'hostModes'},
};

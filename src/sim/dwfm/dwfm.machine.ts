import {setup} from 'xstate';

/** Facts about the whole fleet of droplet managers, sent when a line is crossed. */
export type FleetEvent =
	| {readonly type: 'STORE_LOST'}
	| {readonly type: 'STORE_FOUND'}
	| {readonly type: 'BACKLOG_GREW'}
	| {readonly type: 'BACKLOG_CLEARED'}
	| {readonly type: 'GOODPUT_GONE'}
	| {readonly type: 'GOODPUT_BACK'}
	| {readonly type: 'GATE_SET'}
	| {readonly type: 'GATE_LIFTED'};

/** The fleet as its operators would describe it. The crowds themselves are numbers (droplets.types). */
export const fleetMachine = setup({types: {events: {} as FleetEvent}}).createMachine({
	id: 'fleet',
	initial: 'granting',
	states: {
		granting: {on: {STORE_LOST: 'coasting', BACKLOG_GREW: 'reestablishing'}},
		coasting: {on: {STORE_FOUND: 'granting', BACKLOG_GREW: 'starved'}},
		starved: {on: {STORE_FOUND: 'reestablishing', BACKLOG_CLEARED: 'coasting'}},
		reestablishing: {
			on: {
				STORE_LOST: 'starved',
				GATE_SET: 'throttled',
				GOODPUT_GONE: 'collapsed',
				BACKLOG_CLEARED: 'granting',
			},
		},
		throttled: {
			on: {
				STORE_LOST: 'starved',
				GATE_LIFTED: 'reestablishing',
				GOODPUT_GONE: 'collapsed',
				BACKLOG_CLEARED: 'granting',
			},
		},
		collapsed: {
			on: {
				STORE_LOST: 'starved',
				GOODPUT_BACK: 'reestablishing',
				BACKLOG_CLEARED: 'granting',
			},
		},
	},
});

const FLEET_EVENTS: readonly FleetEvent[] = [
	{type: 'STORE_LOST'},
	{type: 'STORE_FOUND'},
	{type: 'BACKLOG_GREW'},
	{type: 'BACKLOG_CLEARED'},
	{type: 'GOODPUT_GONE'},
	{type: 'GOODPUT_BACK'},
	{type: 'GATE_SET'},
	{type: 'GATE_LIFTED'},
];

export const DWFM_CHARTS = {fleet: {machine: fleetMachine, events: FLEET_EVENTS}};

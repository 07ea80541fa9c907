import {setup} from 'xstate';

export type TrafficEvent =
	{readonly type: 'NEW_AWAY'} | {readonly type: 'ALL_AWAY'} | {readonly type: 'BACK'};

/** Where sessions are served. A session stays where it is unless all are moved. */
export const trafficMachine = setup({types: {events: {} as TrafficEvent}}).createMachine({
	id: 'customer-traffic',
	initial: 'home',
	states: {
		home: {on: {NEW_AWAY: 'newAway', ALL_AWAY: 'allAway'}},
		newAway: {on: {ALL_AWAY: 'allAway', BACK: 'home'}},
		allAway: {on: {NEW_AWAY: 'newAway', BACK: 'home'}},
	},
});

export type VendorEvent = {readonly type: 'VENDOR_LOST'} | {readonly type: 'VENDOR_FOUND'};

/** Vendors in the same Region: without them the last flags stand, nobody is paged, and no page is written there. */
export const vendorsMachine = setup({types: {events: {} as VendorEvent}}).createMachine({
	id: 'customer-vendors',
	initial: 'up',
	states: {
		up: {on: {VENDOR_LOST: 'down'}},
		down: {on: {VENDOR_FOUND: 'up'}},
	},
});

const VENDOR_EVENTS: readonly VendorEvent[] = [{type: 'VENDOR_LOST'}, {type: 'VENDOR_FOUND'}];
const TRAFFIC_EVENTS: readonly TrafficEvent[] = [
	{type: 'NEW_AWAY'},
	{type: 'ALL_AWAY'},
	{type: 'BACK'},
];

export const CUSTOMER_CHARTS = {
	traffic: {machine: trafficMachine, events: TRAFFIC_EVENTS},
	vendors: {machine: vendorsMachine, events: VENDOR_EVENTS},
};

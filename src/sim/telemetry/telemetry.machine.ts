import {setup} from 'xstate';

export type DeliveryEvent = {readonly type: 'DELIVERY_FAILED'} | {readonly type: 'ALL_DELIVERED'};

/** Delivery of events, by CloudTrail or by EventBridge: as they come, or late because some wait. */
export const deliveryMachine = setup({
	types: {events: {} as DeliveryEvent},
}).createMachine({
	id: 'delivery',
	initial: 'prompt',
	states: {
		prompt: {on: {DELIVERY_FAILED: 'late'}},
		late: {on: {ALL_DELIVERED: 'prompt'}},
	},
});

const DELIVERY_EVENTS: readonly DeliveryEvent[] = [
	{type: 'DELIVERY_FAILED'},
	{type: 'ALL_DELIVERED'},
];

export const TELEMETRY_CHARTS = {delivery: {machine: deliveryMachine, events: DELIVERY_EVENTS}};

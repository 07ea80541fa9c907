import {setup} from 'xstate';

export type SqsPollersEvent = {readonly type: 'STORE_LOST'} | {readonly type: 'RESTORED_BY_HAND'};

export const SQS_POLLERS_EVENTS = [
	{type: 'STORE_LOST'},
	{type: 'RESTORED_BY_HAND'},
] as const satisfies readonly SqsPollersEvent[];

export type KinesisPollersEvent = SqsPollersEvent | {readonly type: 'STORE_FOUND'};

export const KINESIS_POLLERS_EVENTS = [
	...SQS_POLLERS_EVENTS,
	{type: 'STORE_FOUND'},
] as const satisfies readonly KinesisPollersEvent[];

/** Pollers of SQS stop for good: nothing but a person starts them again (canon 2.10). */
export const sqsPollersMachine = setup({
	types: {events: {} as SqsPollersEvent},
}).createMachine({
	id: 'sqs-pollers',
	initial: 'polling',
	states: {
		polling: {on: {STORE_LOST: 'stopped'}},
		stopped: {on: {RESTORED_BY_HAND: 'polling'}},
	},
});

export const kinesisPollersMachine = setup({
	types: {events: {} as KinesisPollersEvent},
}).createMachine({
	id: 'kinesis-pollers',
	initial: 'polling',
	states: {
		polling: {on: {STORE_LOST: 'starved'}},
		starved: {on: {STORE_FOUND: 'polling', RESTORED_BY_HAND: 'polling'}},
	},
});

export type InvocationsEvent = {readonly type: 'ERRORS_ROSE'} | {readonly type: 'ERRORS_FELL'};

export const INVOCATIONS_EVENTS = [
	{type: 'ERRORS_ROSE'},
	{type: 'ERRORS_FELL'},
] as const satisfies readonly InvocationsEvent[];

export const invocationsMachine = setup({
	types: {events: {} as InvocationsEvent},
}).createMachine({
	id: 'invocations',
	initial: 'serving',
	states: {
		serving: {on: {ERRORS_ROSE: 'failing'}},
		failing: {on: {ERRORS_FELL: 'serving'}},
	},
});

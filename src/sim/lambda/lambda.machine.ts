import {setup} from 'xstate';

export type SqsPollersEvent = {readonly type: 'STORE_LOST'} | {readonly type: 'RESTORED_BY_HAND'};

const SQS_POLLERS_EVENTS = [
	{type: 'STORE_LOST'},
	{type: 'RESTORED_BY_HAND'},
] as const satisfies readonly SqsPollersEvent[];

export type KinesisPollersEvent = SqsPollersEvent | {readonly type: 'STORE_FOUND'};

const KINESIS_POLLERS_EVENTS = [
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

export type ScaleInEvent = {readonly type: 'TARGETS_UNREADABLE'} | {readonly type: 'TARGETS_READ'};

/** Scale-in reads its targets from the store: blind, it releases no host. */
export const scaleInMachine = setup({
	types: {events: {} as ScaleInEvent},
}).createMachine({
	id: 'scale-in',
	initial: 'reading',
	states: {
		reading: {on: {TARGETS_UNREADABLE: 'blind'}},
		blind: {on: {TARGETS_READ: 'reading'}},
	},
});

const SCALE_IN_EVENTS: readonly ScaleInEvent[] = [
	{type: 'TARGETS_UNREADABLE'},
	{type: 'TARGETS_READ'},
];

export const LAMBDA_CHARTS = {
	'sqs-pollers': {machine: sqsPollersMachine, events: SQS_POLLERS_EVENTS},
	'kinesis-pollers': {machine: kinesisPollersMachine, events: KINESIS_POLLERS_EVENTS},
	'scale-in': {machine: scaleInMachine, events: SCALE_IN_EVENTS},
};

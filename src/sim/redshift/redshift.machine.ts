import {setup} from 'xstate';

export type QueriesEvent = {readonly type: 'STORE_LOST'} | {readonly type: 'STORE_FOUND'};

export const QUERIES_EVENTS = [
	{type: 'STORE_LOST'},
	{type: 'STORE_FOUND'},
] as const satisfies readonly QueriesEvent[];

export const queriesMachine = setup({
	types: {events: {} as QueriesEvent},
}).createMachine({
	id: 'queries',
	initial: 'answering',
	states: {
		answering: {on: {STORE_LOST: 'cut-off'}},
		'cut-off': {on: {STORE_FOUND: 'answering'}},
	},
});

export type ReplacementsEvent =
	{readonly type: 'INSTANCES_MISSING'} | {readonly type: 'BACKLOG_CLEARED'};

export const REPLACEMENTS_EVENTS = [
	{type: 'INSTANCES_MISSING'},
	{type: 'BACKLOG_CLEARED'},
] as const satisfies readonly ReplacementsEvent[];

export const replacementsMachine = setup({
	types: {events: {} as ReplacementsEvent},
}).createMachine({
	id: 'replacements',
	initial: 'flowing',
	states: {
		flowing: {on: {INSTANCES_MISSING: 'blocked'}},
		blocked: {on: {BACKLOG_CLEARED: 'flowing'}},
	},
});

import {setup} from 'xstate';

export type CacheEvent =
	| {readonly type: 'NAME_LOST'}
	| {readonly type: 'NAME_FOUND'}
	| {readonly type: 'EMPTY_ANSWERS_HELD'}
	| {readonly type: 'CACHES_CLEARED'}
	| {readonly type: 'OVERRIDE_SET'}
	| {readonly type: 'OVERRIDE_LIFTED'; readonly nameIsEmpty: boolean};

/** What the resolvers of one network hold for one name of DynamoDB. */
export const cacheMachine = setup({
	types: {events: {} as CacheEvent},
	guards: {
		'the name is empty': ({event}) => event.type === 'OVERRIDE_LIFTED' && event.nameIsEmpty,
	},
}).createMachine({
	id: 'cache',
	initial: 'answering',
	states: {
		answering: {
			on: {NAME_LOST: 'emptied', EMPTY_ANSWERS_HELD: 'expiring', OVERRIDE_SET: 'overridden'},
		},
		emptied: {on: {NAME_FOUND: 'expiring', OVERRIDE_SET: 'overridden'}},
		expiring: {
			on: {NAME_LOST: 'emptied', CACHES_CLEARED: 'answering', OVERRIDE_SET: 'overridden'},
		},
		overridden: {
			on: {
				OVERRIDE_LIFTED: [{guard: 'the name is empty', target: 'emptied'}, {target: 'expiring'}],
			},
		},
	},
});

const CACHE_EVENTS: readonly CacheEvent[] = [
	{type: 'NAME_LOST'},
	{type: 'NAME_FOUND'},
	{type: 'EMPTY_ANSWERS_HELD'},
	{type: 'CACHES_CLEARED'},
	{type: 'OVERRIDE_SET'},
	{type: 'OVERRIDE_LIFTED', nameIsEmpty: false},
	{type: 'OVERRIDE_LIFTED', nameIsEmpty: true},
];

export const RESOLVERS_CHARTS = {cache: {machine: cacheMachine, events: CACHE_EVENTS}};

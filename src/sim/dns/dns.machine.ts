import {setup} from 'xstate';
import {modeTable, nextMode, type Mode} from '../kernel/index.ts';

export const ENACTOR_EVENTS = [
	'PLAN_PICKED',
	'PLAN_DROPPED',
	'ENDPOINT_REACHED',
	'LOCK_WON',
	'LOCK_LOST',
	'BACKOFF_ENDED',
	'TARGET_MISSING',
	'FAILURE_WAITED',
	'PASS_FINISHED',
	'CLEANED',
	'RESTARTED',
	'PAUSED',
	'RESUMED',
] as const;
export type EnactorEvent = {readonly type: (typeof ENACTOR_EVENTS)[number]};

/** An Enactor as in canon 4.7, for the endpoint it is at. */
export const enactorMachine = setup({types: {events: {} as EnactorEvent}}).createMachine({
	id: 'enactor',
	initial: 'idle',
	on: {PAUSED: '.paused', RESTARTED: '.idle'},
	states: {
		idle: {on: {PLAN_PICKED: 'checked'}},
		checked: {on: {ENDPOINT_REACHED: 'locking'}},
		locking: {on: {LOCK_WON: 'installing', LOCK_LOST: 'backingOff', PLAN_DROPPED: 'idle'}},
		backingOff: {on: {BACKOFF_ENDED: 'locking'}},
		installing: {
			on: {
				ENDPOINT_REACHED: 'locking',
				LOCK_LOST: 'backingOff',
				PLAN_DROPPED: 'idle',
				TARGET_MISSING: 'failed',
				PASS_FINISHED: 'cleaning',
			},
		},
		cleaning: {on: {CLEANED: 'idle'}},
		failed: {on: {FAILURE_WAITED: 'idle'}},
		paused: {on: {RESUMED: 'idle', RESTARTED: {}}},
	},
});

export const ZONE_EVENTS = [
	'INSTALLED',
	'TREE_DELETED',
	'TREE_BUILT',
	'REPOINTED',
	'PINNED',
] as const;
export type ZoneEvent = {readonly type: (typeof ZONE_EVENTS)[number]};

/** What the public name of a zone leads to: a tree, a tree that is gone, or addresses set by hand. */
export const zoneMachine = setup({types: {events: {} as ZoneEvent}}).createMachine({
	id: 'zone',
	initial: 'live',
	on: {REPOINTED: '.live', PINNED: '.pinned', INSTALLED: '.live'},
	states: {
		live: {on: {TREE_DELETED: 'dangling'}},
		dangling: {on: {TREE_BUILT: 'live'}},
		pinned: {},
	},
});

const enactorTable = modeTable(enactorMachine);
const zoneTable = modeTable(zoneMachine);

/** Moves an Enactor by one event of its chart. */
export function moveEnactor(mode: Mode, type: EnactorEvent['type']): void {
	mode.value = nextMode(enactorTable, mode.value, type);
}

/** Moves a zone by one event of its chart. */
export function moveZone(mode: Mode, type: ZoneEvent['type']): void {
	mode.value = nextMode(zoneTable, mode.value, type);
}

const named = <Type extends string>(types: readonly Type[]) => types.map(type => ({type}));

/** The charts of this folder, with every event each can get. */
export const DNS_CHARTS = {
	enactor: {machine: enactorMachine, events: named(ENACTOR_EVENTS)},
	zone: {machine: zoneMachine, events: named(ZONE_EVENTS)},
};

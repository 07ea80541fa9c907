import {setup, type AnyStateMachine} from 'xstate';
import {BrokenInvariant, type Mode} from '../kernel/index.ts';

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

const enactorTable = tableOf(enactorMachine);
const zoneTable = tableOf(zoneMachine);

/** Moves an Enactor by one event of its chart. */
export function moveEnactor(mode: Mode, type: EnactorEvent['type']): void {
	mode.value = next(enactorTable, mode, type);
}

/** Moves a zone by one event of its chart. */
export function moveZone(mode: Mode, type: ZoneEvent['type']): void {
	mode.value = next(zoneTable, mode, type);
}

type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

function next(table: Table, mode: Mode, type: string): string {
	const value = table.get(mode.value)?.get(type);
	if (value === undefined)
		throw new BrokenInvariant(`${mode.name}, ${mode.value}, hears no ${type}`);
	return value;
}

/**
 * The chart read once as a table of (state, event) to state. The Enactors move some thousand times a
 * minute, and these charts have neither guards, actions nor delays, so a table is all there is to them;
 * a test walks both and holds the table to the kernel's `send`.
 */
function tableOf(machine: AnyStateMachine): Table {
	const table = new Map<string, Map<string, string>>();
	for (const [name, state] of Object.entries(machine.states)) {
		const row = new Map<string, string>();
		for (const [type, transitions] of [...machine.root.transitions, ...state.transitions]) {
			const target = transitions[0]?.target?.[0]?.key;
			row.set(type, target ?? name);
		}
		table.set(name, row);
	}
	return table;
}

const named = <Type extends string>(types: readonly Type[]) => types.map(type => ({type}));

/** The charts of this folder, with every event each can get. */
export const DNS_CHARTS = {
	enactor: {machine: enactorMachine, events: named(ENACTOR_EVENTS)},
	zone: {machine: zoneMachine, events: named(ZONE_EVENTS)},
};

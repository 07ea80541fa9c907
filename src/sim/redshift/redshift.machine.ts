import {setup} from 'xstate';

export type ReplacementsEvent =
	| {readonly type: 'PAUSED'}
	| {readonly type: 'RESUMED'; readonly launchesFail: boolean}
	| {readonly type: 'LAUNCHES_FAILED'}
	| {readonly type: 'LAUNCHES_WORKED'};

/** The automation that replaces nodes; with `redshift-freeze` it begins nothing while launches fail. */
export const replacementsMachine = setup({
	types: {events: {} as ReplacementsEvent},
	guards: {
		'launches fail': ({event}) => event.type === 'RESUMED' && event.launchesFail,
	},
}).createMachine({
	id: 'replacements',
	initial: 'replacing',
	states: {
		replacing: {on: {PAUSED: 'paused', LAUNCHES_FAILED: 'frozen'}},
		frozen: {on: {PAUSED: 'paused', LAUNCHES_WORKED: 'replacing'}},
		paused: {on: {RESUMED: [{guard: 'launches fail', target: 'frozen'}, {target: 'replacing'}]}},
	},
});

const REPLACEMENTS_EVENTS: readonly ReplacementsEvent[] = [
	{type: 'PAUSED'},
	{type: 'RESUMED', launchesFail: false},
	{type: 'RESUMED', launchesFail: true},
	{type: 'LAUNCHES_FAILED'},
	{type: 'LAUNCHES_WORKED'},
];

export const REDSHIFT_CHARTS = {
	replacements: {machine: replacementsMachine, events: REPLACEMENTS_EVENTS},
};

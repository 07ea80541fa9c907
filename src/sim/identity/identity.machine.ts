import {setup} from 'xstate';

export type OperatorEvent =
	| {readonly type: 'SESSION_LAPSED'}
	| {readonly type: 'SIGNED_IN'}
	| {readonly type: 'GLASS_BROKEN'};

export const OPERATOR_EVENTS = [
	{type: 'SESSION_LAPSED'},
	{type: 'SIGNED_IN'},
	{type: 'GLASS_BROKEN'},
] as const satisfies readonly OperatorEvent[];

/** Whether the people on the call can use their tools. */
export const operatorMachine = setup({
	types: {events: {} as OperatorEvent},
}).createMachine({
	id: 'operator',
	initial: 'signed-in',
	states: {
		'signed-in': {on: {SESSION_LAPSED: 'failing', GLASS_BROKEN: 'break-glass'}},
		failing: {on: {SIGNED_IN: 'signed-in', GLASS_BROKEN: 'break-glass'}},
		'break-glass': {on: {SIGNED_IN: 'signed-in'}},
	},
});

export type ServiceEvent = {readonly type: 'ERRORS_ROSE'} | {readonly type: 'ERRORS_FELL'};

export const SERVICE_EVENTS = [
	{type: 'ERRORS_ROSE'},
	{type: 'ERRORS_FELL'},
] as const satisfies readonly ServiceEvent[];

export const tokensMachine = setup({
	types: {events: {} as ServiceEvent},
}).createMachine({
	id: 'tokens',
	initial: 'serving',
	states: {
		serving: {on: {ERRORS_ROSE: 'impaired'}},
		impaired: {on: {ERRORS_FELL: 'serving'}},
	},
});

export const consoleMachine = setup({
	types: {events: {} as ServiceEvent},
}).createMachine({
	id: 'console',
	initial: 'open',
	states: {
		open: {on: {ERRORS_ROSE: 'refused'}},
		refused: {on: {ERRORS_FELL: 'open'}},
	},
});

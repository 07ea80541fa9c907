import {setup} from 'xstate';

export type TelemetryEvent = {readonly type: 'DELAY_GREW'} | {readonly type: 'DELAY_SHRANK'};

export const TELEMETRY_EVENTS = [
	{type: 'DELAY_GREW'},
	{type: 'DELAY_SHRANK'},
] as const satisfies readonly TelemetryEvent[];

export const telemetryMachine = setup({
	types: {events: {} as TelemetryEvent},
}).createMachine({
	id: 'telemetry',
	initial: 'prompt',
	states: {
		prompt: {on: {DELAY_GREW: 'late'}},
		late: {on: {DELAY_SHRANK: 'prompt'}},
	},
});

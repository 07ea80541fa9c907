import {expect, test} from 'vitest';
import {createAgenda, randomStreams, send, tick, type StepContext} from '../kernel/index.ts';
import {HOST, HOST_EVENTS, HOST_MODES, hostMachine, moveHost} from './dwfm.machine.ts';

const ctx: StepContext = {
	now: tick(0),
	agenda: createAgenda(),
	streams: randomStreams('machine'),
	say: () => undefined,
};

test('the modes of the crowd are those of the chart, in its order', () => {
	expect(Object.keys(hostMachine.states)).toEqual(HOST_MODES);
	expect(HOST_MODES.map(mode => HOST[mode])).toEqual([0, 1, 2, 3]);
});

test.each(HOST_MODES.flatMap(mode => HOST_EVENTS.map(type => [mode, type] as const)))(
	'a %s host that hears %s moves as its chart does, or breaks an invariant',
	(start, type) => {
		const byChart = {name: 'x', value: start as string};
		send(hostMachine, byChart, {type}, ctx);
		const modes = Uint8Array.of(HOST[start]);
		try {
			moveHost(modes, 0, type);
		} catch {
			expect(byChart.value).toBe(start);
			return;
		}
		expect(HOST_MODES[modes[0]!]).toBe(byChart.value);
	},
);

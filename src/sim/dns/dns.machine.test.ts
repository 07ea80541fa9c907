import {expect, test} from 'vitest';
import {
	BrokenInvariant,
	createAgenda,
	enter,
	randomStreams,
	send,
	tick,
	type StepContext,
} from '../kernel/index.ts';
import {
	ENACTOR_EVENTS,
	enactorMachine,
	moveEnactor,
	moveZone,
	ZONE_EVENTS,
	zoneMachine,
} from './dns.machine.ts';

const ctx: StepContext = {
	now: tick(0),
	agenda: createAgenda(),
	streams: randomStreams('machine'),
	say: () => undefined,
};

test('the table moves an Enactor exactly as its chart does', () => {
	for (const start of Object.keys(enactorMachine.states)) {
		for (const type of ENACTOR_EVENTS) {
			const byChart = {name: 'x', value: start};
			const byTable = {name: 'x', value: start};
			send(enactorMachine, byChart, {type}, ctx);
			expect(
				tried(() => {
					moveEnactor(byTable, type);
				}),
			).toBe(true);
			expect(byTable.value).toBe(byChart.value);
		}
	}
});

test('the table moves a zone exactly as its chart does', () => {
	for (const start of Object.keys(zoneMachine.states)) {
		for (const type of ZONE_EVENTS) {
			const byChart = {name: 'x', value: start};
			const byTable = {name: 'x', value: start};
			send(zoneMachine, byChart, {type}, ctx);
			tried(() => {
				moveZone(byTable, type);
			});
			expect(byTable.value).toBe(byChart.value);
		}
	}
});

test('both charts begin at rest and leave nothing on the agenda', () => {
	expect(enter(enactorMachine, 'x', ctx).value).toBe('idle');
	expect(enter(zoneMachine, 'x', ctx).value).toBe('live');
	expect(ctx.agenda.heap).toEqual([]);
});

/** An event the chart does not hear in this state breaks an invariant and moves nothing. */
function tried(move: () => void): boolean {
	try {
		move();
	} catch (error) {
		return error instanceof BrokenInvariant;
	}
	return true;
}

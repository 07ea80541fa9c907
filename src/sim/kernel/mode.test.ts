import {describe, expect, test} from 'vitest';
import {initialTransition, setup, transition} from 'xstate';
import {cancel, createAgenda, plan, takeDue, type Agenda} from './agenda.ts';
import type {StepContext} from './step-context.ts';
import {restoreInto, toPlain} from './copy.ts';
import {randomStreams} from './random-streams.ts';
import {enter, send, type Mode} from './mode.ts';
import {tick} from './tick.ts';

type DoorEvent =
	| {readonly type: 'PUSHED'; readonly force: number}
	| {readonly type: 'LOCKED'}
	| {readonly type: 'UNLOCKED'}
	| {readonly type: 'KNOCKED'};

const doorMachine = setup({
	types: {events: {} as DoorEvent},
	actions: {creak: () => undefined, click: () => undefined, rattle: () => undefined},
	guards: {
		'the push is hard': ({event}) => event.type === 'PUSHED' && event.force > 5,
	},
	delays: {swingsShut: 7, relocks: 11, jamEases: 3},
}).createMachine({
	id: 'door',
	initial: 'shut',
	states: {
		shut: {
			after: {relocks: {target: 'locked', actions: 'click'}},
			on: {
				PUSHED: [{guard: 'the push is hard', target: 'jammed'}, {target: 'open'}],
				LOCKED: 'locked',
				KNOCKED: {target: 'shut', reenter: true, actions: 'rattle'},
			},
		},
		open: {
			entry: 'creak',
			exit: 'creak',
			after: {swingsShut: 'shut'},
			on: {KNOCKED: {actions: 'rattle'}},
		},
		jammed: {after: {jamEases: 'open', relocks: 'locked'}, on: {LOCKED: 'locked'}},
		locked: {entry: 'click', on: {UNLOCKED: 'shut'}},
	},
});

const EVENTS: readonly DoorEvent[] = [
	{type: 'PUSHED', force: 1},
	{type: 'PUSHED', force: 9},
	{type: 'LOCKED'},
	{type: 'UNLOCKED'},
	{type: 'KNOCKED'},
];

function ctxAt(now: number, agenda: Agenda): StepContext {
	return {now: tick(now), agenda, streams: randomStreams('mode-test'), say: () => undefined};
}

/** What the documented `transition()` asks for, carried out the plain way. */
function apply(
	actions: readonly object[],
	name: string,
	now: number,
	agenda: Agenda,
): readonly string[] {
	const names: string[] = [];
	for (const {type, params} of actions as readonly {type: string; params: unknown}[]) {
		if (type === 'xstate.raise') {
			const {delay, id, event} = params as {delay: number; id: string; event: {type: string}};
			plan(agenda, tick(now + delay), `${name}/${id}`, name, event);
		} else if (type === 'xstate.cancel') {
			cancel(agenda, `${name}/${(params as {sendId: string}).sendId}`);
		} else {
			names.push(type);
		}
	}
	return names;
}

/** Plays delayed events of one door until `until`. */
function play(mode: Mode, agenda: Agenda, until: number): void {
	for (let due = takeDue(agenda, tick(until)); due; due = takeDue(agenda, tick(until))) {
		send(doorMachine, mode, due.event, ctxAt(due.due, agenda));
	}
}

describe('a mode', () => {
	test('moves as the documented transition() does, over thousands of random steps', () => {
		const rng = randomStreams('mode-test')('events', 0);
		const [agenda, expected] = [createAgenda(), createAgenda()];
		const mode = enter(doorMachine, 'door/1', ctxAt(0, agenda));
		const [initial, entered] = initialTransition(doorMachine);
		let snapshot = initial;
		apply(entered, 'door/1', 0, expected);
		const seen = new Set<string>();
		for (let now = 1; now <= 6_000; now++) {
			const due = takeDue(agenda, tick(now));
			expect(takeDue(expected, tick(now))).toEqual(due);
			const event = due?.event ?? EVENTS[rng.below(EVENTS.length)]!;
			const asked = send(doorMachine, mode, event, ctxAt(now, agenda));
			const [next, actions] = transition(doorMachine, snapshot, event as DoorEvent);
			snapshot = next;
			expect(asked).toEqual(apply(actions, 'door/1', now, expected));
			expect(mode.value).toBe(snapshot.value);
			expect(agenda).toEqual(expected);
			seen.add(`${mode.value} ${due === undefined ? 'by event' : 'by delay'}`);
		}
		expect(seen.size).toBeGreaterThanOrEqual(6);
	});

	test('plans its delay on entry, addressed to its own name', () => {
		const agenda = createAgenda();
		enter(doorMachine, 'door/1', ctxAt(100, agenda));
		expect(agenda.heap).toEqual([
			{
				due: 111,
				order: 0,
				key: 'door/1/xstate.after.relocks.door.shut',
				to: 'door/1',
				event: {type: 'xstate.after.relocks.door.shut'},
			},
		]);
	});

	test('cancels its own delay when it leaves, and not that of another mode of the same chart', () => {
		const agenda = createAgenda();
		const first = enter(doorMachine, 'door/1', ctxAt(0, agenda));
		enter(doorMachine, 'door/2', ctxAt(0, agenda));
		send(doorMachine, first, {type: 'LOCKED'}, ctxAt(1, agenda));
		expect(agenda.heap.map(entry => entry.to)).toEqual(['door/2']);
	});

	test('starts its delay again when it enters the same state again', () => {
		const agenda = createAgenda();
		const mode = enter(doorMachine, 'door/1', ctxAt(0, agenda));
		expect(send(doorMachine, mode, {type: 'KNOCKED'}, ctxAt(4, agenda))).toEqual(['rattle']);
		expect(agenda.heap.map(entry => entry.due)).toEqual([15]);
	});

	test('ignores a delay that arrives after it left', () => {
		const agenda = createAgenda();
		const mode = enter(doorMachine, 'door/1', ctxAt(0, agenda));
		send(doorMachine, mode, {type: 'LOCKED'}, ctxAt(1, agenda));
		const stale = {type: 'xstate.after.relocks.door.shut'};
		expect(send(doorMachine, mode, stale, ctxAt(11, agenda))).toEqual([]);
		expect(mode.value).toBe('locked');
		expect(agenda.heap).toEqual([]);
	});

	test('returns actions in the order the chart asks for them', () => {
		const agenda = createAgenda();
		const mode: Mode = {name: 'door/1', value: 'open'};
		const due = {type: 'xstate.after.swingsShut.door.open'};
		expect(send(doorMachine, mode, due, ctxAt(7, agenda))).toEqual(['creak']);
		expect(mode.value).toBe('shut');
	});

	test('keeps its delays through a save and a load at any second', () => {
		const plain = createAgenda();
		const straight = enter(doorMachine, 'door/1', ctxAt(0, plain));
		let agenda = createAgenda();
		let mode = enter(doorMachine, 'door/1', ctxAt(0, agenda));
		const rng = randomStreams('mode-test')('saves', 0);
		for (let now = 1; now <= 500; now++) {
			const saved: unknown = JSON.parse(JSON.stringify(toPlain({agenda, mode})));
			agenda = createAgenda();
			mode = enter(doorMachine, 'door/1', ctxAt(0, agenda));
			restoreInto({agenda, mode}, saved);
			play(straight, plain, now);
			play(mode, agenda, now);
			if (rng.chance(1, 5)) {
				const event = EVENTS[rng.below(EVENTS.length)]!;
				send(doorMachine, straight, event, ctxAt(now, plain));
				send(doorMachine, mode, event, ctxAt(now, agenda));
			}
			expect({agenda, mode}).toEqual({agenda: plain, mode: straight});
		}
	});

	test('refuses a value that the chart does not have', () => {
		const mode: Mode = {name: 'door/1', value: 'ajar'};
		const ctx = ctxAt(0, createAgenda());
		expect(() => send(doorMachine, mode, {type: 'LOCKED'}, ctx)).toThrow('door has a state ajar');
	});
});

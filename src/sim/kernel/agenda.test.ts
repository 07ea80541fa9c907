import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cancel, createAgenda, plan, takeDue, type Agenda, type Planned} from './agenda.ts';
import {tick} from './tick.ts';

type Operation =
	| {readonly type: 'plan'; readonly due: number; readonly key: string}
	| {readonly type: 'cancel'; readonly key: string}
	| {readonly type: 'take'; readonly now: number};

const key = fc.constantFrom('a', 'b', 'c', 'd');
const operation: fc.Arbitrary<Operation> = fc.oneof(
	{weight: 4, arbitrary: fc.record({type: fc.constant('plan'), due: fc.nat(30), key})},
	{weight: 1, arbitrary: fc.record({type: fc.constant('cancel'), key})},
	{weight: 3, arbitrary: fc.record({type: fc.constant('take'), now: fc.nat(30)})},
);

/** The plain way: a list, sorted by time and then by order of planning. */
function takeFrom(list: Planned[], now: number): Planned | undefined {
	list.sort((a, b) => a.due - b.due || a.order - b.order);
	return list[0] !== undefined && list[0].due <= now ? list.shift() : undefined;
}

function takeAll(agenda: Agenda, now: number): readonly string[] {
	const keys: string[] = [];
	for (let due = takeDue(agenda, tick(now)); due; due = takeDue(agenda, tick(now)))
		keys.push(due.key);
	return keys;
}

describe('the agenda', () => {
	test('does what a sorted list does', () => {
		fc.assert(
			fc.property(fc.array(operation, {maxLength: 120}), operations => {
				const agenda = createAgenda();
				let list: Planned[] = [];
				let order = 0;
				for (const each of operations) {
					if (each.type === 'plan') {
						const event = {type: 'DUE'};
						plan(agenda, tick(each.due), each.key, 'somebody', event);
						list.push({due: tick(each.due), order: order++, key: each.key, to: 'somebody', event});
					} else if (each.type === 'cancel') {
						cancel(agenda, each.key);
						list = list.filter(entry => entry.key !== each.key);
					} else {
						expect(takeDue(agenda, tick(each.now))).toEqual(takeFrom(list, each.now));
					}
					expect(agenda.heap.length).toBe(list.length);
				}
			}),
			{numRuns: 500},
		);
	});

	test('gives entries due at the same second in the order they were planned', () => {
		const agenda = createAgenda();
		const keys = Array.from({length: 200}, (_, index) => String(index));
		for (const each of keys) plan(agenda, tick(7), each, 'somebody', {type: 'DUE'});
		expect(takeAll(agenda, 7)).toEqual(keys);
	});

	test('forgets every entry of a key, whatever moves up when one of them goes', () => {
		const agenda = createAgenda();
		for (const due of [1, 0, 0, 1, 1]) plan(agenda, tick(due), 'a', 'somebody', {type: 'DUE'});
		plan(agenda, tick(0), 'c', 'somebody', {type: 'DUE'});
		cancel(agenda, 'a');
		expect(takeAll(agenda, 1)).toEqual(['c']);
	});

	test('gives nothing before its time', () => {
		const agenda = createAgenda();
		plan(agenda, tick(10), 'later', 'somebody', {type: 'DUE'});
		expect(takeDue(agenda, tick(9))).toBeUndefined();
		expect(takeDue(agenda, tick(10))?.key).toBe('later');
	});

	test('cancels every entry of a key, wherever it stands', () => {
		const agenda = createAgenda();
		for (const due of [5, 3, 9, 1]) plan(agenda, tick(due), 'mine', 'me', {type: 'DUE'});
		plan(agenda, tick(4), 'yours', 'you', {type: 'DUE'});
		cancel(agenda, 'mine');
		expect(takeAll(agenda, 100)).toEqual(['yours']);
	});

	test('has a limit', () => {
		const agenda = createAgenda();
		const planMany = () => {
			for (let n = 0; n < 20_000; n++) plan(agenda, tick(n), 'k', 'somebody', {type: 'DUE'});
		};
		expect(planMany).toThrow('the agenda has a limit');
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {copyOf, restoreInto, toPlain} from './copy.ts';

type Ring = {counts: Uint32Array; shares: Float64Array; at: number};
type State = {now: number; name: string | null; ring: Ring; log: {at: number; text: string}[]};

const RING_SIZE = 8;

function createState(): State {
	const ring = {counts: new Uint32Array(RING_SIZE), shares: new Float64Array(RING_SIZE), at: 0};
	return {now: 0, name: null, ring, log: []};
}

const numbers = fc.double({noNaN: true, noDefaultInfinity: true}).map(value => value + 0);
const eight = {minLength: RING_SIZE, maxLength: RING_SIZE};
const anyState: fc.Arbitrary<State> = fc.record({
	now: fc.nat(),
	name: fc.option(fc.string()),
	ring: fc.record({
		counts: fc.uint32Array(eight),
		shares: fc.array(numbers, eight).map(values => new Float64Array(values)),
		at: fc.nat(),
	}),
	log: fc.array(fc.record({at: fc.nat(), text: fc.string()}), {maxLength: 5}),
});

describe('saving and loading', () => {
	test('brings back every number, in the arrays it was built with', () => {
		fc.assert(
			fc.property(anyState, state => {
				const text = JSON.stringify(toPlain(state));
				const loaded = createState();
				const {counts} = loaded.ring;
				restoreInto(loaded, JSON.parse(text));
				expect(loaded).toEqual(state);
				expect(loaded.ring.counts).toBe(counts);
			}),
		);
	});

	test('overwrites what a used state held before', () => {
		fc.assert(
			fc.property(anyState, anyState, (used, state) => {
				restoreInto(used, JSON.parse(JSON.stringify(toPlain(state))));
				expect(used).toEqual(state);
			}),
		);
	});

	test('removes keys that the save does not have, and adds those it has', () => {
		const state: Record<string, unknown> = {kept: 1, gone: 2};
		restoreInto(state, {kept: 3, fresh: [4]});
		expect(state).toEqual({kept: 3, fresh: [4]});
	});

	test('refuses a save whose arrays have another length', () => {
		const save = toPlain({...createState(), ring: {counts: [1], shares: [1], at: 0}});
		expect(() => restoreInto(createState(), save)).toThrow('counts keeps its length');
	});

	test('shares nothing with what it was made from', () => {
		const state = createState();
		const [copy, loaded] = [copyOf(state), createState()];
		state.log.push({at: 1, text: 'one'});
		const save = copyOf(state);
		restoreInto(loaded, save);
		save.log[0]!.text = 'changed';
		state.ring.shares[0] = 9;
		expect(copy).toEqual(createState());
		expect(loaded.log).toEqual([{at: 1, text: 'one'}]);
		expect(copy.ring.shares[0]).toBe(0);
	});
});

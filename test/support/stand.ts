import fc from 'fast-check';
import {expect} from 'vitest';
import {
	assert,
	copyOf,
	createAgenda,
	fill,
	hash,
	luck,
	switchesOn,
	takeDue,
	tick,
	toPlain,
	valuesOf,
	type Acceptance,
	type Beat,
	type Conditions,
	type Fact,
	type Order,
	type ParameterTable,
	type Refusal,
	type Result,
	type Switch,
	type Tick,
	type Values,
} from '../../src/sim/kernel/index.ts';
import type {Door} from '../../src/sim/part.ts';

/** What a test needs of a subsystem's door, and the inputs that it gets on a good day. */
type Subsystem<Table extends ParameterTable, State, Inputs> = Pick<
	Required<Door<State, Table>>,
	'parameters' | 'create' | 'deliver'
> &
	Pick<Door<State, Table>, 'weigh' | 'carryOut'> & {
		readonly well: Inputs;
		readonly step: (
			state: State,
			inputs: Inputs,
			conditions: Conditions<Values<Table>>,
			beat: Beat,
		) => unknown;
	};

/** One subsystem on a test stand: alone, from tick 0, its inputs in the hands of the test. */
type Stand<Table extends ParameterTable, State extends Observed, Inputs> = {
	readonly state: State;
	readonly output: State['output'];
	readonly conditions: Conditions<Values<Table>>;
	readonly beat: Beat & {now: Tick};
	/** All that it has said so far. */
	readonly facts: readonly Fact[];
	/** Lets seconds pass under the inputs of a good day, but for those given. */
	readonly pass: (seconds: number, inputs?: Partial<Inputs>) => void;
	readonly weigh: (id: string, args?: Order['args']) => Acceptance | Refusal;
	/** The effect of an order, whether or not it would have been accepted. */
	readonly carryOut: (id: string, args?: Order['args']) => Result;
	/** Weighs an order, and carries it out at once if it is accepted. */
	readonly obey: (id: string, args?: Order['args']) => Result;
	/** Another stand of the same kind, loaded with what a save of this one would hold. */
	readonly reloaded: () => Stand<Table, State, Inputs>;
};

type Observed = {readonly output: object};

/** How to put a subsystem on a stand, with the switches that a test wants on. */
export function standFor<Table extends ParameterTable, State extends Observed, Inputs>(
	subsystem: Subsystem<Table, State, Inputs>,
): (switches?: readonly Switch[]) => Stand<Table, State, Inputs> {
	const {create, step, deliver, weigh, carryOut, well} = subsystem;

	return function stand(switches = []) {
		const conditions = {
			parameters: valuesOf(subsystem.parameters),
			switches: switchesOn(switches),
		};
		const facts: Fact[] = [];
		const beat = {
			now: tick(0),
			agenda: createAgenda(),
			luck: luck('seed'),
			say: (fact: Fact) => {
				facts.push(fact);
			},
		};
		const state = create(conditions, beat);

		const pass = (seconds: number, inputs: Partial<Inputs> = {}): void => {
			const now = {...well, ...inputs};
			for (let second = 0; second < seconds; second++) {
				beat.now = tick(beat.now + 1);
				for (let due = takeDue(beat.agenda, beat.now); due; due = takeDue(beat.agenda, beat.now)) {
					deliver(state, due.to, due.event, conditions, beat);
				}
				step(state, now, conditions, beat);
			}
		};
		const verdictOn = (id: string, args: Order['args'] = {}) => {
			assert(weigh !== undefined, 'the subsystem weighs orders');
			return weigh(state, {id, args}, conditions, beat);
		};
		const effectOf = (id: string, args: Order['args'] = {}) => {
			assert(carryOut !== undefined, 'the subsystem carries out orders');
			return carryOut(state, {id, args}, 'ana', conditions, beat);
		};
		const obey = (id: string, args?: Order['args']) => {
			const verdict = verdictOn(id, args);
			return verdict.ok ? effectOf(id, args) : verdict;
		};
		const reloaded = () => {
			const again = stand(switches);
			fill(again.state, JSON.parse(JSON.stringify(toPlain(state))));
			fill(again.beat.agenda, copyOf(beat.agenda));
			again.beat.now = beat.now;
			return again;
		};
		return {
			...{state, output: state.output, conditions, beat, facts},
			...{pass, weigh: verdictOn, carryOut: effectOf, obey, reloaded},
		};
	};
}

export function expectShares(values: Iterable<unknown>): void {
	for (const value of values) {
		expect(value).toBeGreaterThanOrEqual(0);
		expect(value).toBeLessThanOrEqual(1);
	}
}

export const anyShare = fc.double({min: 0, max: 1, noNaN: true});

/** Puts fresh stands under one run of inputs after another, some seconds each, and looks after each input. */
export function underAny<Inputs, One extends {readonly pass: Passing<Inputs>}>(
	stand: () => One,
	inputs: fc.Arbitrary<Inputs>,
	{seconds, lengthMax = 20, numRuns = 30}: {seconds: number; lengthMax?: number; numRuns?: number},
	look: (run: One) => void,
): void {
	fc.assert(
		fc.property(fc.array(inputs, {maxLength: lengthMax}), all => {
			const run = stand();
			for (const each of all) {
				run.pass(seconds, each);
				look(run);
			}
		}),
		{numRuns},
	);
}

type Passing<Inputs> = (seconds: number, inputs?: Inputs) => void;

/** Saves and loads a run, and sees that both go on in the same way. */
export function expectToGoOnFromASave(run: {
	readonly state: object;
	readonly pass: (seconds: number) => void;
	readonly reloaded: () => {
		readonly state: object;
		readonly pass: (seconds: number) => void;
	};
}): void {
	const again = run.reloaded();
	expect(hash(again.state)).toBe(hash(run.state));
	for (const each of [run, again]) each.pass(1000);
	expect(hash(again.state)).toBe(hash(run.state));
}

/** The tick of a time of that night (PDT). */
export function at(hours: number, minutes: number): number {
	const seconds = (hours * 60 + minutes) * 60;
	return hours >= 23 ? seconds - 84_000 : seconds + 2_400;
}

/** What an input is at a time, on straight lines between points of (tick, value). */
export function line(now: number, ...points: readonly (readonly [number, number])[]): number {
	const next = points.findIndex(([when]) => now <= when);
	if (next === 0) return points[0]![1];
	if (next === -1) return points.at(-1)![1];
	const [before, from] = points[next - 1]!;
	const [after, to] = points[next]!;
	return from + ((to - from) * (now - before)) / (after - before);
}

import fc from 'fast-check';
import {expect} from 'vitest';
import {
	applyOrder,
	copyOf,
	createAgenda,
	createLevers,
	createTroubles,
	forgetTakenBack,
	restoreInto,
	hash,
	randomStreams,
	switchesOn,
	takeDue,
	tick,
	toPlain,
	validateOrder,
	valuesOf,
	type Subsystem,
	type Acceptance,
	type StepContext,
	type Setup,
	type Fact,
	type Order,
	type ParameterTable,
	type Refusal,
	type Result,
	type Switch,
	type Tick,
	type Values,
} from '../../src/sim/kernel/index.ts';

/** One subsystem on a test stand: alone, from tick 0, its inputs in the hands of the test. */
type Stand<Table extends ParameterTable, State extends Observed, Inputs> = {
	readonly state: State;
	readonly output: State['output'];
	readonly setup: Setup<Values<Table>>;
	readonly ctx: StepContext & {now: Tick};
	/** All that it has said so far. */
	readonly facts: readonly Fact[];
	/** Lets seconds pass under the inputs of a good day, but for those given. */
	readonly pass: (seconds: number, inputs?: Partial<Inputs>) => void;
	readonly validate: (id: string, args?: Order['args']) => Acceptance | Refusal;
	/** The effect of an order, whether or not it would have been accepted. */
	readonly apply: (id: string, args?: Order['args']) => Result;
	/** Weighs an order, and carries it out at once if it is accepted. */
	readonly obey: (id: string, args?: Order['args']) => Result;
	/** Another stand of the same kind, loaded with what a save of this one would hold. */
	readonly reloaded: () => Stand<Table, State, Inputs>;
};

type Observed = {readonly output: object};

/** How to put a subsystem on a stand, with the switches that a test wants on. */
export function standFor<Table extends ParameterTable, State extends Observed, Inputs>(
	subsystem: Subsystem<State, Inputs, unknown, Table>,
	/** Its inputs on a good day. */
	well: Inputs,
): (
	switches?: readonly Switch[],
	parameters?: Readonly<Record<string, number>>,
) => Stand<Table, State, Inputs> {
	return function stand(switches = [], parameters = {}) {
		const setup = {
			parameters: valuesOf(subsystem.parameters, parameters),
			switches: switchesOn(switches),
		};
		const facts: Fact[] = [];
		const ctx = {
			now: tick(0),
			agenda: createAgenda(),
			streams: randomStreams('seed'),
			levers: createLevers(),
			troubles: createTroubles(),
			say: (fact: Fact) => {
				facts.push(fact);
			},
		};
		const state = subsystem.create(setup, ctx);

		const pass = (seconds: number, inputs: Partial<Inputs> = {}): void => {
			const now = {...well, ...inputs};
			for (let second = 0; second < seconds; second++) {
				ctx.now = tick(ctx.now + 1);
				forgetTakenBack(ctx.levers, ctx.now);
				for (let due = takeDue(ctx.agenda, ctx.now); due; due = takeDue(ctx.agenda, ctx.now)) {
					subsystem.deliver?.(state, due.to, due.event, setup, ctx);
				}
				subsystem.step(state, now, setup, ctx);
			}
		};
		const verdictOn = (id: string, args: Order['args'] = {}) => {
			return validateOrder(subsystem.orders, state, {id, args}, setup, ctx);
		};
		const effectOf = (id: string, args: Order['args'] = {}) => {
			return applyOrder(subsystem.orders, state, {id, args}, 'ana', setup, ctx);
		};
		const obey = (id: string, args?: Order['args']) => {
			const verdict = verdictOn(id, args);
			return verdict.ok ? effectOf(id, args) : verdict;
		};
		const reloaded = () => {
			const again = stand(switches);
			restoreInto(again.state, JSON.parse(JSON.stringify(toPlain(state))));
			restoreInto(again.ctx.agenda, copyOf(ctx.agenda));
			restoreInto(again.ctx.levers, copyOf(ctx.levers));
			again.ctx.now = ctx.now;
			return again;
		};
		return {
			...{state, output: state.output, setup, ctx, facts},
			...{pass, validate: verdictOn, apply: effectOf, obey, reloaded},
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

import {
	createActor,
	type AnyActorScope,
	type AnyMachineSnapshot,
	type AnyStateMachine,
} from 'xstate';
import {cancel, plan} from './agenda.ts';
import {assert, BrokenInvariant} from './assert.ts';
import type {StepContext} from './step-context.ts';
import {tick} from './tick.ts';

// The only file that runs a chart, and the only one that knows XState's internal action names.
// `machine.transition` with a reused scope costs a third of the documented `transition()`, which builds
// an actor at each call; mode.test.ts holds the two equal over thousands of random steps (ADR 0002).

/** Where one instance of a chart stands. Plain data: charts are flat and have no context. */
export type Mode = {readonly name: string; value: string};

type Action = {readonly type: string; readonly params: unknown};
type Runner = {readonly scope: AnyActorScope; readonly actions: Action[]};

const runners = new WeakMap<AnyStateMachine, Runner>();
const snapshots = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>();

/** Puts a chart in its initial state. Delays it starts there go to the agenda, addressed to `name`. */
export function enter(machine: AnyStateMachine, name: string, ctx: StepContext): Mode {
	const {scope, actions} = runnerOf(machine);
	actions.length = 0;
	const mode = {name, value: valueOf(machine.getInitialSnapshot(scope, undefined))};
	interpret(mode, actions, ctx);
	return mode;
}

/** The delay of a chart whose seconds are a parameter: whoever moves the chart says them. */
export const DECLARED = NaN;

/** Seconds for delays of a chart, by their names. */
type Waits = Readonly<Record<string, number>>;

/** Moves a chart by one event and returns the names of the actions it asks for. */
export function send(
	machine: AnyStateMachine,
	mode: Mode,
	event: {readonly type: string},
	ctx: StepContext,
	waits: Waits = {},
): readonly string[] {
	const {scope, actions} = runnerOf(machine);
	actions.length = 0;
	mode.value = valueOf(machine.transition(snapshotOf(machine, mode.value), event, scope));
	return interpret(mode, actions, ctx, waits);
}

/** The end of a `switch` over the modes of a chart. */
export function notAMode({name, value}: Mode): never {
	throw new BrokenInvariant(`${name} has no mode ${value}`);
}

/** Moves a chart that asks for no action, and says whether it is in another mode now. */
export function move(
	machine: AnyStateMachine,
	mode: Mode,
	type: string,
	ctx: StepContext,
): boolean {
	const before = mode.value;
	send(machine, mode, {type}, ctx);
	return mode.value !== before;
}

function interpret(
	mode: Mode,
	actions: readonly Action[],
	ctx: StepContext,
	waits: Waits = {},
): readonly string[] {
	const effects: string[] = [];
	for (const action of actions) {
		switch (action.type) {
			case 'xstate.raise': {
				const {delay, id, event} = action.params as {
					delay: number;
					id: string;
					event: {readonly type: string};
				};
				const [, , name = ''] = event.type.split('.'); // xstate.after.NAME.chart.state
				const declared = waits[name];
				const seconds = declared === undefined ? delay : Math.max(1, Math.round(declared));
				const isWhole = seconds > 0 && Number.isInteger(seconds);
				assert(isWhole, `somebody says how long ${event.type} takes, in whole seconds`);
				plan(ctx.agenda, tick(ctx.now + seconds), `${mode.name}/${id}`, mode.name, event);
				break;
			}
			case 'xstate.cancel': {
				const {sendId} = action.params as {sendId: string};
				cancel(ctx.agenda, `${mode.name}/${sendId}`);
				break;
			}
			default:
				assert(!action.type.startsWith('xstate.'), `there is an interpreter for ${action.type}`);
				effects.push(action.type);
		}
	}
	return effects;
}

function valueOf(snapshot: AnyMachineSnapshot): string {
	const value: unknown = snapshot.value;
	assert(typeof value === 'string', 'a chart is flat');
	return value;
}

function snapshotOf(machine: AnyStateMachine, value: string): AnyMachineSnapshot {
	let known = snapshots.get(machine);
	if (known === undefined) snapshots.set(machine, (known = new Map()));
	let snapshot = known.get(value);
	if (snapshot === undefined) {
		assert(value in machine.states, `${machine.id} has a state ${value}`);
		snapshot = machine.resolveState({value, context: {}});
		known.set(value, snapshot);
	}
	return snapshot;
}

function runnerOf(machine: AnyStateMachine): Runner {
	let runner = runners.get(machine);
	if (runner !== undefined) return runner;
	const actions: Action[] = [];
	const self = createActor(machine); // Built once, never started: a scope must name somebody.
	// XState's scope has a dozen members of which a flat chart without actors uses these.
	const scope = {
		self,
		system: self.system,
		id: machine.id,
		sessionId: machine.id,
		logger: () => undefined,
		defer: () => undefined,
		stopChild: () => undefined,
		emit: () => undefined,
		actionExecutor: (action: Action) => {
			actions.push({type: action.type, params: action.params});
		},
	} as unknown as AnyActorScope;
	runner = {scope, actions};
	runners.set(machine, runner);
	return runner;
}

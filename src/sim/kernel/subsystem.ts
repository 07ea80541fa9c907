import type {AnyStateMachine} from 'xstate';
import type {FaultRows} from './fault-row.ts';
import type {OrderRows} from './order-row.ts';
import type {ParameterTable, Values} from './parameters.ts';
import type {Setup, StepContext} from './step-context.ts';

/** A chart and every event it can get, for walking and for drawing. */
export type Chart = {
	readonly machine: AnyStateMachine;
	readonly events: readonly {readonly type: string}[];
	/** Of a chart that each of a crowd has: where in the state their modes are, as numbers of its states. */
	readonly crowd?: string;
};

type Event = {readonly type: string};

/** All that a folder of the simulation is to the rest: one value. */
export type Subsystem<State, Inputs, Output, Table extends ParameterTable> = {
	readonly parameters: Table;
	readonly charts: Readonly<Record<string, Chart>>;
	readonly orders: OrderRows<State, Values<Table>>;
	/** What levels may make go wrong in it, and make right again. */
	readonly faults: FaultRows<NoInfer<State>, Values<NoInfer<Table>>>;
	/** What a second is handed. Made once a run, and written anew each second before it is read. */
	readonly inputs: () => Inputs;
	create(setup: Setup<Values<Table>>, ctx: StepContext): State;
	/** One second. */
	step(state: State, inputs: Inputs, setup: Setup<Values<Table>>, ctx: StepContext): Output;
	/** Brings it what it planned for itself; `to` is the address it gave. */
	deliver?(
		state: State,
		to: string,
		event: Event,
		setup: Setup<Values<Table>>,
		ctx: StepContext,
	): void;
};

/** A subsystem whose own types are forgotten. Its methods are only ever called with its own state. */
export type AnySubsystem = Subsystem<object, object, unknown, ParameterTable>;

/** States a subsystem, so that its types follow from its parts. */
export function subsystem<State, Inputs, Output, Table extends ParameterTable>(
	own: Subsystem<State, Inputs, Output, Table>,
): Subsystem<State, Inputs, Output, Table> {
	return own;
}

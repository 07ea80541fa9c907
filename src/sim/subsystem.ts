import type {AnyStateMachine} from 'xstate';
import type {
	Acceptance,
	StepContext,
	Setup,
	Order,
	OrderTable,
	ParameterTable,
	Refusal,
	Result,
	Values,
} from './kernel/index.ts';

/** A condition the level sets: what goes wrong, and how badly. Plain data. */
export type Fault = {readonly type: string; readonly [name: string]: string | number};

/** A chart and every event it can get, for walking and for drawing. */
export type Chart = {
	readonly machine: AnyStateMachine;
	readonly events: readonly {readonly type: string}[];
};

/** What every subsystem offers at its door, whatever it is; the causal line alone knows their steps. */
export type Subsystem<State, Table extends ParameterTable> = {
	readonly parameters: Table;
	readonly charts: Readonly<Record<string, Chart>>;
	readonly create: (setup: Setup<Values<Table>>, ctx: StepContext) => State;
	readonly deliver?: (
		state: State,
		to: string,
		event: {readonly type: string},
		setup: Setup<Values<Table>>,
		ctx: StepContext,
	) => void;
	readonly injectFault?: (
		state: State,
		fault: Fault,
		setup: Setup<Values<Table>>,
		ctx: StepContext,
	) => void;
	readonly orders?: OrderTable;
	readonly validate?: (
		state: State,
		order: Order,
		setup: Setup<Values<Table>>,
		ctx: StepContext,
	) => Acceptance | Refusal;
	readonly apply?: (
		state: State,
		order: Order,
		by: string,
		setup: Setup<Values<Table>>,
		ctx: StepContext,
	) => Result;
};

/** A door whose state's type is forgotten, so that doors fit in one table. */
export type AnySubsystem = {
	readonly parameters: ParameterTable;
	readonly charts: Readonly<Record<string, Chart>>;
	readonly orders: OrderTable;
	readonly create: (setup: Setup<never>, ctx: StepContext) => object;
	readonly deliver: (
		state: object,
		to: string,
		event: {readonly type: string},
		setup: Setup<never>,
		ctx: StepContext,
	) => void;
	readonly injectFault: (
		state: object,
		fault: Fault,
		setup: Setup<never>,
		ctx: StepContext,
	) => boolean;
	readonly validate: (
		state: object,
		order: Order,
		setup: Setup<never>,
		ctx: StepContext,
	) => Acceptance | Refusal | null;
	readonly apply: (
		state: object,
		order: Order,
		by: string,
		setup: Setup<never>,
		ctx: StepContext,
	) => Result | null;
};

/** The one place that forgets a state's type: each method is only ever called with its own state. */
export function subsystem<State extends object, Table extends ParameterTable>(
	door: Subsystem<State, Table>,
): AnySubsystem {
	return {
		parameters: door.parameters,
		charts: door.charts,
		orders: door.orders ?? {},
		create: (setup, ctx) => door.create(setup, ctx),
		deliver: (state, to, event, setup, ctx) => {
			door.deliver?.(state as State, to, event, setup, ctx);
		},
		injectFault: (state, fault, setup, ctx) => {
			door.injectFault?.(state as State, fault, setup, ctx);
			return door.injectFault !== undefined;
		},
		validate: (state, order, setup, ctx) =>
			door.validate?.(state as State, order, setup, ctx) ?? null,
		apply: (state, order, by, setup, ctx) =>
			door.apply?.(state as State, order, by, setup, ctx) ?? null,
	};
}

import type {AnyStateMachine} from 'xstate';
import type {
	Acceptance,
	Beat,
	Conditions,
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
export type Door<State, Table extends ParameterTable> = {
	readonly parameters: Table;
	readonly charts: Readonly<Record<string, Chart>>;
	readonly create: (conditions: Conditions<Values<Table>>, beat: Beat) => State;
	readonly deliver?: (
		state: State,
		to: string,
		event: {readonly type: string},
		conditions: Conditions<Values<Table>>,
		beat: Beat,
	) => void;
	readonly strike?: (
		state: State,
		fault: Fault,
		conditions: Conditions<Values<Table>>,
		beat: Beat,
	) => void;
	readonly orders?: OrderTable;
	readonly weigh?: (
		state: State,
		order: Order,
		conditions: Conditions<Values<Table>>,
		beat: Beat,
	) => Acceptance | Refusal;
	readonly carryOut?: (
		state: State,
		order: Order,
		by: string,
		conditions: Conditions<Values<Table>>,
		beat: Beat,
	) => Result;
};

/** A door whose state's type is forgotten, so that doors fit in one table. */
export type Part = {
	readonly parameters: ParameterTable;
	readonly charts: Readonly<Record<string, Chart>>;
	readonly orders: OrderTable;
	readonly create: (conditions: Conditions<never>, beat: Beat) => object;
	readonly deliver: (
		state: object,
		to: string,
		event: {readonly type: string},
		conditions: Conditions<never>,
		beat: Beat,
	) => void;
	readonly strike: (
		state: object,
		fault: Fault,
		conditions: Conditions<never>,
		beat: Beat,
	) => boolean;
	readonly weigh: (
		state: object,
		order: Order,
		conditions: Conditions<never>,
		beat: Beat,
	) => Acceptance | Refusal | null;
	readonly carryOut: (
		state: object,
		order: Order,
		by: string,
		conditions: Conditions<never>,
		beat: Beat,
	) => Result | null;
};

/** The one place that forgets a state's type: each method is only ever called with its own state. */
export function part<State extends object, Table extends ParameterTable>(
	door: Door<State, Table>,
): Part {
	return {
		parameters: door.parameters,
		charts: door.charts,
		orders: door.orders ?? {},
		create: (conditions, beat) => door.create(conditions, beat),
		deliver: (state, to, event, conditions, beat) => {
			door.deliver?.(state as State, to, event, conditions, beat);
		},
		strike: (state, fault, conditions, beat) => {
			door.strike?.(state as State, fault, conditions, beat);
			return door.strike !== undefined;
		},
		weigh: (state, order, conditions, beat) =>
			door.weigh?.(state as State, order, conditions, beat) ?? null,
		carryOut: (state, order, by, conditions, beat) =>
			door.carryOut?.(state as State, order, by, conditions, beat) ?? null,
	};
}

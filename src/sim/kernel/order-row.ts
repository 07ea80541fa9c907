import {assert} from './assert.ts';
import type {Acceptance, Blank, Order, OrderSpec, Refusal, Result} from './order-spec.ts';
import type {Setup, StepContext} from './step-context.ts';
import type {Tick} from './tick.ts';

type BlankTable = Readonly<Record<string, Blank>>;

/** What the parser puts into a blank: one of its words, a number within its bounds, or the text as typed. */
export type Filled<Of extends Blank> = Of extends {
	readonly kind: 'word';
	readonly words: readonly (infer Word extends string)[];
}
	? Word
	: Of extends {readonly kind: 'text'}
		? string
		: number;

/** Forms that lack a blank. A blank that every form has is always filled. */
type Lacking<Form extends string, Name extends string> = Form extends `${string}<${Name}>${string}`
	? never
	: Form;

/** The arguments of an order as its forms and blanks promise them. */
export type ArgsOf<Forms extends readonly string[], Blanks extends BlankTable> = {
	readonly [
		Name in keyof Blanks & string as [Lacking<Forms[number], Name>] extends [never] ? Name : never
	]: Filled<Blanks[Name]>;
} & {
	readonly [
		Name in keyof Blanks & string as [Lacking<Forms[number], Name>] extends [never] ? never : Name
	]?: Filled<Blanks[Name]>;
};

/** What an order does, beside what the grammar and the help tell of it. */
type Conduct<State, Parameters, Args> = {
	/** Why it cannot be given now, if it cannot. */
	refuse?(state: State, args: Args, setup: Setup<Parameters>, ctx: StepContext): Refusal | null;
	/** Seconds from Enter to effect, where they are not those of the row. */
	takes?(state: State, args: Args, setup: Setup<Parameters>): number;
	/** The effect, at the end of its time; `givenAt` is when somebody gave it. */
	apply(
		state: State,
		args: Args,
		by: string,
		setup: Setup<Parameters>,
		ctx: StepContext,
		givenAt: Tick,
	): Result;
	/** Whether what refuses it is asked once more at the end of its time: the world may have changed. */
	readonly askedAgain?: boolean;
};

/** One order: its row of the grammar, what refuses it, and what it does. */
export type OrderRow<State, Parameters> = OrderSpec & Conduct<State, Parameters, Order['args']>;
export type OrderRows<State, Parameters> = Readonly<Record<string, OrderRow<State, Parameters>>>;

type Common = Pick<OrderSpec, 'kind' | 'team' | 'needs'>;

type Row<State, Parameters, Forms, Blanks, Args> = Omit<
	OrderSpec,
	'forms' | 'blanks' | keyof Common
> &
	Partial<Common> & {readonly forms: Forms; readonly blanks: Blanks} & Conduct<
		State,
		Parameters,
		Args
	>;

/** Builds the rows of a subsystem, whose arguments are typed by their blanks. */
export function rowsFor<State, Parameters>(common: Common) {
	return function row<const Forms extends readonly string[], const Blanks extends BlankTable>(
		own: Row<State, Parameters, Forms, Blanks, ArgsOf<Forms, Blanks>>,
	): OrderRow<State, Parameters> {
		// The parser fills these very blanks, so that the arguments are what the row was promised.
		return {...common, ...own};
	};
}

/** Refuses an order with a reason, or says how long it takes. */
export function validateOrder<State, Parameters>(
	rows: OrderRows<State, Parameters>,
	state: State,
	{id, args}: Order,
	setup: Setup<Parameters>,
	ctx: StepContext,
): Acceptance | Refusal {
	const row = rowOf(rows, id);
	const refusal = row.refuse?.(state, args, setup, ctx) ?? null;
	return refusal ?? {ok: true, seconds: row.takes?.(state, args, setup) ?? row.seconds};
}

/** The effect of an order whose time is over. */
export function applyOrder<State, Parameters>(
	rows: OrderRows<State, Parameters>,
	state: State,
	{id, args}: Order,
	by: string,
	setup: Setup<Parameters>,
	ctx: StepContext,
	givenAt: Tick = ctx.now,
): Result {
	const row = rowOf(rows, id);
	const refusal = row.askedAgain === true ? row.refuse?.(state, args, setup, ctx) : undefined;
	return refusal ?? row.apply(state, args, by, setup, ctx, givenAt);
}

function rowOf<State, Parameters>(
	rows: OrderRows<State, Parameters>,
	id: string,
): OrderRow<State, Parameters> {
	const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
	assert(row !== undefined, `${id} is an order of this subsystem`);
	return row;
}

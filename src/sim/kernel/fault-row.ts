import {assert} from './assert.ts';
import type {Blank} from './order-spec.ts';
import type {Filled} from './order-row.ts';
import type {Setup, StepContext} from './step-context.ts';
import {beginTrouble, endTrouble} from './troubles.ts';

/** What a level makes happen: the name of its row, and what stands in the blanks. Plain data. */
export type Fault = {readonly type: string; readonly [name: string]: string | number};

/** A blank without a text: what is written here is read by nobody. */
export type FaultBlank = Exclude<Blank, {readonly kind: 'text'}>;
type Blanks = Readonly<Record<string, FaultBlank>>;

/** One thing that a level may make go wrong in a subsystem, or make right again. */
export type FaultRow<State, Parameters> = {
	readonly kind: 'fault' | 'recovery';
	/** What happens, as part of a sentence. */
	readonly what: string;
	readonly blanks: Blanks;
	/** Blanks that may be left out. */
	readonly optional: readonly string[];
	apply(state: State, fault: Fault, setup: Setup<Parameters>, ctx: StepContext): void;
};
export type FaultRows<State, Parameters> = Readonly<Record<string, FaultRow<State, Parameters>>>;

type Args<Of extends Blanks, Optional extends string> = {
	readonly [Name in Exclude<keyof Of & string, Optional>]: Filled<Of[Name]>;
} & {readonly [Name in keyof Of & Optional]?: Filled<Of[Name]>};

type Own<State, Parameters, Of extends Blanks, Optional extends string> = {
	readonly kind: 'fault' | 'recovery';
	readonly what: string;
	readonly blanks: Of;
	readonly optional?: readonly Optional[];
	apply(state: State, args: Args<Of, Optional>, setup: Setup<Parameters>, ctx: StepContext): void;
};

/** Builds the fault rows of a subsystem, whose arguments are typed by their blanks. */
export function faultsFor<State, Parameters>() {
	return function fault<const Of extends Blanks, const Optional extends keyof Of & string = never>(
		own: Own<State, Parameters, Of, Optional>,
	): FaultRow<State, Parameters> {
		// Levels are held to these very blanks, so that the arguments are what the row was promised.
		return {optional: [], ...own} as unknown as FaultRow<State, Parameters>;
	};
}

export const SHARE = {kind: 'decimal', min: 0, max: 1, unit: 'share'} as const;
export const SECONDS = {kind: 'decimal', min: 1, max: 1_000_000, unit: 's'} as const;

type Lasting = {
	readonly what: string;
	/** What is over when it ends. */
	readonly ends: string;
	/** What its amount is called, and how much of it there may be. */
	readonly amount?: readonly [name: string, blank: FaultBlank];
	/** Which of several it is on. */
	readonly on?: readonly [name: string, words: readonly string[]];
};

/** A fault that lasts, and the recovery that ends it: `type`, and `end-type`. Its step asks for it by `troubleOf`. */
export function lastingFault(
	type: string,
	{what, ends, amount: [name, blank] = ['share', SHARE], on}: Lasting,
): FaultRows<object, unknown> {
	const place: Blanks = on === undefined ? {} : {[on[0]]: {kind: 'word', words: on[1]}};
	const placeOf = (fault: Fault) => (on === undefined ? '' : String(fault[on[0]]));
	return {
		[type]: {
			kind: 'fault',
			what,
			blanks: {...place, [name]: blank, seconds: SECONDS},
			optional: ['seconds'],
			apply: (_state, fault, _setup, ctx) => {
				const seconds = 'seconds' in fault ? Number(fault['seconds']) : undefined;
				beginTrouble(ctx, type, {amount: Number(fault[name]), seconds, on: placeOf(fault)});
			},
		},
		[`end-${type}`]: {
			kind: 'recovery',
			what: ends,
			blanks: place,
			optional: [],
			apply: (_state, fault, _setup, ctx) => {
				endTrouble(ctx, type, placeOf(fault));
			},
		},
	};
}

/** Makes a fault happen. */
export function applyFault<State, Parameters>(
	rows: FaultRows<State, Parameters>,
	state: State,
	fault: Fault,
	setup: Setup<Parameters>,
	ctx: StepContext,
): void {
	const row = Object.hasOwn(rows, fault.type) ? rows[fault.type] : undefined;
	assert(row !== undefined, `${fault.type} is a fault of this subsystem`);
	row.apply(state, fault, setup, ctx);
}

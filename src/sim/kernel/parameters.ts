import {assert} from './assert.ts';

/** Where a number comes from: AWS's own words, what follows from them, or our assumption (canon 0, model 0). */
export type Source = 'aws' | 'inferred' | 'assumed';

export type Parameter = {
	readonly value: number;
	readonly unit: string;
	readonly source: Source;
	/** Section of the fact sheet or of the model notes: `canon 2.6`, `model 4.3`. */
	readonly section: string;
	readonly what: string;
	/** Where the model can live, both ends included; without them they follow from the unit. */
	readonly min?: number;
	readonly max?: number;
};

/** What a parameter may be set to, both ends included. */
export type Bounds = {readonly kind: 'whole' | 'real'; readonly min: number; readonly max: number};

/** Things that come one by one; everything else is measured. */
const WHOLE_UNITS: readonly string[] = [
	'checks',
	'connections',
	'count',
	'droplets',
	'generation',
	'generations',
	'hosts',
	'load balancers',
	'targets',
	'threads',
];

/** A hundred times more is more than anybody asks; time is stepped a second at a time. */
const FACTOR = 100;

export function boundsOf({value, unit, min, max}: Parameter): Bounds {
	const kind = WHOLE_UNITS.includes(unit) ? 'whole' : 'real';
	const least =
		kind === 'whole' ? 1 : unit === 's' ? Math.max(value / FACTOR, Math.min(value, 1)) : 0;
	const most = unit === 'share' ? 1 : value > 0 ? FACTOR * value : 1_000;
	return {kind, min: min ?? least, max: max ?? most};
}

/** Whether a parameter may be set to a number. */
export function isWithin(value: number, {kind, min, max}: Bounds): boolean {
	return value >= min && value <= max && (kind === 'real' || Number.isInteger(value));
}

/** One declared table a subsystem; together they are the model card. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

export type Values<Table extends ParameterTable> = {readonly [Name in keyof Table]: number};

/** The numbers of a table, with a level's or an experiment's own in place of some. */
export function valuesOf<Table extends ParameterTable>(
	table: Table,
	overrides: Readonly<Record<string, number>> = {},
): Values<Table> {
	const values: Record<string, number> = {};
	for (const [name, parameter] of Object.entries(table)) values[name] = parameter.value;
	for (const [name, value] of Object.entries(overrides)) {
		assert(Object.hasOwn(values, name), `${name} is a declared parameter`);
		values[name] = value;
	}
	return values as Values<Table>;
}

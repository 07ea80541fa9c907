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
};

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
		assert(name in values, `${name} is a declared parameter`);
		values[name] = value;
	}
	return values as Values<Table>;
}

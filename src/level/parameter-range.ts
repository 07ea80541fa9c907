import {SUBSYSTEMS, type Parameter, type SubsystemName} from '../sim/index.ts';

/** What a number of the model may be changed to, both ends included. */
export type Range = {readonly min: number; readonly max: number};

export type RangedParameter = Parameter & {readonly range: Range};

/** The numbers of a part of the model by their names, and how far each may be moved. */
export function parametersOf(part: SubsystemName): Readonly<Record<string, RangedParameter>> {
	const table: Readonly<Record<string, Parameter>> = SUBSYSTEMS[part].parameters;
	return Object.fromEntries(
		Object.entries(table).map(([name, parameter]) => [
			name,
			{...parameter, range: rangeOf(parameter)},
		]),
	);
}

/** A hundred times more is more than anybody asks; no time at all is a model that never lets any pass. */
const FACTOR = 100;
const UNTOLD_MAX = 1_000;

function rangeOf({value, unit}: Parameter): Range {
	return {
		min: unit === 's' ? value / FACTOR : 0,
		max: value > 0 ? FACTOR * value : UNTOLD_MAX,
	};
}

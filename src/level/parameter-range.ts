import {
	boundsOf,
	SUBSYSTEMS,
	type Bounds,
	type Parameter,
	type SubsystemName,
} from '../sim/index.ts';

export type BoundedParameter = Parameter & {readonly bounds: Bounds};

/** The numbers of a subsystem by their names, and how far each may be moved. */
export function parametersOf(part: SubsystemName): Readonly<Record<string, BoundedParameter>> {
	return Object.fromEntries(
		Object.entries(SUBSYSTEMS[part].parameters).map(([name, parameter]) => [
			name,
			{...parameter, bounds: boundsOf(parameter)},
		]),
	);
}

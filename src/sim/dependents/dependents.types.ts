import type {Dependency} from './dependents.table.ts';

/** How the 142 services fare, each in its own slot. */
export type Dependents = {
	/** Work each service still owes from when it failed, in seconds of usual arrivals. */
	readonly backlogSeconds: Float64Array;
	readonly output: DependentsOutputs;
};

/** Share of failure of each dependency, 0..1. */
export type DependentsInputs = Readonly<Record<Dependency, number>>;

export type DependentsOutputs = {
	/** Share of requests failing, 0..1, by the row of `DEPENDENT_TABLE`. */
	readonly errors: Float64Array;
};

export {DEPENDENTS_PARAMETERS, type DependentsParameters} from './dependents.parameters.ts';
export {createDependents, deliverDependents, stepDependents} from './dependents.step.ts';
export {
	DEPENDENCIES,
	DEPENDENT_TABLE,
	type Dependency,
	type DependentRow,
	type Listing,
} from './dependents.table.ts';
export type {Dependents, DependentsInputs, DependentsOutputs} from './dependents.types.ts';

/** Plain dependents have no modes: 142 of them are a crowd. */
export const DEPENDENTS_CHARTS = {};

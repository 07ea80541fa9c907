import {subsystem} from '../kernel/index.ts';
import {DEPENDENTS_FAULTS} from './dependents.faults.ts';
import {DEPENDENTS_PARAMETERS} from './dependents.parameters.ts';
import {createDependents, stepDependents, deliverDependents} from './dependents.step.ts';

export type {DependentsParameters} from './dependents.parameters.ts';
export {
	DEPENDENCIES,
	DEPENDENT_TABLE,
	type Dependency,
	type DependentRow,
	type Listing,
} from './dependents.table.ts';
export type {Dependents, DependentsInputs, DependentsOutputs} from './dependents.types.ts';

/** The services that depend on all of these. */
export const dependents = subsystem({
	parameters: DEPENDENTS_PARAMETERS,
	/** Plain dependents have no modes: 142 of them are a crowd. */
	charts: {},
	orders: {},
	faults: DEPENDENTS_FAULTS,
	inputs: () => ({
		dynamodb: 0,
		ec2: 0,
		network: 0,
		nlb: 0,
		lambda: 0,
		sts: 0,
		iam: 0,
		sqs: 0,
		cloudwatch: 0,
		containers: 0,
		connect: 0,
		redshift: 0,
		support: 0,
	}),
	create: createDependents,
	step: stepDependents,
	deliver: deliverDependents,
});

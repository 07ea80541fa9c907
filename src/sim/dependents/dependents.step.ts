import {assert, troubleOf, withTrouble, type StepContext, type Setup} from '../kernel/index.ts';
import {SERVICE_FAILS} from './dependents.faults.ts';
import type {DependentsParameters} from './dependents.parameters.ts';
import {DEPENDENCIES, DEPENDENT_TABLE} from './dependents.table.ts';
import type {Dependents, DependentsInputs, DependentsOutputs} from './dependents.types.ts';

const ROWS = DEPENDENT_TABLE.length;
/** Every service is looked at once in so many seconds: a fifth of them a second. */
const TURN_SECONDS = 5;
// The table as flat arrays: row i needs the entries from STARTS[i] up to STARTS[i + 1].
const {STARTS, NEEDED, WEIGHTS, FOLLOW, CATCH_UP} = flattened();

/** Every service well. */
export function createDependents(): Dependents {
	return {
		backlogSeconds: new Float64Array(ROWS),
		output: {errors: new Float64Array(ROWS)},
	};
}

/**
 * One second of the 142: each follows what it needs, and some owe work after that. Each service has its
 * turn every few seconds, as its canary does.
 */
export function stepDependents(
	dependents: Dependents,
	inputs: DependentsInputs,
	{parameters}: Setup<DependentsParameters>,
	ctx: StepContext,
): DependentsOutputs {
	const {backlogErrors, wellErrors, backlogSecondsMax, balancersPassed} = parameters;
	const {backlogSeconds} = dependents;
	const {errors} = dependents.output;
	const failing = failuresIn(inputs, balancersPassed);
	const isStruck = (ctx.troubles?.standing.length ?? 0) > 0;
	for (let row = ctx.now % TURN_SECONDS; row < ROWS; row += TURN_SECONDS) {
		let served = 1;
		for (let entry = STARTS[row]!; entry < STARTS[row + 1]!; entry++) {
			served *= 1 - WEIGHTS[entry]! * failing[NEEDED[entry]!]!;
		}
		let target = 1 - served;
		if (isStruck) {
			const [name] = DEPENDENT_TABLE[row]!;
			target = withTrouble(target, troubleOf(ctx, SERVICE_FAILS, name));
		}
		const catchUp = CATCH_UP[row]!;
		if (catchUp > 0) {
			const owed = backlogSeconds[row]! + TURN_SECONDS * (target > wellErrors ? target : -catchUp);
			backlogSeconds[row] = Math.min(backlogSecondsMax, Math.max(0, owed));
			if (owed > 0 && target < backlogErrors) target = backlogErrors;
		}
		errors[row] = errors[row]! + (target - errors[row]!) * FOLLOW[row]!;
	}
	return dependents.output;
}

/** Dependents plan nothing. */
export function deliverDependents(_dependents: Dependents, to: string): void {
	assert(false, `nothing is planned for ${to}`);
}

/** In the order of `DEPENDENCIES`; written out, because a field read by a name that varies is slow to read. */
function failuresIn(inputs: DependentsInputs, balancersPassed: number): readonly number[] {
	return [
		part(inputs.dynamodb),
		part(inputs.ec2),
		part(inputs.network),
		part(inputs.nlb * balancersPassed),
		part(inputs.lambda),
		part(inputs.sts),
		part(inputs.iam),
		part(inputs.sqs),
		part(inputs.cloudwatch),
		part(inputs.containers),
		part(inputs.connect),
		part(inputs.redshift),
		part(inputs.support),
	];
}

function part(failure: number): number {
	assert(failure >= 0, 'a share of failure is not negative');
	return Math.min(1, failure);
}

function flattened() {
	const STARTS = new Int32Array(ROWS + 1);
	const NEEDED = new Int32Array(DEPENDENT_TABLE.flatMap(row => Object.keys(row[3])).length);
	const WEIGHTS = new Float64Array(NEEDED.length);
	const FOLLOW = new Float64Array(ROWS);
	const CATCH_UP = new Float64Array(ROWS);
	let entry = 0;
	for (let row = 0; row < ROWS; row++) {
		const [name, , , needs, followSeconds, catchUp] = DEPENDENT_TABLE[row]!;
		assert(followSeconds === 0 || followSeconds >= 1, `${name} follows at once or in seconds`);
		STARTS[row] = entry;
		FOLLOW[row] = TURN_SECONDS / Math.max(TURN_SECONDS, followSeconds);
		CATCH_UP[row] = catchUp;
		for (let index = 0; index < DEPENDENCIES.length; index++) {
			const weight = needs[DEPENDENCIES[index]!];
			if (weight === undefined) continue;
			assert(weight > 0 && weight <= 1, `${name} needs a share`);
			NEEDED[entry] = index;
			WEIGHTS[entry] = weight;
			entry++;
		}
	}
	STARTS[ROWS] = entry;
	return {STARTS, NEEDED, WEIGHTS, FOLLOW, CATCH_UP};
}

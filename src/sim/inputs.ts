import type {stepAccess} from './access/index.ts';
import type {stepBalancers} from './balancers/index.ts';
import type {stepCall} from './call/index.ts';
import type {stepContact} from './contact/index.ts';
import type {stepContainers} from './containers/index.ts';
import type {stepDependents} from './dependents/index.ts';
import type {stepDroplets} from './droplets/index.ts';
import type {stepFunctions} from './functions/index.ts';
import {readyForFractions} from './kernel/index.ts';
import type {stepLaunches} from './launches/index.ts';
import type {stepNetwork} from './network/index.ts';
import type {stepResolvers} from './resolvers/index.ts';
import type {stepStore} from './store/index.ts';
import type {stepTelemetry} from './telemetry/index.ts';
import type {stepWarehouse} from './warehouse/index.ts';

type Written<T> = {-readonly [Key in keyof T]: T[Key]};
type InputsOf<Step extends (state: never, inputs: never, ...rest: never[]) => unknown> = Written<
	Parameters<Step>[1]
>;

/**
 * What each subsystem is handed in a second. Written anew every second before it is read, and never
 * saved; one object each for the whole run, so that no second allocates them.
 */
export type Inputs = {
	readonly resolvers: InputsOf<typeof stepResolvers>;
	readonly store: InputsOf<typeof stepStore>;
	readonly access: InputsOf<typeof stepAccess>;
	readonly droplets: InputsOf<typeof stepDroplets>;
	readonly launches: InputsOf<typeof stepLaunches>;
	readonly network: InputsOf<typeof stepNetwork>;
	readonly balancers: InputsOf<typeof stepBalancers>;
	readonly call: InputsOf<typeof stepCall>;
	readonly functions: InputsOf<typeof stepFunctions>;
	readonly containers: InputsOf<typeof stepContainers>;
	readonly contact: InputsOf<typeof stepContact>;
	readonly warehouse: InputsOf<typeof stepWarehouse>;
	readonly telemetry: InputsOf<typeof stepTelemetry>;
	readonly dependents: InputsOf<typeof stepDependents>;
};

const NO_ADVICE = {retryHard: false, pinZone: false};

export function createInputs(): Inputs {
	return readyForFractions({
		resolvers: {answers: [], fullAnswers: 0, flushAdvised: false},
		store: {
			customersEmpty: 0,
			prodEmpty: 0,
			dwfmEmpty: 0,
			capacityShare: 0,
			balancerErrors: 0,
			retryAdvised: false,
		},
		access: {storeErrors: 0, balancerErrors: 0},
		droplets: {storeEmpty: 0, probesPerSecond: 0, placedPerSecond: 0},
		launches: {
			secondsOfDay: 0,
			storeErrors: 0,
			leasedShare: 0,
			slotsPerSecond: 0,
			startedPerSecond: 0,
			workflowsLostPerSecond: 0,
			networkLatencySeconds: 0,
			advice: NO_ADVICE,
		},
		network: {usualPerSecond: 0, launchedPerSecond: 0, terminatedPerSecond: 0},
		balancers: {usualPerSecond: 0, launchedPerSecond: 0, latencySeconds: 0},
		call: {customerErrors: 0, packetLossShare: 0},
		functions: {storeErrors: 0, balancerErrors: 0, launchSuccess: 0},
		containers: {storeErrors: 0, launchSuccess: 0, networkLatencySeconds: 0},
		contact: {storeErrors: 0, balancerErrors: 0, functionErrors: 0},
		warehouse: {storeErrors: 0, iamErrors: 0, launchSuccess: 0},
		telemetry: {storeErrors: 0, balancerErrors: 0, functionErrors: 0},
		dependents: {
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
		},
	});
}

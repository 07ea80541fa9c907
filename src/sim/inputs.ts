import type {stepIdentity} from './identity/index.ts';
import type {stepNlb} from './nlb/index.ts';
import type {stepIncidentCall} from './incident-call/index.ts';
import type {stepConnect} from './connect/index.ts';
import type {stepContainers} from './containers/index.ts';
import type {stepDependents} from './dependents/index.ts';
import type {stepDwfm} from './dwfm/index.ts';
import type {stepLambda} from './lambda/index.ts';
import {readyForFractions} from './kernel/index.ts';
import type {stepLaunches} from './launches/index.ts';
import type {stepNetwork} from './network/index.ts';
import type {stepResolvers} from './resolvers/index.ts';
import type {stepDynamoDb} from './dynamodb/index.ts';
import type {stepTelemetry} from './telemetry/index.ts';
import type {stepRedshift} from './redshift/index.ts';

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
	readonly dynamodb: InputsOf<typeof stepDynamoDb>;
	readonly identity: InputsOf<typeof stepIdentity>;
	readonly dwfm: InputsOf<typeof stepDwfm>;
	readonly launches: InputsOf<typeof stepLaunches>;
	readonly network: InputsOf<typeof stepNetwork>;
	readonly nlb: InputsOf<typeof stepNlb>;
	readonly incidentCall: InputsOf<typeof stepIncidentCall>;
	readonly lambda: InputsOf<typeof stepLambda>;
	readonly containers: InputsOf<typeof stepContainers>;
	readonly connect: InputsOf<typeof stepConnect>;
	readonly redshift: InputsOf<typeof stepRedshift>;
	readonly telemetry: InputsOf<typeof stepTelemetry>;
	readonly dependents: InputsOf<typeof stepDependents>;
};

const NO_ADVICE = {retryHard: false, pinZone: false};

export function createInputs(): Inputs {
	return readyForFractions({
		resolvers: {answers: [], fullAnswers: 0, flushAdvised: false},
		dynamodb: {
			customersEmpty: 0,
			prodEmpty: 0,
			dwfmEmpty: 0,
			capacityShare: 0,
			balancerErrors: 0,
			retryAdvised: false,
		},
		identity: {storeErrors: 0, balancerErrors: 0},
		dwfm: {storeEmpty: 0, probesPerSecond: 0, placedPerSecond: 0},
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
		nlb: {usualPerSecond: 0, launchedPerSecond: 0, latencySeconds: 0},
		incidentCall: {customerErrors: 0, packetLossShare: 0},
		lambda: {storeErrors: 0, balancerErrors: 0, launchSuccess: 0},
		containers: {storeErrors: 0, launchSuccess: 0, networkLatencySeconds: 0},
		connect: {storeErrors: 0, balancerErrors: 0, functionErrors: 0},
		redshift: {storeErrors: 0, iamErrors: 0, launchSuccess: 0},
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

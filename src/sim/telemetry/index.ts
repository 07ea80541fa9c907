import {TELEMETRY_CHARTS} from './telemetry.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {TELEMETRY_FAULTS} from './telemetry.faults.ts';
import {TELEMETRY_PARAMETERS} from './telemetry.parameters.ts';
import {createTelemetry, stepTelemetry} from './telemetry.step.ts';

export type {TelemetryParameters} from './telemetry.parameters.ts';
export type {Telemetry, TelemetryInputs, TelemetryOutputs} from './telemetry.types.ts';

/** CloudWatch, CloudTrail, EventBridge and SQS. */
export const telemetry = subsystem({
	parameters: TELEMETRY_PARAMETERS,
	charts: TELEMETRY_CHARTS,
	orders: {},
	faults: TELEMETRY_FAULTS,
	inputs: () => ({storeErrors: 0, balancerErrors: 0, functionErrors: 0}),
	create: createTelemetry,
	step: stepTelemetry,
});

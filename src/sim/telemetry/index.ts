import {TELEMETRY_EVENTS, telemetryMachine} from './telemetry.machine.ts';

export {TELEMETRY_PARAMETERS, type TelemetryParameters} from './telemetry.parameters.ts';
export {createTelemetry, deliverTelemetry, stepTelemetry} from './telemetry.step.ts';
export type {Telemetry, TelemetryInputs, TelemetryOutputs} from './telemetry.types.ts';

export const TELEMETRY_CHARTS = {telemetry: {machine: telemetryMachine, events: TELEMETRY_EVENTS}};

import {
	enter,
	move,
	staysHigh,
	troubleOf,
	withTrouble,
	type Mode,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import {METRICS_LATE, METRICS_LOST, SQS_ERRORS} from './telemetry.faults.ts';
import {deliveryMachine} from './telemetry.machine.ts';
import type {TelemetryParameters} from './telemetry.parameters.ts';
import type {Telemetry, TelemetryInputs, TelemetryOutputs} from './telemetry.types.ts';

const MINUTE_SECONDS = 60;

/** Metrics arrive within a minute, events at once. */
export function createTelemetry(
	{parameters}: Setup<TelemetryParameters>,
	ctx: StepContext,
): Telemetry {
	const usualDelaySeconds = drawDelay(parameters, ctx);
	return {
		trail: enter(deliveryMachine, 'telemetry/trail', ctx),
		bus: enter(deliveryMachine, 'telemetry/bus', ctx),
		metricsLate: false,
		usualDelaySeconds,
		addedDelaySeconds: 0,
		output: {
			metricDelaySeconds: Math.round(usualDelaySeconds),
			metricLossShare: 0,
			trailBacklogSeconds: 0,
			busBacklogSeconds: 0,
			sqsErrors: 0,
		},
	};
}

/** One second of telemetry: the later and thinner, the worse the services it is made of. */
export function stepTelemetry(
	telemetry: Telemetry,
	inputs: TelemetryInputs,
	{parameters}: Setup<TelemetryParameters>,
	ctx: StepContext,
): TelemetryOutputs {
	const {output} = telemetry;
	const {storeErrors, balancerErrors} = inputs;
	if (ctx.now % MINUTE_SECONDS === 0) telemetry.usualDelaySeconds = drawDelay(parameters, ctx);
	const added =
		parameters.storeDelaySeconds * storeErrors +
		parameters.balancerDelaySeconds * balancerErrors +
		troubleOf(ctx, METRICS_LATE);
	telemetry.addedDelaySeconds +=
		(added - telemetry.addedDelaySeconds) / parameters.delayFollowSeconds;
	output.metricDelaySeconds = Math.round(telemetry.usualDelaySeconds + telemetry.addedDelaySeconds);
	const lost = Math.min(
		1,
		parameters.storeLoss * storeErrors + parameters.balancerLoss * balancerErrors,
	);
	output.metricLossShare = withTrouble(lost, troubleOf(ctx, METRICS_LOST));
	const failing = 1 - (1 - storeErrors) * (1 - balancerErrors);
	const undelivered = 1 - (1 - failing) * (1 - parameters.functionWeight * inputs.functionErrors);
	const {trailCatchUp, busCatchUp} = parameters;
	const {trail, bus} = telemetry;
	const byTrail = (1 + trailCatchUp) * (1 - failing);
	const byBus = (1 + busCatchUp) * (1 - undelivered);
	output.trailBacklogSeconds = deliver(trail, output.trailBacklogSeconds, byTrail, ctx);
	output.busBacklogSeconds = deliver(bus, output.busBacklogSeconds, byBus, ctx);
	const sqsFailing =
		1 -
		(1 - parameters.sqsStoreWeight * storeErrors) *
			(1 - parameters.sqsBalancerWeight * balancerErrors);
	const sqsErrors = withTrouble(sqsFailing, troubleOf(ctx, SQS_ERRORS));
	output.sqsErrors += (sqsErrors - output.sqsErrors) / parameters.sqsFollowSeconds;
	noteCrossings(telemetry, parameters, ctx);
	return output;
}

/**
 * What waits after a second in which that many seconds' worth can be delivered. While delivery is prompt nothing
 * waits; once it is late, what waits is delivered with what comes, until nothing is left.
 */
function deliver(mode: Mode, waiting: number, delivered: number, ctx: StepContext): number {
	const left = (mode.value === 'late' ? waiting : 0) + 1 - delivered;
	if (mode.value === 'prompt' && left > 0) move(deliveryMachine, mode, 'DELIVERY_FAILED', ctx);
	else if (mode.value === 'late' && left <= 0) move(deliveryMachine, mode, 'ALL_DELIVERED', ctx);
	return Math.max(0, left);
}

function drawDelay({usualDelayMin, usualDelayMax}: TelemetryParameters, ctx: StepContext): number {
	return ctx.streams('telemetry/delay', ctx.now).between(usualDelayMin, usualDelayMax);
}

function noteCrossings(
	telemetry: Telemetry,
	{lateSeconds}: TelemetryParameters,
	ctx: StepContext,
): void {
	const {metricDelaySeconds} = telemetry.output;
	const late = staysHigh(
		telemetry.metricsLate,
		metricDelaySeconds,
		lateSeconds,
		lateSeconds * 0.75,
	);
	if (late === telemetry.metricsLate) return;
	telemetry.metricsLate = late;
	if (late) {
		ctx.say({
			source: 'cloudwatch',
			level: 'warn',
			kind: 'metrics-late',
			text: `ingestion: metrics ${String(metricDelaySeconds)} s behind and losing samples`,
		});
	} else {
		ctx.say({
			source: 'cloudwatch',
			level: 'info',
			kind: 'metrics-prompt',
			text: 'ingestion: metrics on time again',
		});
	}
}

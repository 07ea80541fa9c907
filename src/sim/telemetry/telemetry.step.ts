import {
	enter,
	send,
	troubleOf,
	withTrouble,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import {METRICS_LATE, METRICS_LOST, SQS_ERRORS} from './telemetry.faults.ts';
import {telemetryMachine} from './telemetry.machine.ts';
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
		mode: enter(telemetryMachine, 'telemetry/metrics', ctx),
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
	output.trailBacklogSeconds = backlogAfter(
		output.trailBacklogSeconds,
		failing,
		parameters.trailCatchUp,
	);
	output.busBacklogSeconds = backlogAfter(
		output.busBacklogSeconds,
		undelivered,
		parameters.busCatchUp,
	);
	const sqsFailing =
		1 -
		(1 - parameters.sqsStoreWeight * storeErrors) *
			(1 - parameters.sqsBalancerWeight * balancerErrors);
	const sqsErrors = withTrouble(sqsFailing, troubleOf(ctx, SQS_ERRORS));
	output.sqsErrors += (sqsErrors - output.sqsErrors) / parameters.sqsFollowSeconds;
	noteCrossings(telemetry, parameters, ctx);
	return output;
}

/** Nothing in telemetry waits on the agenda yet; a delay in the chart would arrive here. */
export function deliverTelemetry(
	telemetry: Telemetry,
	_to: string,
	event: {readonly type: string},
	_conditions: Setup<TelemetryParameters>,
	ctx: StepContext,
): void {
	send(telemetryMachine, telemetry.mode, event, ctx);
}

/** A second of arrivals joins the backlog; what works delivers up to `1 + catchUp` seconds of it. */
function backlogAfter(backlogSeconds: number, errors: number, catchUp: number): number {
	return Math.max(0, backlogSeconds + 1 - (1 + catchUp) * (1 - errors));
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
	if (telemetry.mode.value === 'prompt' && metricDelaySeconds > lateSeconds) {
		send(telemetryMachine, telemetry.mode, {type: 'DELAY_GREW'}, ctx);
		ctx.say({
			source: 'cloudwatch',
			level: 'warn',
			kind: 'metrics-late',
			text: `ingestion: metrics ${String(metricDelaySeconds)} s behind and losing samples`,
		});
	} else if (telemetry.mode.value === 'late' && metricDelaySeconds < lateSeconds * 0.75) {
		send(telemetryMachine, telemetry.mode, {type: 'DELAY_SHRANK'}, ctx);
		ctx.say({
			source: 'cloudwatch',
			level: 'info',
			kind: 'metrics-prompt',
			text: 'ingestion: metrics on time again',
		});
	}
}

import {
	enter,
	move,
	percent,
	runningAutomation,
	send,
	type Setup,
	staysHigh,
	type StepContext,
	troubleOf,
	withTrouble,
} from '../kernel/index.ts';
import {CACHE_LOSS} from './lambda.faults.ts';
import {kinesisPollersMachine, scaleInMachine, sqsPollersMachine} from './lambda.machine.ts';
import type {LambdaParameters} from './lambda.parameters.ts';
import type {Lambda, LambdaInputs, LambdaOutputs} from './lambda.types.ts';

/** A full fleet with nothing waiting. */
export function createLambda(_conditions: Setup<LambdaParameters>, ctx: StepContext): Lambda {
	return {
		sqsPollers: enter(sqsPollersMachine, 'functions/sqs-pollers', ctx),
		kinesisPollers: enter(kinesisPollersMachine, 'functions/kinesis-pollers', ctx),
		scaleIn: enter(scaleInMachine, 'functions/scale-in', ctx),
		failing: false,
		fleetShare: 1,
		storeFelt: 0,
		asyncLimit: 1,
		pollerLimit: 1,
		automations: [runningAutomation('lambda-scale-in', 'Lambda fleet scale-in', ctx)],
		output: {
			syncErrors: 0,
			asyncBacklogSeconds: 0,
			sqsBacklogSeconds: 0,
			kinesisAgeSeconds: 0,
			createErrors: 0,
			sqsPollersDown: false,
			errors: 0,
			fleetShare: 1,
		},
	};
}

/** One second of Lambda: pollers, then the fleet, then the work the fleet can carry. */
export function stepLambda(
	lambda: Lambda,
	inputs: LambdaInputs,
	{parameters}: Setup<LambdaParameters>,
	ctx: StepContext,
): LambdaOutputs {
	const feltBefore = lambda.storeFelt;
	const storeErrors = withTrouble(inputs.storeErrors, troubleOf(ctx, CACHE_LOSS));
	lambda.storeFelt += (storeErrors - feltBefore) / parameters.storeFollowSeconds;
	followTargets(lambda, feltBefore, parameters, ctx);
	stepPollers(lambda, parameters, ctx);
	const load = stepWork(lambda, parameters);
	stepFleet(lambda, inputs, load, parameters);
	noteCrossings(lambda, parameters, ctx);
	return lambda.output;
}

/** Tells scale-in when its targets can no longer be read, and when they can again. */
function followTargets(
	{scaleIn, storeFelt}: Lambda,
	before: number,
	{failingErrors}: LambdaParameters,
	ctx: StepContext,
): void {
	const unreadable = storeFelt >= failingErrors;
	if (unreadable === before >= failingErrors) return;
	move(scaleInMachine, scaleIn, unreadable ? 'TARGETS_UNREADABLE' : 'TARGETS_READ', ctx);
}

function stepPollers(lambda: Lambda, parameters: LambdaParameters, ctx: StepContext): void {
	const {sqsPollers, kinesisPollers, storeFelt} = lambda;
	if (storeFelt > parameters.pollersStopErrors) {
		if (sqsPollers.value === 'polling') {
			send(sqsPollersMachine, sqsPollers, {type: 'STORE_LOST'}, ctx);
			ctx.say({
				source: 'lambda-pollers',
				level: 'error',
				kind: 'sqs-pollers-stopped',
				text: 'SQS poller fleet: cannot read event source mappings, workers exited',
			});
		}
		if (kinesisPollers.value === 'polling') {
			send(kinesisPollersMachine, kinesisPollers, {type: 'STORE_LOST'}, ctx);
		}
	} else if (kinesisPollers.value === 'starved' && storeFelt < parameters.pollersResumeErrors) {
		send(kinesisPollersMachine, kinesisPollers, {type: 'STORE_FOUND'}, ctx);
		ctx.say({
			source: 'lambda-pollers',
			level: 'info',
			kind: 'kinesis-pollers-resumed',
			text: 'Kinesis poller fleet: mappings readable, polling resumed',
		});
	}
}

/** Shares the fleet among the kinds of work, and returns the load it was offered. */
function stepWork(lambda: Lambda, parameters: LambdaParameters): number {
	const {output} = lambda;
	const sqsLimit = lambda.sqsPollers.value === 'polling' ? lambda.pollerLimit : 0;
	const kinesisLimit = lambda.kinesisPollers.value === 'polling' ? lambda.pollerLimit : 0;
	const async = offered(lambda.asyncLimit, parameters.asyncFullRate, output.asyncBacklogSeconds);
	const sqs = offered(sqsLimit, parameters.sqsFullRate, output.sqsBacklogSeconds);
	const kinesis = offered(kinesisLimit, parameters.kinesisFullRate, output.kinesisAgeSeconds);
	const load =
		parameters.syncLoad +
		parameters.asyncLoad * async +
		parameters.sqsLoad * sqs +
		parameters.kinesisLoad * kinesis;
	// An over-full fleet refuses all kinds alike: only a throttle favours synchronous calls.
	const carried = Math.min(1, lambda.fleetShare / load);
	const working = carried * (1 - parameters.storeWeight * lambda.storeFelt);
	output.asyncBacklogSeconds = Math.max(0, output.asyncBacklogSeconds + 1 - async * working);
	output.sqsBacklogSeconds = Math.max(0, output.sqsBacklogSeconds + 1 - sqs * working);
	output.kinesisAgeSeconds = Math.max(0, output.kinesisAgeSeconds + 1 - kinesis * working);
	output.syncErrors = 1 - working;
	output.createErrors = 1 - carried * (1 - lambda.storeFelt);
	output.sqsPollersDown = lambda.sqsPollers.value === 'stopped';
	output.errors =
		1 - (1 - output.syncErrors) * (1 - (output.sqsPollersDown ? parameters.pollersWeight : 0));
	return load;
}

/**
 * Work offered in a second, in seconds of usual arrivals. Unlimited, it is what came and what waits, up
 * to the full rate; under a limit it is that part of the usual rate, and the rest waits.
 */
function offered(limit: number, fullRate: number, backlogSeconds: number): number {
	return Math.min(limit < 1 ? limit : fullRate, 1 + backlogSeconds);
}

/** Hosts are lost to failed checks and to scale-in; only launches that succeed bring any back. */
function stepFleet(
	lambda: Lambda,
	inputs: LambdaInputs,
	load: number,
	parameters: LambdaParameters,
): void {
	const fleet = lambda.fleetShare;
	const exposed = Math.max(0, fleet - (1 - parameters.atRiskShare));
	const pressure = Math.min(1, inputs.balancerErrors / parameters.fullErrors);
	const terminated =
		inputs.balancerErrors > parameters.terminationErrors
			? parameters.terminationsPerSecond * pressure * exposed
			: 0;
	const idle = load < parameters.scaleInUtilisation * fleet;
	const scalesIn = idle && !lambda.automations[0]!.paused && lambda.scaleIn.value === 'reading';
	const released = scalesIn ? parameters.scaleInPerSecond : 0;
	const grown = idle ? 0 : parameters.regrowthPerSecond * inputs.launchSuccess;
	lambda.fleetShare = Math.min(1, Math.max(0, fleet - terminated - released + grown));
	lambda.output.fleetShare = lambda.fleetShare;
}

function noteCrossings(lambda: Lambda, {failingErrors}: LambdaParameters, ctx: StepContext): void {
	const {syncErrors, fleetShare} = lambda.output;
	const failing = staysHigh(lambda.failing, syncErrors, failingErrors, failingErrors / 2);
	if (failing === lambda.failing) return;
	lambda.failing = failing;
	if (failing) {
		ctx.say({
			source: 'lambda',
			level: 'error',
			kind: 'invocations-failing',
			text: `Invoke: ${percent(syncErrors)} failing, fleet at ${percent(fleetShare)}`,
		});
	} else {
		ctx.say({
			source: 'lambda',
			level: 'info',
			kind: 'invocations-recovered',
			text: `Invoke: errors back to normal, fleet at ${percent(fleetShare)}`,
		});
	}
}

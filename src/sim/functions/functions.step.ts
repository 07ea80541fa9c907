import {enter, runningAutomation, send, type Beat, type Conditions} from '../kernel/index.ts';
import {invocationsMachine, kinesisPollersMachine, sqsPollersMachine} from './functions.machine.ts';
import type {FunctionsParameters} from './functions.parameters.ts';
import type {Functions, FunctionsInputs, FunctionsOutputs} from './functions.types.ts';

/** A full fleet with nothing waiting. */
export function createFunctions(
	_conditions: Conditions<FunctionsParameters>,
	beat: Beat,
): Functions {
	return {
		sqsPollers: enter(sqsPollersMachine, 'functions/sqs-pollers', beat),
		kinesisPollers: enter(kinesisPollersMachine, 'functions/kinesis-pollers', beat),
		invocations: enter(invocationsMachine, 'functions/invocations', beat),
		fleetShare: 1,
		storeFelt: 0,
		asyncLimit: 1,
		pollerLimit: 1,
		automations: [runningAutomation('lambda-scale-in', 'Lambda fleet scale-in', beat)],
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
export function stepFunctions(
	functions: Functions,
	inputs: FunctionsInputs,
	{parameters}: Conditions<FunctionsParameters>,
	beat: Beat,
): FunctionsOutputs {
	functions.storeFelt += (inputs.storeErrors - functions.storeFelt) / parameters.storeFollowSeconds;
	stepPollers(functions, parameters, beat);
	const load = stepWork(functions, parameters);
	stepFleet(functions, inputs, load, parameters);
	noteCrossings(functions, parameters, beat);
	return functions.output;
}

/** Nothing in Lambda waits on the agenda yet; a delay in a chart would arrive here. */
export function deliverFunctions(
	functions: Functions,
	to: string,
	event: {readonly type: string},
	_conditions: Conditions<FunctionsParameters>,
	beat: Beat,
): void {
	if (to === functions.sqsPollers.name) send(sqsPollersMachine, functions.sqsPollers, event, beat);
	if (to === functions.kinesisPollers.name) {
		send(kinesisPollersMachine, functions.kinesisPollers, event, beat);
	}
}

function stepPollers(functions: Functions, parameters: FunctionsParameters, beat: Beat): void {
	const {sqsPollers, kinesisPollers, storeFelt} = functions;
	if (storeFelt > parameters.pollersStopErrors) {
		if (sqsPollers.value === 'polling') {
			send(sqsPollersMachine, sqsPollers, {type: 'STORE_LOST'}, beat);
			beat.say({
				source: 'lambda-pollers',
				level: 'error',
				kind: 'sqs-pollers-stopped',
				text: 'SQS poller fleet: cannot read event source mappings, workers exited',
			});
		}
		if (kinesisPollers.value === 'polling') {
			send(kinesisPollersMachine, kinesisPollers, {type: 'STORE_LOST'}, beat);
		}
	} else if (kinesisPollers.value === 'starved' && storeFelt < parameters.pollersResumeErrors) {
		send(kinesisPollersMachine, kinesisPollers, {type: 'STORE_FOUND'}, beat);
		beat.say({
			source: 'lambda-pollers',
			level: 'info',
			kind: 'kinesis-pollers-resumed',
			text: 'Kinesis poller fleet: mappings readable, polling resumed',
		});
	}
}

/** Shares the fleet among the kinds of work, and returns the load it was offered. */
function stepWork(functions: Functions, parameters: FunctionsParameters): number {
	const {output} = functions;
	const sqsLimit = functions.sqsPollers.value === 'polling' ? functions.pollerLimit : 0;
	const kinesisLimit = functions.kinesisPollers.value === 'polling' ? functions.pollerLimit : 0;
	const async = offered(functions.asyncLimit, parameters.asyncFullRate, output.asyncBacklogSeconds);
	const sqs = offered(sqsLimit, parameters.sqsFullRate, output.sqsBacklogSeconds);
	const kinesis = offered(kinesisLimit, parameters.kinesisFullRate, output.kinesisAgeSeconds);
	const load =
		parameters.syncLoad +
		parameters.asyncLoad * async +
		parameters.sqsLoad * sqs +
		parameters.kinesisLoad * kinesis;
	// An over-full fleet refuses all kinds alike: only a throttle favours synchronous calls.
	const carried = Math.min(1, functions.fleetShare / load);
	const working = carried * (1 - parameters.storeWeight * functions.storeFelt);
	output.asyncBacklogSeconds = Math.max(0, output.asyncBacklogSeconds + 1 - async * working);
	output.sqsBacklogSeconds = Math.max(0, output.sqsBacklogSeconds + 1 - sqs * working);
	output.kinesisAgeSeconds = Math.max(0, output.kinesisAgeSeconds + 1 - kinesis * working);
	output.syncErrors = 1 - working;
	output.createErrors = 1 - carried * (1 - functions.storeFelt);
	output.sqsPollersDown = functions.sqsPollers.value === 'stopped';
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
	functions: Functions,
	inputs: FunctionsInputs,
	load: number,
	parameters: FunctionsParameters,
): void {
	const fleet = functions.fleetShare;
	const exposed = Math.max(0, fleet - (1 - parameters.atRiskShare));
	const pressure = Math.min(1, inputs.balancerErrors / parameters.fullErrors);
	const terminated =
		inputs.balancerErrors > parameters.terminationErrors
			? parameters.terminationsPerSecond * pressure * exposed
			: 0;
	const scaleIn = functions.automations[0]!;
	const idle = load < parameters.scaleInUtilisation * fleet;
	// Scale-in reads its targets from the store, so that it rests while the store is away.
	const released =
		idle && !scaleIn.paused && functions.storeFelt < parameters.failingErrors
			? parameters.scaleInPerSecond
			: 0;
	const grown = idle ? 0 : parameters.regrowthPerSecond * inputs.launchSuccess;
	functions.fleetShare = Math.min(1, Math.max(0, fleet - terminated - released + grown));
	functions.output.fleetShare = functions.fleetShare;
}

function noteCrossings(
	functions: Functions,
	{failingErrors}: FunctionsParameters,
	beat: Beat,
): void {
	const {syncErrors, fleetShare} = functions.output;
	if (functions.invocations.value === 'serving' && syncErrors > failingErrors) {
		send(invocationsMachine, functions.invocations, {type: 'ERRORS_ROSE'}, beat);
		beat.say({
			source: 'lambda',
			level: 'error',
			kind: 'invocations-failing',
			text: `Invoke: ${percent(syncErrors)} failing, fleet at ${percent(fleetShare)}`,
		});
	} else if (functions.invocations.value === 'failing' && syncErrors < failingErrors / 2) {
		send(invocationsMachine, functions.invocations, {type: 'ERRORS_FELL'}, beat);
		beat.say({
			source: 'lambda',
			level: 'info',
			kind: 'invocations-recovered',
			text: `Invoke: errors back to normal, fleet at ${percent(fleetShare)}`,
		});
	}
}

function percent(share: number): string {
	return `${(share * 100).toFixed(0)} %`;
}

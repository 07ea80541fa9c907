import {
	assert,
	enter,
	fell,
	move,
	rose,
	send,
	troubleOf,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import {PROPAGATION_STALL} from './network.faults.ts';
import {accelerationMachine, propagationMachine} from './network.machine.ts';
import type {NetworkParameters} from './network.parameters.ts';
import type {Network, NetworkInputs, NetworkOutput} from './network.types.ts';

type NetworkConditions = Setup<NetworkParameters>;

/** A mode ends when latency has fallen this far below the line where it began: wavering is not news. */
const CALM_SHARE = 0.9;

export function createNetwork(setup: NetworkConditions, ctx: StepContext): Network {
	return {
		propagation: enter(propagationMachine, 'network/propagation', ctx),
		acceleration: enter(accelerationMachine, 'network/acceleration', ctx),
		priority: setup.switches['network-priority'] ? 'new' : 'none',
		coalescing: setup.switches['network-priority'],
		waitingNew: 0,
		waitingTerminated: 0,
		utilisation: 1 / setup.parameters.capacityRatio,
		entered: 0,
		propagated: 0,
		superseded: 0,
		output: {
			latencySeconds: setup.parameters.baseSeconds,
			usableShare: 1,
			backlog: 0,
			inflowPerSecond: 0,
			capacityPerSecond: 0,
			unreachable: 0,
		},
	};
}

/** One second of Network Manager: changes come in, workers propagate them, the rest wait. */
export function stepNetwork(
	network: Network,
	inputs: NetworkInputs,
	setup: NetworkConditions,
	ctx: StepContext,
): NetworkOutput {
	const {output} = network;
	const latencyBefore = output.latencySeconds;
	const full = fullRate(network, inputs.usualPerSecond, setup.parameters);
	output.inflowPerSecond = inputs.launchedPerSecond + inputs.terminatedPerSecond;
	receive(network, inputs, full, setup.parameters);
	const rate = full / slowdown(network, full, setup);
	const working = rate * (1 - troubleOf(ctx, PROPAGATION_STALL));
	output.capacityPerSecond = working;
	propagate(network, working);
	expire(network, rate, setup.parameters);
	const {gaugeSeconds} = setup.parameters;
	network.utilisation += (output.inflowPerSecond / full - network.utilisation) / gaugeSeconds;
	output.latencySeconds = latency(network, working, setup.parameters);
	output.backlog = network.waitingNew + network.waitingTerminated;
	output.unreachable = network.waitingNew;
	follow(network, latencyBefore, setup.parameters, ctx);
	output.usableShare = usableShare(network, setup.parameters);
	conserve(network);
	return output;
}

export function deliverNetwork(
	network: Network,
	to: string,
	event: {readonly type: string},
	_conditions: NetworkConditions,
	ctx: StepContext,
): void {
	assert(to === network.acceleration.name, 'only the acceleration waits for a time');
	send(accelerationMachine, network.acceleration, event, ctx);
	if (network.acceleration.value !== 'accelerated') return;
	const text = 'extra propagation workers are in service';
	ctx.say({source: 'network-manager', level: 'info', kind: 'network-accelerated', text});
}

/** Changes per second with an empty queue. */
function fullRate(network: Network, usual: number, parameters: NetworkParameters): number {
	const boost = network.acceleration.value === 'accelerated' ? parameters.boostRatio : 1;
	return 2 * usual * parameters.capacityRatio * boost;
}

/** Takes in the second's changes, less those that a later one supersedes. */
function receive(
	network: Network,
	inputs: NetworkInputs,
	full: number,
	parameters: NetworkParameters,
): void {
	const waiting = network.waitingNew + network.waitingTerminated;
	const depth = waiting / (waiting + full * parameters.slowdownSeconds);
	const kept = network.coalescing ? 1 - parameters.coalesceShare * depth : 1;
	network.waitingNew += inputs.launchedPerSecond * kept;
	network.waitingTerminated += inputs.terminatedPerSecond * kept;
	const entered = inputs.launchedPerSecond + inputs.terminatedPerSecond;
	network.entered += entered;
	network.superseded += entered * (1 - kept);
}

/** How many times dearer one change has become under the backlog: workers walk longer tables. */
function slowdown(network: Network, full: number, setup: NetworkConditions): number {
	const {slowdownSeconds, slowdownMax, admitSeconds} = setup.parameters;
	const seconds = (network.waitingNew + network.waitingTerminated) / full;
	const inside = setup.switches['queue-backpressure'] ? Math.min(seconds, admitSeconds) : seconds;
	return 1 + Math.min(slowdownMax, inside / slowdownSeconds);
}

function propagate(network: Network, rate: number): void {
	const waiting = network.waitingNew + network.waitingTerminated;
	const served = Math.min(rate, waiting);
	const servedNew = servedOfNew(network, served, waiting);
	network.waitingNew = Math.max(0, network.waitingNew - servedNew);
	network.waitingTerminated = Math.max(0, network.waitingTerminated - (served - servedNew));
	network.propagated += served;
}

/** Drops what could not be served in hours, evenly from both kinds. */
function expire(network: Network, rate: number, {waitSecondsMax}: NetworkParameters): void {
	const waiting = network.waitingNew + network.waitingTerminated;
	const most = rate * waitSecondsMax;
	if (waiting <= most) return;
	network.waitingNew *= most / waiting;
	network.waitingTerminated *= most / waiting;
	network.superseded += waiting - most;
}

function servedOfNew(network: Network, served: number, waiting: number): number {
	switch (network.priority) {
		case 'new':
			return Math.min(served, network.waitingNew);
		case 'terminated':
			return served - Math.min(served, network.waitingTerminated);
		case 'none':
			return waiting > 0 ? (served * network.waitingNew) / waiting : 0;
	}
}

/** What a launch of this second will wait: its own time, jitter near saturation, and who is before it. */
function latency(network: Network, rate: number, parameters: NetworkParameters): number {
	const crowded = Math.min(network.utilisation, Math.min(0.98, parameters.crowdedUtilisation));
	const alone = parameters.baseSeconds / (1 - Math.max(0, crowded));
	const before =
		network.priority === 'new'
			? network.waitingNew
			: network.waitingNew + network.waitingTerminated;
	return alone + before / rate;
}

/**
 * What an instance is worth to whoever waits for it. While propagation is current, all of it; behind, the less
 * the longer it takes, and nothing after half an hour.
 */
function usableShare({propagation, output}: Network, parameters: NetworkParameters): number {
	if (propagation.value === 'current') return 1;
	const {raisedSeconds, uselessSeconds} = parameters;
	const late =
		(output.latencySeconds - raisedSeconds) / Math.max(1, uselessSeconds - raisedSeconds);
	return 1 - Math.min(1, Math.max(0, late));
}

function conserve(network: Network): void {
	const waiting = network.waitingNew + network.waitingTerminated;
	const known = network.propagated + network.superseded + waiting;
	assert(
		Math.abs(network.entered - known) <= 1e-6 * Math.max(1, network.entered),
		'every change has been propagated, superseded, or waits',
	);
}

/** Tells the chart which lines latency has crossed: upwards at them, downwards somewhat below. */
function follow(
	network: Network,
	before: number,
	{raisedSeconds, elevatedSeconds}: NetworkParameters,
	ctx: StepContext,
): void {
	const {latencySeconds} = network.output;
	if (rose(before, latencySeconds, elevatedSeconds)) turn(network, 'LATENCY_ELEVATED', ctx);
	else if (rose(before, latencySeconds, raisedSeconds)) turn(network, 'LATENCY_RAISED', ctx);
	else if (fell(before, latencySeconds, raisedSeconds * CALM_SHARE)) {
		turn(network, 'LATENCY_NORMAL', ctx);
	} else if (fell(before, latencySeconds, elevatedSeconds * CALM_SHARE)) {
		turn(network, 'LATENCY_LOWERED', ctx);
	}
}

const PROPAGATION_LEVELS = {current: 'info', behind: 'warn', swamped: 'error'} as const;

function turn(network: Network, type: string, ctx: StepContext): void {
	if (!move(propagationMachine, network.propagation, type, ctx)) return;
	const {value} = network.propagation;
	const {latencySeconds, backlog} = network.output;
	const numbers = `latency ${latencySeconds.toFixed(0)} s, ${backlog.toFixed(0)} changes waiting`;
	ctx.say({
		source: 'network-manager',
		level: PROPAGATION_LEVELS[value as keyof typeof PROPAGATION_LEVELS],
		kind: `propagation-${value}`,
		text: `propagation ${value}: ${numbers}`,
	});
}

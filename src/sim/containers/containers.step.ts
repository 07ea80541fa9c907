import {
	enter,
	runningAutomation,
	send,
	troubleOf,
	withTrouble,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import {PLACEMENT_ERRORS} from './containers.faults.ts';
import {containersMachine} from './containers.machine.ts';
import type {ContainersParameters} from './containers.parameters.ts';
import type {Containers, ContainersInputs, ContainersOutputs} from './containers.types.ts';

/** Every wanted task runs. */
export function createContainers(
	_conditions: Setup<ContainersParameters>,
	ctx: StepContext,
): Containers {
	return {
		mode: enter(containersMachine, 'containers/launches', ctx),
		automations: [
			runningAutomation('container-deployments', 'ECS, EKS, Fargate deployments and scale-in', ctx),
		],
		output: {launchErrors: 0, runningShare: 1},
	};
}

/** One second of containers: launches follow EC2, and what is stopped to be replaced stays stopped. */
export function stepContainers(
	containers: Containers,
	inputs: ContainersInputs,
	{parameters}: Setup<ContainersParameters>,
	ctx: StepContext,
): ContainersOutputs {
	const {output} = containers;
	const slow = slownessOf(inputs.networkLatencySeconds, parameters);
	const lasting =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.newInstanceWeight * (1 - inputs.launchSuccess)) *
		(1 - parameters.attachWeight * slow);
	const errors = withTrouble(1 - lasting, troubleOf(ctx, PLACEMENT_ERRORS));
	output.launchErrors += (errors - output.launchErrors) / parameters.followSeconds;
	const stopped = containers.automations[0]!.paused
		? 0
		: parameters.replacedPerSecond * output.runningShare * output.launchErrors;
	const started =
		((1 - output.runningShare) * (1 - output.launchErrors)) / parameters.restartSeconds;
	output.runningShare = Math.min(1, Math.max(0, output.runningShare - stopped + started));
	noteCrossings(containers, parameters, ctx);
	return output;
}

/** Nothing in containers waits on the agenda yet; a delay in the chart would arrive here. */
export function deliverContainers(
	containers: Containers,
	_to: string,
	event: {readonly type: string},
	_conditions: Setup<ContainersParameters>,
	ctx: StepContext,
): void {
	send(containersMachine, containers.mode, event, ctx);
}

/** How far the wait for a network interface is between usual (0) and hopeless (1). */
function slownessOf(
	latencySeconds: number,
	{attachUsualSeconds, attachTimeoutSeconds}: ContainersParameters,
): number {
	const beyond = Math.max(0, latencySeconds - attachUsualSeconds);
	return Math.min(1, beyond / (attachTimeoutSeconds - attachUsualSeconds));
}

function noteCrossings(
	containers: Containers,
	{blockedErrors, runningWell}: ContainersParameters,
	ctx: StepContext,
): void {
	const {launchErrors, runningShare} = containers.output;
	if (containers.mode.value === 'launching' && launchErrors > blockedErrors) {
		send(containersMachine, containers.mode, {type: 'LAUNCHES_FAILED'}, ctx);
		ctx.say({
			source: 'ecs',
			level: 'error',
			kind: 'task-launches-blocked',
			text: 'RunTask: unable to place tasks, capacity unavailable; running tasks continue',
		});
	} else if (
		containers.mode.value === 'blocked' &&
		launchErrors < blockedErrors / 2 &&
		runningShare > runningWell
	) {
		send(containersMachine, containers.mode, {type: 'LAUNCHES_RESUMED'}, ctx);
		ctx.say({
			source: 'ecs',
			level: 'info',
			kind: 'task-launches-resumed',
			text: `RunTask: placing tasks, ${(runningShare * 100).toFixed(1)} % of wanted tasks running`,
		});
	}
}

import {
	enter,
	leverOf,
	percent,
	runningAutomation,
	type Setup,
	staysHigh,
	type StepContext,
	troubleOf,
	withTrouble,
} from '../kernel/index.ts';
import {CLUSTER_CAPACITY_LOST, PLACEMENT_ERRORS} from './containers.faults.ts';
import {ON_FARGATE} from './containers.levers.ts';
import {deploymentsMachine} from './containers.machine.ts';
import type {ContainersParameters} from './containers.parameters.ts';
import type {Containers, ContainersInputs, ContainersOutputs} from './containers.types.ts';

/** Every wanted task runs. */
export function createContainers(
	_conditions: Setup<ContainersParameters>,
	ctx: StepContext,
): Containers {
	return {
		deployments: enter(deploymentsMachine, 'containers/deployments', ctx),
		blocked: false,
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
	const missing = withTrouble(1 - inputs.launchSuccess, troubleOf(ctx, CLUSTER_CAPACITY_LOST));
	const lasting =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - newInstanceWeightOf(containers, missing, parameters, ctx) * missing) *
		(1 - parameters.attachWeight * slow);
	const errors = withTrouble(1 - lasting, troubleOf(ctx, PLACEMENT_ERRORS));
	output.launchErrors += (errors - output.launchErrors) / parameters.followSeconds;
	const stopped =
		containers.deployments.value === 'rolling'
			? parameters.replacedPerSecond * output.runningShare * output.launchErrors
			: 0;
	const started =
		((1 - output.runningShare) * (1 - output.launchErrors)) / parameters.restartSeconds;
	output.runningShare = Math.min(1, Math.max(0, output.runningShare - stopped + started));
	noteCrossings(containers, parameters, ctx);
	return output;
}

/**
 * Share of launches that need a new instance. On Fargate's warm pool few do, until it is empty, and each deployment
 * takes from it as each lost task does.
 */
function newInstanceWeightOf(
	containers: Containers,
	missing: number,
	parameters: ContainersParameters,
	ctx: StepContext,
): number {
	const left = containers.warmPoolShare;
	if (left === undefined) return parameters.newInstanceWeight;
	const onFargate = leverOf(ctx, ON_FARGATE);
	const launches = containers.deployments.value === 'rolling' ? 1 : parameters.neededShare;
	const taken = (onFargate * missing * launches) / parameters.poolSeconds;
	const filled = (1 - missing) / parameters.poolFillSeconds;
	containers.warmPoolShare = Math.min(1, Math.max(0, left - taken + filled));
	const weight = left > taken ? parameters.poolWeight : parameters.poolDryWeight;
	return parameters.newInstanceWeight + onFargate * (weight - parameters.newInstanceWeight);
}

/** How far the wait for a network interface is between usual (0) and hopeless (1). */
function slownessOf(
	latencySeconds: number,
	{attachUsualSeconds, attachTimeoutSeconds}: ContainersParameters,
): number {
	const beyond = Math.max(0, latencySeconds - attachUsualSeconds);
	return Math.min(1, beyond / (attachTimeoutSeconds - attachUsualSeconds));
}

/** Launches count as blocked until they succeed and the missing tasks have been started. */
function noteCrossings(
	containers: Containers,
	{blockedErrors, runningWell}: ContainersParameters,
	ctx: StepContext,
): void {
	const {launchErrors, runningShare} = containers.output;
	const wasBlocked = containers.blocked;
	const failing = staysHigh(wasBlocked, launchErrors, blockedErrors, blockedErrors / 2);
	containers.blocked = failing || (wasBlocked && runningShare <= runningWell);
	if (containers.blocked === wasBlocked) return;
	if (containers.blocked) {
		ctx.say({
			source: 'ecs',
			level: 'error',
			kind: 'task-launches-blocked',
			text: 'RunTask: unable to place tasks, capacity unavailable; running tasks continue',
		});
	} else {
		ctx.say({
			source: 'ecs',
			level: 'info',
			kind: 'task-launches-resumed',
			text: `RunTask: placing tasks, ${percent(runningShare, 1)} of wanted tasks running`,
		});
	}
}

import {
	done,
	pauseRow,
	resumeRow,
	setPaused,
	weighPause,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {CONTAINERS_PARAMETERS, type ContainersParameters} from './containers.parameters.ts';
import type {Containers} from './containers.types.ts';

export const CONTAINERS_ORDERS = {
	'pause-containers': pauseRow('container-deployments', {
		seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
		team: 'ec2',
		what: 'holds deployments and scale-in, so that running tasks are not stopped for new ones',
		risk: 'Customers cannot deploy meanwhile; tasks that cannot start anyway lose nothing.',
		touches: 'deployments of customers in ECS and EKS',
	}),
	'resume-containers': resumeRow('container-deployments', {
		seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
		team: 'ec2',
		what: 'lets deployments and scale-in go on',
		risk: 'While launches fail, each replaced task is a task lost.',
		touches: 'running tasks of customers, which are stopped for new ones',
		danger: 'While launches fail, each task that it replaces is lost.',
	}),
} as const satisfies OrderTable;

/** Judges an order to the container services as it is given. */
export function validateContainers(
	containers: Containers,
	order: Order,
	{parameters}: Setup<ContainersParameters>,
): Acceptance | Refusal {
	const pausing = order.id === 'pause-containers';
	return weighPause(containers.automations[0]!, pausing, parameters.holdSeconds);
}

/** Carries an order to the container services out, at the end of its time. */
export function applyContainers(
	containers: Containers,
	order: Order,
	by: string,
	_conditions: Setup<ContainersParameters>,
	ctx: StepContext,
): Result {
	const pausing = order.id === 'pause-containers';
	setPaused(containers.automations[0]!, pausing, by, ctx);
	return done(
		pausing
			? 'Deployments and scale-in are held; what runs keeps running.'
			: 'Deployments and scale-in go on.',
	);
}

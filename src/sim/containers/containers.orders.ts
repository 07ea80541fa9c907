import {
	done,
	refuse,
	unreachable,
	type Acceptance,
	type Beat,
	type Conditions,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {CONTAINERS_PARAMETERS, type ContainersParameters} from './containers.parameters.ts';
import type {Containers} from './containers.types.ts';

const AUTOMATION = {kind: 'word', words: ['container-deployments']} as const;

export const CONTAINERS_ORDERS = {
	'pause-containers': {
		forms: ['pause <automation>'],
		blanks: {automation: AUTOMATION},
		kind: 'do',
		seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
		team: 'ec2',
		needs: 'tools',
		what: 'holds deployments and scale-in, so that running tasks are not stopped for new ones',
		risk: 'Customers cannot deploy meanwhile; tasks that cannot start anyway lose nothing.',
		example: 'pause container-deployments',
	},
	'resume-containers': {
		forms: ['resume <automation>'],
		blanks: {automation: AUTOMATION},
		kind: 'do',
		seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
		team: 'ec2',
		needs: 'tools',
		what: 'lets deployments and scale-in go on',
		risk: 'While launches fail, each replaced task is a task lost.',
		example: 'resume container-deployments',
	},
} as const satisfies OrderTable;

type ContainersOrderId = keyof typeof CONTAINERS_ORDERS;

/** Judges an order to the container services as it is given. */
export function weighContainers(
	containers: Containers,
	order: Order,
	{parameters}: Conditions<ContainersParameters>,
): Acceptance | Refusal {
	const id = order.id as ContainersOrderId;
	const {paused} = containers.automations[0]!;
	switch (id) {
		case 'pause-containers':
			return paused
				? refuse('already-paused', 'container-deployments is paused')
				: {ok: true, seconds: parameters.holdSeconds};
		case 'resume-containers':
			return paused
				? {ok: true, seconds: parameters.holdSeconds}
				: refuse('already-running', 'container-deployments is running');
		default:
			return unreachable(id);
	}
}

/** Carries an order to the container services out, at the end of its time. */
export function carryOutContainers(
	containers: Containers,
	order: Order,
	by: string,
	_conditions: Conditions<ContainersParameters>,
	beat: Beat,
): Result {
	const deployments = containers.automations[0]!;
	const id = order.id as ContainersOrderId;
	deployments.since = beat.now;
	switch (id) {
		case 'pause-containers':
			deployments.paused = true;
			deployments.by = by;
			return done('Deployments and scale-in are held; what runs keeps running.');
		case 'resume-containers':
			deployments.paused = false;
			deployments.by = null;
			return done('Deployments and scale-in go on.');
		default:
			return unreachable(id);
	}
}

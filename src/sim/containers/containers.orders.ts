import {
	done,
	pauseRow,
	refusePause,
	resumeRow,
	rowsFor,
	send,
	setPaused,
	type Result,
	type StepContext,
} from '../kernel/index.ts';
import {deploymentsMachine} from './containers.machine.ts';
import {CONTAINERS_PARAMETERS, type ContainersParameters} from './containers.parameters.ts';
import type {Containers} from './containers.types.ts';

const row = rowsFor<Containers, ContainersParameters>({kind: 'do', team: 'ec2', needs: 'tools'});

export const CONTAINERS_ORDERS = {
	'pause-containers': row({
		...pauseRow('container-deployments', {
			seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
			team: 'ec2',
			what: 'holds deployments and scale-in, so that running tasks are not stopped for new ones',
			risk: 'Customers cannot deploy meanwhile; tasks that cannot start anyway lose nothing.',
			touches: 'deployments of customers in ECS and EKS',
		}),
		moves: ['containers.errors'],
		takes: (_containers, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, true),
		apply: (containers, _args, by, _setup, ctx) => hold(containers, true, by, ctx),
	}),
	'resume-containers': row({
		...resumeRow('container-deployments', {
			seconds: CONTAINERS_PARAMETERS.holdSeconds.value,
			team: 'ec2',
			what: 'resumes deployments and scale-in',
			risk: 'While launches fail, each replaced task is a task lost.',
			touches: 'running tasks of customers, which are stopped for new ones',
			danger: 'While launches fail, each task that it replaces is lost.',
		}),
		moves: ['containers.errors'],
		takes: (_containers, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, false),
		apply: (containers, _args, by, _setup, ctx) => hold(containers, false, by, ctx),
	}),
};

function hold(containers: Containers, pausing: boolean, by: string, ctx: StepContext): Result {
	setPaused(containers.automations[0]!, pausing, by, ctx);
	send(deploymentsMachine, containers.deployments, {type: pausing ? 'PAUSED' : 'RESUMED'}, ctx);
	return done(
		pausing
			? 'Deployments and scale-in are held; what runs keeps running.'
			: 'Deployments and scale-in go on.',
	);
}

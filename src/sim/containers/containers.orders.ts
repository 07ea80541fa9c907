import {
	done,
	leverSetTo,
	pauseRow,
	refuse,
	refusePause,
	resumeRow,
	rowsFor,
	send,
	setLever,
	setPaused,
	type Result,
	type StepContext,
} from '../kernel/index.ts';
import {deploymentsMachine} from './containers.machine.ts';
import {ON_FARGATE} from './containers.levers.ts';
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
	'place-tasks': row({
		forms: ['place tasks <provider>'],
		blanks: {provider: {kind: 'word', words: ['fargate', 'ec2']}},
		seconds: CONTAINERS_PARAMETERS.placeSeconds.value,
		what: 'places new tasks on Fargate’s warm pool first, or on instances of the cluster again',
		risk: 'The pool is filled by EC2 as well: once it is empty, fewer tasks start than before.',
		touches: 'where tasks and pods of every cluster start',
		example: 'place tasks fargate',
		moves: ['containers.errors'],
		takes: (_containers, _args, {parameters}) => parameters.placeSeconds,
		refuse: (_containers, {provider}, _setup, ctx) =>
			leverSetTo(ctx, ON_FARGATE) > 0 === (provider === 'fargate')
				? refuse('no-change', 'Tasks are placed there already.')
				: null,
		askedAgain: true,
		apply: (containers, {provider}, by, _setup, ctx) =>
			place(containers, provider === 'fargate', by, ctx),
	}),
};

function place(containers: Containers, onFargate: boolean, by: string, ctx: StepContext): Result {
	containers.warmPoolShare ??= 1;
	setLever(ctx, ON_FARGATE, onFargate ? 1 : 0);
	const where = onFargate ? 'Fargate first' : 'instances of the cluster';
	const text = `tasks are placed on ${where}, set by ${by}`;
	ctx.say({source: 'ecs', level: 'warn', kind: 'provider-changed', text});
	return done(`Tasks are placed on ${where}.`);
}

function hold(containers: Containers, pausing: boolean, by: string, ctx: StepContext): Result {
	setPaused(containers.automations[0]!, pausing, by, ctx);
	send(deploymentsMachine, containers.deployments, {type: pausing ? 'PAUSED' : 'RESUMED'}, ctx);
	return done(
		pausing
			? 'Deployments and scale-in are held; what runs keeps running.'
			: 'Deployments and scale-in go on.',
	);
}

import {
	CALLBACKS,
	CALLER_NAMES,
	callerErrorsOf,
	callerShares,
	FLOWS_STATIC,
	IAM_FROM_COPY,
	iamStoreErrorsOf,
	leverOf,
	ON_FARGATE,
	SESSIONS_EXTENDED,
	NAME_ELSEWHERE_EMPTY,
	SHED,
	troubleOf,
	type World,
} from '../sim/index.ts';
import {automationsOf} from './automations.ts';
import {dashboardOf, type Board} from './dashboard.ts';
import type {Pipeline} from './pipeline.ts';
import {nlbInspection} from './inspect-ec2.ts';
import {clockOf, duration, shortShare, perSecond, whole} from './words.ts';

export function networkLines(world: World): readonly string[] {
	const {network} = world;
	const out = network.output;
	const share = out.inflowPerSecond / Math.max(1e-9, out.capacityPerSecond);
	return [
		`latency ${duration(out.latencySeconds)} from launch to a working network`,
		`inflow ${perSecond(out.inflowPerSecond)}, capacity ${perSecond(out.capacityPerSecond)} (${shortShare(share)})`,
		`waiting ${whole(out.backlog)}: new ${whole(network.waitingNew)}, terminated ${whole(network.waitingTerminated)}`,
		`priority ${network.priority}; superseded changes ${network.coalescing ? 'dropped' : 'kept'}`,
		`instances without network ${whole(out.unreachable)}`,
	];
}

export function balancerLines(world: World): readonly string[] {
	const out = world.nlb.output;
	return [
		`health checks ${duration(out.checkDelaySeconds)} late, at ${shortShare(out.checkLoadShare)} of their capacity`,
		`flapping ${perSecond(out.flapsPerSecond)}; zones out of DNS per balancer ${out.zonesOut.toFixed(2)}; targets without network ${whole(out.youngTargets)}`,
		`connection errors: customers ${shortShare(out.customerErrors)}, internal ${shortShare(out.internalErrors)}`,
		`automatic zone failover is ${out.failoverOn ? 'on' : 'off'}`,
		...nlbInspection(world).zones.map(
			({zone, outShare, hold}) =>
				`${zone}  out of ${shortShare(outShare)} of its balancers${hold === 'free' ? '' : `, ${hold}`}`,
		),
	];
}

export function lambdaLines(world: World): readonly string[] {
	const out = world.lambda.output;
	return [
		`errors: synchronous ${shortShare(out.syncErrors)}, create and update ${shortShare(out.createErrors)}`,
		`behind: async ${duration(out.asyncBacklogSeconds)}, SQS ${duration(out.sqsBacklogSeconds)}, Kinesis ${duration(out.kinesisAgeSeconds)}`,
		`SQS pollers ${out.sqsPollersDown ? 'down: they do not restart by themselves' : 'polling'}`,
		`internal hosts in service ${shortShare(out.fleetShare)}`,
	];
}

export function redshiftLines(world: World): readonly string[] {
	const {output: out, lapsedClusters} = world.redshift;
	return [
		`queries failing ${shortShare(out.queryErrors)}; IAM users in other Regions ${shortShare(out.iamQueryErrorsElsewhere)}`,
		`clusters stuck in modifying ${whole(out.clustersStuck)}`,
		`clusters with lapsed credentials, not yet touched ${whole(lapsedClusters)}`,
		`node replacements waiting for EC2 ${whole(out.replacementsQueued)}`,
	];
}

export function connectLines(world: World): readonly string[] {
	const {output, agents, agentsOutShare, callbacksOwedSeconds} = world.connect;
	const isStatic = leverOf(world, FLOWS_STATIC) > 0;
	return [
		`calls failing ${shortShare(output.callErrors)}, chats ${shortShare(output.chatErrors)}`,
		`agents signed in ${shortShare(1 - agentsOutShare)}; those who are out ${agents.value === 'locked-out' ? 'cannot sign in: their sign-in calls Lambda' : 'sign in one by one'}`,
		`flows ${isStatic ? 'take the branch that calls no Lambda function' : 'call their Lambda functions'}`,
		`callbacks ${leverOf(world, CALLBACKS) > 0 ? 'offered' : 'not offered'}; owed ${duration(callbacksOwedSeconds ?? 0)} of usual calls`,
	];
}

export function containerLines(world: World): readonly string[] {
	const {output, deployments, warmPoolShare} = world.containers;
	return [
		`launches of tasks and pods that fail ${shortShare(output.launchErrors)}`,
		`tasks running, of those wanted ${shortShare(output.runningShare)}`,
		`deployments and scale-in ${deployments.value === 'rolling' ? 'running: they stop tasks to start others' : 'held'}`,
		`tasks are placed on ${leverOf(world, ON_FARGATE) > 0 ? 'Fargate first' : 'instances of the cluster'}; Fargate’s warm pool ${shortShare(warmPoolShare ?? 1)} full`,
	];
}

export function supportLines(world: World): readonly string[] {
	const {lockedOutShare, answer, bypassed} = world.support.output;
	return [
		`account metadata gives ${ANSWERS[answer]}`,
		`customers turned away ${shortShare(lockedOutShare)}`,
		`the check is ${bypassed ? 'bypassed by hand' : 'in force'}`,
	];
}

const ANSWERS = {
	valid: 'valid answers',
	error: 'errors, so the check is skipped',
	invalid: 'well-formed answers that are wrong, taken as a denial',
} as const;

export function identityLines(world: World): readonly string[] {
	const {stsErrors, iamErrors, signInErrors} = world.identity.output;
	const {parameters} = world.derived.setups.identity;
	return [
		`STS: ${shortShare(stsErrors)} of calls fail; sessions ${leverOf(world, SESSIONS_EXTENDED) > 0 ? 'live on past their end' : 'end on time'}`,
		`IAM: ${shortShare(iamErrors)} of calls fail; served from ${leverOf(world, IAM_FROM_COPY) > 0 ? 'its replicated copy' : 'its own store'}, which fails ${shortShare(iamStoreErrorsOf(world.dynamodb.output.prodErrors, world))}`,
		`sign-in: ${shortShare(signInErrors)} fail`,
		...CALLER_NAMES.map(name => {
			const {load, wants} = callerShares(name, parameters);
			const errors = callerErrorsOf(name, signInErrors, parameters, world);
			const shed = leverOf(world, SHED, name) > 0;
			return `${name.padEnd(15)}  ${shortShare(wants)} of who signs in, ${shortShare(load)} of attempts; ${shed ? 'turned away' : `${shortShare(errors)} fail`}`;
		}),
	];
}

export function borderLines(world: World): readonly string[] {
	const {packetLossShare} = world.border.output;
	return [
		`border network of use1-az1 drops ${shortShare(packetLossShare)} of packets`,
		'border networks of the other zones are clean; traffic inside the Region does not pass here',
	];
}

export function automationLines(world: World): readonly string[] {
	const start = world.settings.startSecondsOfDay;
	const elsewhere = troubleOf(world, NAME_ELSEWHERE_EMPTY) > 0;
	return [
		...automationsOf(world).map(({id, label, state, by, since}) =>
			state === 'running'
				? `${id}  running  (${label})`
				: `${id}  paused by ${by ?? 'somebody unknown'} at ${clockOf(since, start).pdt}  (${label})`,
		),
		...(elsewhere ? ['us-east-2: its regional name of DynamoDB has no addresses'] : []),
	];
}

export function serviceLines(world: World, board: Board, pipeline: Pipeline): readonly string[] {
	const {impacted, resolved, services} = dashboardOf(board, pipeline.values, world);
	const listed = services.filter(({state}) => state !== 'normal');
	return [
		`${String(impacted)} impacted, ${String(resolved)} resolved, of ${String(services.length)}`,
		...listed.map(({name, state}) => `${state.padEnd(8)}  ${name}`),
	];
}

export function teamLines(world: World): readonly string[] {
	const start = world.settings.startSecondsOfDay;
	const {teams, severity} = world.incidentCall.output;
	return [
		`severity ${severity}`,
		...teams.map(({team, state, since}) => {
			const at = state === 'asleep' ? '' : ` since ${clockOf(since, start).pdt}`;
			return `${team.padEnd(8)}  ${state}${at}`;
		}),
	];
}

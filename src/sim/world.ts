import {identity} from './identity/index.ts';
import {nlb} from './nlb/index.ts';
import {border} from './border/index.ts';
import {incidentCall} from './incident-call/index.ts';
import {connect} from './connect/index.ts';
import {containers} from './containers/index.ts';
import {customer} from './customer/index.ts';
import {dependents} from './dependents/index.ts';
import {dns, EDIT_IDS} from './dns/index.ts';
import {dwfm} from './dwfm/index.ts';
import {lambda} from './lambda/index.ts';
import {currentName, stableName} from './former-names.ts';
import {castOf, isLived} from './cast.ts';
import {createHarm, stepHarm} from './harm.ts';
import {
	applyFault,
	assert,
	BrokenInvariant,
	createAgenda,
	createLevers,
	createTroubles,
	forgetPast,
	forgetTakenBack,
	randomStreams,
	nextTick,
	plan,
	readyForFractions,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Agenda,
	type Tick,
	type Fact,
	type Fault,
	type Switch,
} from './kernel/index.ts';
import {launches} from './launches/index.ts';
import {createMilestones, stepMilestones} from './milestones.ts';
import {network} from './network/index.ts';
import {apply, hasten, schedule} from './schedule.ts';
import {
	createInputs,
	eachNamed,
	SUBSYSTEMS,
	type Region,
	type Setups,
	type SubsystemName,
} from './subsystems.ts';
import {resolvers} from './resolvers/index.ts';
import {dynamodb} from './dynamodb/index.ts';
import {support} from './support/index.ts';
import {telemetry} from './telemetry/index.ts';
import {redshift} from './redshift/index.ts';
import type {Attempt, Derived, World, WorldSettings} from './world.types.ts';

const DAY_SECONDS = 86_400;

/** Told of each switch that the Region asks after, and when. */
export type OnAsked = (name: Switch, at: Tick) => void;

/** A healthy Region at tick 0, with the level's faults waiting on the agenda. */
export function createWorld(settings: WorldSettings, onAsked?: OnAsked): World {
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(settings.seed),
		say: (fact: Fact) => {
			facts.push(fact);
		},
		troubles: createTroubles(),
		levers: createLevers(),
	};
	const tell =
		onAsked &&
		((name: Switch) => {
			onAsked(name, ctx.now);
		});
	const switches = switchesOn(settings.switches, tell);
	const setups = eachNamed(name => ({
		parameters: valuesOf(SUBSYSTEMS[name].parameters, settings.parameters[name]),
		switches,
	})) as Setups;
	const region = readyForFractions(
		eachNamed(name => SUBSYSTEMS[name].create(setups[name], ctx)) as Region,
	);
	for (const {at, to, fault} of settings.faults) planFault(ctx.agenda, at, to, fault);
	return {
		settings,
		switches,
		facts,
		derived: {ctx, streams: ctx.streams, setups, inputs: createInputs()},
		...region,
		now: ctx.now,
		agenda: ctx.agenda,
		troubles: ctx.troubles,
		levers: ctx.levers,
		orders: [],
		milestones: createMilestones(castOf({settings})),
		harm: createHarm(castOf({settings})),
		ending: null,
	};
}

/** A fault comes on the agenda to its subsystem by the spelling that states keep. */
export function planFault(agenda: Agenda, at: Tick, to: SubsystemName, fault: Fault): void {
	const address = stableName(to);
	plan(agenda, at, `fault/${address}`, address, fault);
}

/** One second of the Region. A broken invariant leaves with the seed and the tick that repeat it. */
export function step(world: World, attempts: readonly Attempt[]): void {
	try {
		live(world, attempts);
	} catch (error) {
		if (!(error instanceof BrokenInvariant)) throw error;
		throw new BrokenInvariant(
			`${error.message} (seed ${world.settings.seed}, tick ${String(world.now)})`,
			{cause: error},
		);
	}
}

/** Read top to bottom: this is the order in which trouble travels. */
function live(world: World, attempts: readonly Attempt[]): void {
	assert(world.ending === null, 'a run that has ended does not go on');
	world.now = nextTick(world.now);
	world.derived.ctx.now = world.now;
	world.facts.length = 0;
	forgetPast(world.troubles, world.now);
	forgetTakenBack(world.levers, world.now);
	deliverDue(world);
	for (const attempt of attempts) schedule(world, attempt);
	stepTrouble(world);
	stepDownstream(world);
	if (isLived('customer', castOf(world))) stepGuest(world);
	stepHarm(world);
	stepMilestones(world);
}

function deliverDue(world: World): void {
	for (;;) {
		const due = takeDue(world.agenda, world.now);
		if (due === undefined) return;
		const slash = due.to.indexOf('/');
		const to = currentName(slash === -1 ? due.to : due.to.slice(0, slash)) as
			SubsystemName | 'orders';
		if (to === 'orders') {
			apply(world, due.event as {type: string; number: number});
		} else if (slash === -1) {
			const subsystem = SUBSYSTEMS[to];
			applyFault(subsystem.faults, world[to], due.event, setupOf(world, to), ctxOf(world));
		} else {
			SUBSYSTEMS[to].deliver?.(world[to], due.to, due.event, setupOf(world, to), ctxOf(world));
		}
	}
}

/**
 * From the empty name to the balancers. A subsystem that needs something further down is handed its
 * output of the second before: that one-second delay is the whole scheduling policy.
 */
function stepTrouble(world: World): void {
	const ctx = ctxOf(world);
	const {setups, inputs} = world.derived;
	const atBorder = border.step(world.border, inputs.border, setups.border, ctx);
	inputs.dns.internalErrors = world.dynamodb.output.prodErrors;
	const zones = dns.step(world.dns, inputs.dns, setups.dns, ctx);
	if (zones.editsLeftShare < 1) hasten(world, EDIT_IDS, zones.editsLeftShare);
	const forResolvers = inputs.resolvers;
	forResolvers.answers = zones.answers;
	forResolvers.fullAnswers = zones.fullAnswers;
	forResolvers.flushAdvised = world.incidentCall.output.advice.flush;
	const names = resolvers.step(world.resolvers, forResolvers, setups.resolvers, ctx);
	const forDynamoDb = inputs.dynamodb;
	forDynamoDb.customersEmpty = names.customersEmpty;
	forDynamoDb.prodEmpty = names.prodEmpty;
	forDynamoDb.dwfmEmpty = names.dwfmEmpty;
	forDynamoDb.capacityShare = names.capacityShare;
	forDynamoDb.balancerErrors = world.nlb.output.internalErrors;
	forDynamoDb.retryAdvised = world.incidentCall.output.advice.retryHard;
	const table = dynamodb.step(world.dynamodb, forDynamoDb, setups.dynamodb, ctx);
	const forIdentity = inputs.identity;
	forIdentity.storeErrors = table.prodErrors;
	forIdentity.balancerErrors = world.nlb.output.internalErrors;
	identity.step(world.identity, forIdentity, setups.identity, ctx);
	const forDwfm = inputs.dwfm;
	forDwfm.storeEmpty = names.dwfmEmpty;
	forDwfm.probesPerSecond = world.launches.output.probesPerSecond;
	forDwfm.probesOnReturnPerSecond = world.launches.output.probesOnReturnPerSecond;
	forDwfm.placedPerSecond = world.launches.output.placedPerSecond;
	const managers = dwfm.step(world.dwfm, forDwfm, setups.dwfm, ctx);
	const forLaunches = inputs.launches;
	forLaunches.secondsOfDay = (world.settings.startSecondsOfDay + world.now) % DAY_SECONDS;
	forLaunches.storeErrors = table.ec2Errors;
	forLaunches.leasedShare = managers.leasedShare;
	forLaunches.places = managers.places;
	forLaunches.startedPerSecond = managers.startedPerSecond;
	forLaunches.workflowsLostPerSecond = managers.workflowsLostPerSecond;
	forLaunches.networkLatencySeconds = world.network.output.latencySeconds;
	forLaunches.advice = world.incidentCall.output.advice;
	const instances = launches.step(world.launches, forLaunches, setups.launches, ctx);
	const forNetwork = inputs.network;
	forNetwork.usualPerSecond = instances.usualPerSecond;
	forNetwork.launchedPerSecond = managers.startedPerSecond;
	forNetwork.terminatedPerSecond = instances.terminationsPerSecond;
	const paths = network.step(world.network, forNetwork, setups.network, ctx);
	const forNlb = inputs.nlb;
	forNlb.usualPerSecond = instances.usualPerSecond;
	forNlb.launchedPerSecond = managers.startedPerSecond;
	forNlb.latencySeconds = paths.latencySeconds;
	const traffic = nlb.step(world.nlb, forNlb, setups.nlb, ctx);
	const forIncidentCall = inputs.incidentCall;
	forIncidentCall.customerErrors = Math.max(table.customerErrors, traffic.customerErrors);
	forIncidentCall.packetLossShare = atBorder.packetLossShare;
	incidentCall.step(world.incidentCall, forIncidentCall, setups.incidentCall, ctx);
}

/** Everything that suffers and feeds nothing back into the line above. */
function stepDownstream(world: World): void {
	const ctx = ctxOf(world);
	const {setups, inputs} = world.derived;
	const {customerErrors: storeErrors, prodErrors} = world.dynamodb.output;
	const balancerErrors = world.nlb.output.internalErrors;
	const launchSuccess = launchSuccessOf(world);
	const networkLatencySeconds = world.network.output.latencySeconds;
	const {iamErrors, stsErrors} = world.identity.output;
	const forLambda = inputs.lambda;
	forLambda.storeErrors = storeErrors;
	forLambda.balancerErrors = balancerErrors;
	forLambda.launchSuccess = launchSuccess;
	const invocations = lambda.step(world.lambda, forLambda, setups.lambda, ctx);
	const forContainers = inputs.containers;
	forContainers.storeErrors = storeErrors;
	forContainers.launchSuccess = launchSuccess;
	forContainers.networkLatencySeconds = networkLatencySeconds;
	const tasks = containers.step(world.containers, forContainers, setups.containers, ctx);
	const forConnect = inputs.connect;
	forConnect.storeErrors = storeErrors;
	forConnect.balancerErrors = balancerErrors;
	forConnect.functionErrors = invocations.errors;
	const calls = connect.step(world.connect, forConnect, setups.connect, ctx);
	const forRedshift = inputs.redshift;
	forRedshift.storeErrors = storeErrors;
	forRedshift.iamErrors = iamErrors;
	forRedshift.launchSuccess = launchSuccess;
	const clusters = redshift.step(world.redshift, forRedshift, setups.redshift, ctx);
	const cases = support.step(world.support, {storeErrors}, setups.support, ctx);
	const forTelemetry = inputs.telemetry;
	forTelemetry.storeErrors = prodErrors;
	forTelemetry.balancerErrors = balancerErrors;
	forTelemetry.functionErrors = invocations.errors;
	const monitoring = telemetry.step(world.telemetry, forTelemetry, setups.telemetry, ctx);
	const forDependents = inputs.dependents;
	forDependents.dynamodb = storeErrors;
	forDependents.ec2 = 1 - world.launches.output.successShare;
	forDependents.network = 1 - launchSuccess;
	forDependents.nlb = balancerErrors;
	forDependents.lambda = invocations.errors;
	forDependents.sts = stsErrors;
	forDependents.iam = iamErrors;
	forDependents.sqs = monitoring.sqsErrors;
	forDependents.cloudwatch = monitoring.metricLossShare;
	forDependents.containers = tasks.launchErrors;
	forDependents.connect = Math.max(calls.callErrors, calls.chatErrors);
	forDependents.redshift = clusters.queryErrors;
	forDependents.support = cases.lockedOutShare;
	dependents.step(world.dependents, forDependents, setups.dependents, ctx);
}

/** A company in the Region, to which all of it is weather. */
function stepGuest(world: World): void {
	const {setups, inputs} = world.derived;
	const forCustomer = inputs.customer;
	forCustomer.secondsOfDay = (world.settings.startSecondsOfDay + world.now) % DAY_SECONDS;
	forCustomer.storeErrors = world.dynamodb.output.customerErrors;
	forCustomer.launchSuccess = launchSuccessOf(world);
	forCustomer.lagSeconds = world.dynamodb.output.replicationLagSeconds;
	customer.step(world.customer, forCustomer, setups.customer, ctxOf(world));
}

/** Share of launches that end in an instance that can be reached in reasonable time. */
function launchSuccessOf(world: World): number {
	return world.launches.output.successShare * world.network.output.usableShare;
}

function ctxOf(world: World): Derived['ctx'] {
	return world.derived.ctx;
}

function setupOf(world: World, name: SubsystemName): Setups[SubsystemName] {
	return world.derived.setups[name];
}

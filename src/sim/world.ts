import {stepIdentity} from './identity/index.ts';
import {stepNlb} from './nlb/index.ts';
import {stepBorder} from './border/index.ts';
import {stepIncidentCall} from './incident-call/index.ts';
import {stepConnect} from './connect/index.ts';
import {stepContainers} from './containers/index.ts';
import {stepDependents} from './dependents/index.ts';
import {stepDns} from './dns/index.ts';
import {stepDwfm} from './dwfm/index.ts';
import {stepLambda} from './lambda/index.ts';
import {currentName, stableName} from './former-names.ts';
import {createHarm, stepHarm} from './harm.ts';
import {createInputs} from './inputs.ts';
import {
	assert,
	BrokenInvariant,
	createAgenda,
	randomStreams,
	nextTick,
	plan,
	readyForFractions,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Agenda,
	type StepContext,
	type Tick,
	type Setup,
	type Fact,
} from './kernel/index.ts';
import {stepLaunches} from './launches/index.ts';
import {createMilestones, stepMilestones} from './milestones.ts';
import {stepNetwork, type NetworkParameters} from './network/index.ts';
import {apply, schedule} from './schedule.ts';
import {SUBSYSTEM_NAMES, SUBSYSTEMS, type SubsystemName, type Region} from './subsystems.ts';
import {stepResolvers} from './resolvers/index.ts';
import {stepDynamoDb} from './dynamodb/index.ts';
import type {Fault} from './subsystem.ts';
import {stepSupport} from './support/index.ts';
import {stepTelemetry} from './telemetry/index.ts';
import {stepRedshift} from './redshift/index.ts';
import type {Attempt, Derived, World, WorldSettings} from './world.types.ts';

const DAY_SECONDS = 86_400;

/** A healthy Region at tick 0, with the level's faults waiting on the agenda. */
export function createWorld(settings: WorldSettings): World {
	const facts: Fact[] = [];
	const switches = switchesOn(settings.switches);
	const setups = Object.fromEntries(
		SUBSYSTEM_NAMES.map(name => [
			name,
			{parameters: valuesOf(SUBSYSTEMS[name].parameters, settings.parameters[name]), switches},
		]),
	) as unknown as Record<SubsystemName, Setup<never>>;
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(settings.seed),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	const region = readyForFractions(createRegion(setups, ctx));
	for (const {at, to, fault} of settings.faults) planFault(ctx.agenda, at, to, fault);
	return {
		settings,
		switches,
		facts,
		derived: {ctx, streams: ctx.streams, setups, inputs: createInputs()},
		...region,
		now: ctx.now,
		agenda: ctx.agenda,
		orders: [],
		milestones: createMilestones(),
		harm: createHarm(),
		ending: null,
	};
}

/** A fault comes on the agenda to its subsystem by the spelling that states keep. */
export function planFault(agenda: Agenda, at: Tick, to: SubsystemName, fault: Fault): void {
	const address = stableName(to);
	plan(agenda, at, `fault/${address}`, address, fault);
}

/** Written out, because an object built from a list of entries is slow to read ever after. */
function createRegion(setups: Derived['setups'], ctx: StepContext): Region {
	const build = <Name extends SubsystemName>(name: Name) =>
		SUBSYSTEMS[name].create(setups[name], ctx) as Region[Name];
	return {
		border: build('border'),
		dns: build('dns'),
		resolvers: build('resolvers'),
		dynamodb: build('dynamodb'),
		identity: build('identity'),
		dwfm: build('dwfm'),
		launches: build('launches'),
		network: build('network'),
		nlb: build('nlb'),
		lambda: build('lambda'),
		containers: build('containers'),
		connect: build('connect'),
		redshift: build('redshift'),
		support: build('support'),
		telemetry: build('telemetry'),
		dependents: build('dependents'),
		incidentCall: build('incidentCall'),
	};
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
	deliverDue(world);
	for (const attempt of attempts) schedule(world, attempt);
	stepTrouble(world);
	stepDownstream(world);
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
			const injected = SUBSYSTEMS[to].injectFault(
				world[to],
				due.event,
				setupOf(world, to),
				ctxOf(world),
			);
			assert(injected, `${to} has faults`);
		} else {
			SUBSYSTEMS[to].deliver(world[to], due.to, due.event, setupOf(world, to), ctxOf(world));
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
	const {border, dns, resolvers, dynamodb, identity, dwfm, launches, network, nlb, incidentCall} =
		world;
	const atBorder = stepBorder(border, setups.border, ctx);
	const zones = stepDns(dns, setups.dns, ctx);
	const forResolvers = inputs.resolvers;
	forResolvers.answers = zones.answers;
	forResolvers.fullAnswers = zones.fullAnswers;
	forResolvers.flushAdvised = incidentCall.output.advice.flush;
	const names = stepResolvers(resolvers, forResolvers, setups.resolvers, ctx);
	const forDynamoDb = inputs.dynamodb;
	forDynamoDb.customersEmpty = names.customersEmpty;
	forDynamoDb.prodEmpty = names.prodEmpty;
	forDynamoDb.dwfmEmpty = names.dwfmEmpty;
	forDynamoDb.capacityShare = names.capacityShare;
	forDynamoDb.balancerErrors = nlb.output.internalErrors;
	forDynamoDb.retryAdvised = incidentCall.output.advice.retryHard;
	const table = stepDynamoDb(dynamodb, forDynamoDb, setups.dynamodb, ctx);
	const forIdentity = inputs.identity;
	forIdentity.storeErrors = table.prodErrors;
	forIdentity.balancerErrors = nlb.output.internalErrors;
	stepIdentity(identity, forIdentity, setups.identity, ctx);
	const forDwfm = inputs.dwfm;
	forDwfm.storeEmpty = names.dwfmEmpty;
	forDwfm.probesPerSecond = launches.output.probesPerSecond;
	forDwfm.placedPerSecond = launches.output.placedPerSecond;
	const managers = stepDwfm(dwfm, forDwfm, setups.dwfm, ctx);
	const forLaunches = inputs.launches;
	forLaunches.secondsOfDay = (world.settings.startSecondsOfDay + world.now) % DAY_SECONDS;
	forLaunches.storeErrors = table.ec2Errors;
	forLaunches.leasedShare = managers.leasedShare;
	forLaunches.slotsPerSecond = managers.slotsPerSecond;
	forLaunches.startedPerSecond = managers.startedPerSecond;
	forLaunches.workflowsLostPerSecond = managers.workflowsLostPerSecond;
	forLaunches.networkLatencySeconds = network.output.latencySeconds;
	forLaunches.advice = incidentCall.output.advice;
	const instances = stepLaunches(launches, forLaunches, setups.launches, ctx);
	const forNetwork = inputs.network;
	forNetwork.usualPerSecond = instances.usualPerSecond;
	forNetwork.launchedPerSecond = managers.startedPerSecond;
	forNetwork.terminatedPerSecond = instances.terminationsPerSecond;
	const paths = stepNetwork(network, forNetwork, setups.network, ctx);
	const forNlb = inputs.nlb;
	forNlb.usualPerSecond = instances.usualPerSecond;
	forNlb.launchedPerSecond = managers.startedPerSecond;
	forNlb.latencySeconds = paths.latencySeconds;
	const traffic = stepNlb(nlb, forNlb, setups.nlb, ctx);
	const forIncidentCall = inputs.incidentCall;
	forIncidentCall.customerErrors = Math.max(table.customerErrors, traffic.customerErrors);
	forIncidentCall.packetLossShare = atBorder.packetLossShare;
	stepIncidentCall(incidentCall, forIncidentCall, setups.incidentCall, ctx);
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
	const lambda = stepLambda(world.lambda, forLambda, setups.lambda, ctx);
	const forContainers = inputs.containers;
	forContainers.storeErrors = storeErrors;
	forContainers.launchSuccess = launchSuccess;
	forContainers.networkLatencySeconds = networkLatencySeconds;
	const tasks = stepContainers(world.containers, forContainers, setups.containers, ctx);
	const forConnect = inputs.connect;
	forConnect.storeErrors = storeErrors;
	forConnect.balancerErrors = balancerErrors;
	forConnect.functionErrors = lambda.errors;
	const calls = stepConnect(world.connect, forConnect, setups.connect, ctx);
	const forRedshift = inputs.redshift;
	forRedshift.storeErrors = storeErrors;
	forRedshift.iamErrors = iamErrors;
	forRedshift.launchSuccess = launchSuccess;
	const clusters = stepRedshift(world.redshift, forRedshift, setups.redshift, ctx);
	const cases = stepSupport(world.support, {storeErrors}, setups.support, ctx);
	const forTelemetry = inputs.telemetry;
	forTelemetry.storeErrors = prodErrors;
	forTelemetry.balancerErrors = balancerErrors;
	forTelemetry.functionErrors = lambda.errors;
	const monitoring = stepTelemetry(world.telemetry, forTelemetry, setups.telemetry, ctx);
	const forDependents = inputs.dependents;
	forDependents.dynamodb = storeErrors;
	forDependents.ec2 = 1 - world.launches.output.successShare;
	forDependents.network = 1 - launchSuccess;
	forDependents.nlb = balancerErrors;
	forDependents.lambda = lambda.errors;
	forDependents.sts = stsErrors;
	forDependents.iam = iamErrors;
	forDependents.sqs = monitoring.sqsErrors;
	forDependents.cloudwatch = monitoring.metricLossShare;
	forDependents.containers = tasks.launchErrors;
	forDependents.connect = Math.max(calls.callErrors, calls.chatErrors);
	forDependents.redshift = clusters.queryErrors;
	forDependents.support = cases.lockedOutShare;
	stepDependents(world.dependents, forDependents, setups.dependents, ctx);
}

/** Share of launches that end in an instance that can be reached in reasonable time. */
function launchSuccessOf(world: World): number {
	const setup: Setup<NetworkParameters> = world.derived.setups.network;
	const {uselessSeconds} = setup.parameters;
	const waiting = Math.min(1, world.network.output.latencySeconds / uselessSeconds);
	return world.launches.output.successShare * (1 - waiting);
}

function ctxOf(world: World): Derived['ctx'] {
	return world.derived.ctx;
}

function setupOf(world: World, name: SubsystemName): Setup<never> {
	return world.derived.setups[name];
}

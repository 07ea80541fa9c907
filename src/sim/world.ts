import {stepAccess} from './access/index.ts';
import {stepBalancers} from './balancers/index.ts';
import {stepBorder} from './border/index.ts';
import {stepCall} from './call/index.ts';
import {stepContact} from './contact/index.ts';
import {stepContainers} from './containers/index.ts';
import {stepDependents} from './dependents/index.ts';
import {stepDns} from './dns/index.ts';
import {stepDroplets} from './droplets/index.ts';
import {stepFunctions} from './functions/index.ts';
import {createHarm, stepHarm} from './harm.ts';
import {createInputs} from './inputs.ts';
import {
	assert,
	BrokenInvariant,
	createAgenda,
	luck,
	nextTick,
	plan,
	readyForFractions,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Beat,
	type Conditions,
	type Fact,
} from './kernel/index.ts';
import {stepLaunches} from './launches/index.ts';
import {createMilestones, stepMilestones} from './milestones.ts';
import {stepNetwork, type NetworkParameters} from './network/index.ts';
import {carryOut, obey} from './obey.ts';
import {PART_NAMES, PARTS, type PartName, type Region} from './parts.ts';
import {stepResolvers} from './resolvers/index.ts';
import {stepStore} from './store/index.ts';
import {stepSupport} from './support/index.ts';
import {stepTelemetry} from './telemetry/index.ts';
import {stepWarehouse} from './warehouse/index.ts';
import type {Attempt, Machinery, World, WorldSettings} from './world.types.ts';

const DAY_SECONDS = 86_400;

/** A healthy Region at tick 0, with the level's faults waiting on the agenda. */
export function createWorld(settings: WorldSettings): World {
	const facts: Fact[] = [];
	const switches = switchesOn(settings.switches);
	const conditions = Object.fromEntries(
		PART_NAMES.map(name => [
			name,
			{parameters: valuesOf(PARTS[name].parameters, settings.parameters[name]), switches},
		]),
	) as unknown as Record<PartName, Conditions<never>>;
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck(settings.seed),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	const region = readyForFractions(createRegion(conditions, beat));
	for (const {at, to, fault} of settings.faults) plan(beat.agenda, at, `fault/${to}`, to, fault);
	return {
		settings,
		switches,
		facts,
		machinery: {beat, luck: beat.luck, conditions, inputs: createInputs()},
		...region,
		now: beat.now,
		agenda: beat.agenda,
		orders: [],
		milestones: createMilestones(),
		harm: createHarm(),
		ending: null,
	};
}

/** Written out, because an object built from a list of entries is slow to read ever after. */
function createRegion(conditions: Machinery['conditions'], beat: Beat): Region {
	const build = <Name extends PartName>(name: Name) =>
		PARTS[name].create(conditions[name], beat) as Region[Name];
	return {
		border: build('border'),
		dns: build('dns'),
		resolvers: build('resolvers'),
		store: build('store'),
		access: build('access'),
		droplets: build('droplets'),
		launches: build('launches'),
		network: build('network'),
		balancers: build('balancers'),
		functions: build('functions'),
		containers: build('containers'),
		contact: build('contact'),
		warehouse: build('warehouse'),
		support: build('support'),
		telemetry: build('telemetry'),
		dependents: build('dependents'),
		call: build('call'),
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
	world.machinery.beat.now = world.now;
	world.facts.length = 0;
	deliverDue(world);
	for (const attempt of attempts) obey(world, attempt);
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
		const to = (slash === -1 ? due.to : due.to.slice(0, slash)) as PartName | 'orders';
		if (to === 'orders') {
			carryOut(world, due.event as {type: string; number: number});
		} else if (slash === -1) {
			const struck = PARTS[to].strike(world[to], due.event, conditionsOf(world, to), beatOf(world));
			assert(struck, `${to} has faults`);
		} else {
			PARTS[to].deliver(world[to], due.to, due.event, conditionsOf(world, to), beatOf(world));
		}
	}
}

/**
 * From the empty name to the balancers. A subsystem that needs something further down is handed its
 * output of the second before: that one-second delay is the whole scheduling policy.
 */
function stepTrouble(world: World): void {
	const beat = beatOf(world);
	const {conditions: under, inputs} = world.machinery;
	const {border, dns, resolvers, store, access, droplets, launches, network, balancers, call} =
		world;
	const atBorder = stepBorder(border, under.border, beat);
	const zones = stepDns(dns, under.dns, beat);
	const forResolvers = inputs.resolvers;
	forResolvers.answers = zones.answers;
	forResolvers.fullAnswers = zones.fullAnswers;
	forResolvers.flushAdvised = call.output.advice.flush;
	const names = stepResolvers(resolvers, forResolvers, under.resolvers, beat);
	const forStore = inputs.store;
	forStore.customersEmpty = names.customersEmpty;
	forStore.prodEmpty = names.prodEmpty;
	forStore.dwfmEmpty = names.dwfmEmpty;
	forStore.capacityShare = names.capacityShare;
	forStore.balancerErrors = balancers.output.internalErrors;
	forStore.retryAdvised = call.output.advice.retryHard;
	const table = stepStore(store, forStore, under.store, beat);
	const forAccess = inputs.access;
	forAccess.storeErrors = table.prodErrors;
	forAccess.balancerErrors = balancers.output.internalErrors;
	stepAccess(access, forAccess, under.access, beat);
	const forDroplets = inputs.droplets;
	forDroplets.storeEmpty = names.dwfmEmpty;
	forDroplets.probesPerSecond = launches.output.probesPerSecond;
	forDroplets.placedPerSecond = launches.output.placedPerSecond;
	const managers = stepDroplets(droplets, forDroplets, under.droplets, beat);
	const forLaunches = inputs.launches;
	forLaunches.secondsOfDay = (world.settings.startSecondsOfDay + world.now) % DAY_SECONDS;
	forLaunches.storeErrors = table.ec2Errors;
	forLaunches.leasedShare = managers.leasedShare;
	forLaunches.slotsPerSecond = managers.slotsPerSecond;
	forLaunches.startedPerSecond = managers.startedPerSecond;
	forLaunches.workflowsLostPerSecond = managers.workflowsLostPerSecond;
	forLaunches.networkLatencySeconds = network.output.latencySeconds;
	forLaunches.advice = call.output.advice;
	const instances = stepLaunches(launches, forLaunches, under.launches, beat);
	const forNetwork = inputs.network;
	forNetwork.usualPerSecond = instances.usualPerSecond;
	forNetwork.launchedPerSecond = managers.startedPerSecond;
	forNetwork.terminatedPerSecond = instances.terminationsPerSecond;
	const paths = stepNetwork(network, forNetwork, under.network, beat);
	const forBalancers = inputs.balancers;
	forBalancers.usualPerSecond = instances.usualPerSecond;
	forBalancers.launchedPerSecond = managers.startedPerSecond;
	forBalancers.latencySeconds = paths.latencySeconds;
	const traffic = stepBalancers(balancers, forBalancers, under.balancers, beat);
	const forCall = inputs.call;
	forCall.customerErrors = Math.max(table.customerErrors, traffic.customerErrors);
	forCall.packetLossShare = atBorder.packetLossShare;
	stepCall(call, forCall, under.call, beat);
}

/** Everything that suffers and feeds nothing back into the line above. */
function stepDownstream(world: World): void {
	const beat = beatOf(world);
	const {conditions: under, inputs} = world.machinery;
	const {customerErrors: storeErrors, prodErrors} = world.store.output;
	const balancerErrors = world.balancers.output.internalErrors;
	const launchSuccess = launchSuccessOf(world);
	const networkLatencySeconds = world.network.output.latencySeconds;
	const {iamErrors, stsErrors} = world.access.output;
	const forFunctions = inputs.functions;
	forFunctions.storeErrors = storeErrors;
	forFunctions.balancerErrors = balancerErrors;
	forFunctions.launchSuccess = launchSuccess;
	const lambda = stepFunctions(world.functions, forFunctions, under.functions, beat);
	const forContainers = inputs.containers;
	forContainers.storeErrors = storeErrors;
	forContainers.launchSuccess = launchSuccess;
	forContainers.networkLatencySeconds = networkLatencySeconds;
	const tasks = stepContainers(world.containers, forContainers, under.containers, beat);
	const forContact = inputs.contact;
	forContact.storeErrors = storeErrors;
	forContact.balancerErrors = balancerErrors;
	forContact.functionErrors = lambda.errors;
	const calls = stepContact(world.contact, forContact, under.contact, beat);
	const forWarehouse = inputs.warehouse;
	forWarehouse.storeErrors = storeErrors;
	forWarehouse.iamErrors = iamErrors;
	forWarehouse.launchSuccess = launchSuccess;
	const clusters = stepWarehouse(world.warehouse, forWarehouse, under.warehouse, beat);
	const cases = stepSupport(world.support, {storeErrors}, under.support, beat);
	const forTelemetry = inputs.telemetry;
	forTelemetry.storeErrors = prodErrors;
	forTelemetry.balancerErrors = balancerErrors;
	forTelemetry.functionErrors = lambda.errors;
	const monitoring = stepTelemetry(world.telemetry, forTelemetry, under.telemetry, beat);
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
	stepDependents(world.dependents, forDependents, under.dependents, beat);
}

/** Share of launches that end in an instance that can be reached in reasonable time. */
function launchSuccessOf(world: World): number {
	const conditions: Conditions<NetworkParameters> = world.machinery.conditions.network;
	const {uselessSeconds} = conditions.parameters;
	const waiting = Math.min(1, world.network.output.latencySeconds / uselessSeconds);
	return world.launches.output.successShare * (1 - waiting);
}

function beatOf(world: World): Machinery['beat'] {
	return world.machinery.beat;
}

function conditionsOf(world: World, name: PartName): Conditions<never> {
	return world.machinery.conditions[name];
}

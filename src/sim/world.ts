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
import {
	assert,
	BrokenInvariant,
	createAgenda,
	luck,
	nextTick,
	plan,
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
import {stepNetwork} from './network/index.ts';
import {carryOut, obey} from './obey.ts';
import type {Fault} from './part.ts';
import {PART_NAMES, PARTS, type PartName, type Region} from './parts.ts';
import {stepResolvers} from './resolvers/index.ts';
import {stepStore} from './store/index.ts';
import {stepSupport} from './support/index.ts';
import {stepTelemetry} from './telemetry/index.ts';
import {stepWarehouse} from './warehouse/index.ts';
import type {Attempt, Machinery, World, WorldSettings} from './world.types.ts';

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
	const region = createRegion(conditions, beat);
	for (const {at, to, fault} of settings.faults) plan(beat.agenda, at, `fault/${to}`, to, fault);
	return {
		settings,
		switches,
		facts,
		machinery: {beat, luck: beat.luck, conditions},
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
			const struck = PARTS[to].strike(
				world[to],
				due.event as Fault,
				conditionsOf(world, to),
				beatOf(world),
			);
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
	const under = world.machinery.conditions;
	const {border, dns, resolvers, store, access, droplets, launches, network, balancers, call} =
		world;
	const atBorder = stepBorder(border, under.border, beat);
	const zones = stepDns(dns, under.dns, beat);
	const names = stepResolvers(
		resolvers,
		{
			answers: zones.answers,
			fullAnswers: zones.fullAnswers,
			flushAdvised: call.output.advice.flush,
		},
		under.resolvers,
		beat,
	);
	const table = stepStore(
		store,
		{
			customersEmpty: names.customersEmpty,
			prodEmpty: names.prodEmpty,
			dwfmEmpty: names.dwfmEmpty,
			capacityShare: names.capacityShare,
			balancerErrors: balancers.output.internalErrors,
			retryAdvised: call.output.advice.retryHard,
		},
		under.store,
		beat,
	);
	stepAccess(
		access,
		{storeErrors: table.prodErrors, balancerErrors: balancers.output.internalErrors},
		under.access,
		beat,
	);
	const managers = stepDroplets(
		droplets,
		{
			storeEmpty: names.dwfmEmpty,
			probesPerSecond: launches.output.probesPerSecond,
			placedPerSecond: launches.output.placedPerSecond,
		},
		under.droplets,
		beat,
	);
	const instances = stepLaunches(
		launches,
		{
			storeErrors: table.ec2Errors,
			leasedShare: managers.leasedShare,
			slotsPerSecond: managers.slotsPerSecond,
			startedPerSecond: managers.startedPerSecond,
			workflowsLostPerSecond: managers.workflowsLostPerSecond,
			networkLatencySeconds: network.output.latencySeconds,
			advice: call.output.advice,
		},
		under.launches,
		beat,
	);
	const paths = stepNetwork(
		network,
		{
			usualPerSecond: instances.usualPerSecond,
			launchedPerSecond: managers.startedPerSecond,
			terminatedPerSecond: instances.terminationsPerSecond,
		},
		under.network,
		beat,
	);
	const traffic = stepBalancers(
		balancers,
		{
			usualPerSecond: instances.usualPerSecond,
			launchedPerSecond: managers.startedPerSecond,
			latencySeconds: paths.latencySeconds,
		},
		under.balancers,
		beat,
	);
	stepCall(
		call,
		{
			customerErrors: Math.max(table.customerErrors, traffic.customerErrors),
			packetLossShare: atBorder.packetLossShare,
		},
		under.call,
		beat,
	);
}

/** Everything that suffers and feeds nothing back into the line above. */
function stepDownstream(world: World): void {
	const beat = beatOf(world);
	const under = world.machinery.conditions;
	const {customerErrors: storeErrors, prodErrors} = world.store.output;
	const balancerErrors = world.balancers.output.internalErrors;
	const launchSuccess = launchSuccessOf(world);
	const networkLatencySeconds = world.network.output.latencySeconds;
	const {iamErrors, stsErrors} = world.access.output;
	const lambda = stepFunctions(
		world.functions,
		{storeErrors, balancerErrors, launchSuccess},
		under.functions,
		beat,
	);
	const tasks = stepContainers(
		world.containers,
		{storeErrors, launchSuccess, networkLatencySeconds},
		under.containers,
		beat,
	);
	stepContact(
		world.contact,
		{storeErrors, balancerErrors, functionErrors: lambda.errors},
		under.contact,
		beat,
	);
	stepWarehouse(world.warehouse, {storeErrors, iamErrors, launchSuccess}, under.warehouse, beat);
	stepSupport(world.support, {storeErrors}, under.support, beat);
	const monitoring = stepTelemetry(
		world.telemetry,
		{storeErrors: prodErrors, balancerErrors, functionErrors: lambda.errors},
		under.telemetry,
		beat,
	);
	stepDependents(
		world.dependents,
		{
			dynamodb: storeErrors,
			ec2: 1 - world.launches.output.successShare,
			network: 1 - launchSuccess,
			nlb: balancerErrors,
			lambda: lambda.errors,
			sts: stsErrors,
			iam: iamErrors,
			sqs: monitoring.sqsErrors,
			cloudwatch: monitoring.metricLossShare,
			containers: tasks.launchErrors,
		},
		under.dependents,
		beat,
	);
}

/** Share of launches that end in an instance that can be reached in reasonable time. */
function launchSuccessOf(world: World): number {
	const waiting = Math.min(1, world.network.output.latencySeconds / 1800);
	return world.launches.output.successShare * (1 - waiting);
}

function beatOf(world: World): Machinery['beat'] {
	return world.machinery.beat;
}

function conditionsOf(world: World, name: PartName): Conditions<never> {
	return world.machinery.conditions[name];
}

import {
	applyOrder,
	validateOrder,
	createAgenda,
	randomStreams,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Agenda,
	type StepContext,
	type Fact,
	type Order,
	type Refusal,
	type Result,
	type Switch,
	type Tick,
} from '../../src/sim/kernel/index.ts';
import * as balancers from '../../src/sim/nlb/index.ts';
import * as launches from '../../src/sim/launches/index.ts';
import * as network from '../../src/sim/network/index.ts';
import {AS_IT_HAPPENED, at, type TimedOrder} from './recovery.orders.ts';

export {AS_IT_HAPPENED, at, clockOf, inOrder, timed, type TimedOrder} from './recovery.orders.ts';

// Stands for everything above the three subsystems of the long recovery: the store's errors and the
// leases follow the record, and the orders are those of the level `as-it-happened`.

/** 23:20 PDT. */
const START_SECONDS_OF_DAY = 84_000;

export type Overrides = {
	readonly launches?: Readonly<Record<string, number>>;
	readonly network?: Readonly<Record<string, number>>;
	readonly balancers?: Readonly<Record<string, number>>;
};

export type RecoverySettings = {
	readonly orders?: readonly TimedOrder[];
	readonly overrides?: Overrides;
	readonly switches?: readonly Switch[];
	/** Starts well at this time of day rather than at tick 0: nothing waits and nothing is held. */
	readonly from?: Tick;
	readonly until?: Tick;
	/** Called after each second. */
	readonly watch?: (recovery: Recovery) => void;
};

export type Recovery = {
	now: Tick;
	readonly launches: launches.Launches;
	readonly network: network.Network;
	readonly balancers: balancers.Nlb;
	readonly agenda: Agenda;
	startedPerSecond: number;
	lostPerSecond: number;
	readonly facts: Fact[];
};

export type Derived = {
	readonly recovery: Recovery;
	readonly step: () => void;
	/** Weighs an order and, where it is accepted, carries it out at once. */
	readonly obey: (order: Order) => Refusal | Result;
};

/** The three subsystems under stand-ins for the rest, ready at tick 0. */
export function createRecovery(settings: RecoverySettings = {}): Derived {
	const switches = switchesOn(settings.switches ?? []);
	const {overrides = {}} = settings;
	const forLaunches = {
		parameters: valuesOf(launches.LAUNCHES_PARAMETERS, overrides.launches),
		switches,
	};
	const forNetwork = {
		parameters: valuesOf(network.NETWORK_PARAMETERS, overrides.network),
		switches,
	};
	const forNlb = {
		parameters: valuesOf(balancers.NLB_PARAMETERS, overrides.balancers),
		switches,
	};
	const agenda = createAgenda();
	const ctx: StepContext = {
		now: settings.from ?? tick(0),
		agenda,
		streams: randomStreams('recovery'),
		say: fact => {
			recovery.facts.push(fact);
		},
	};
	const recovery: Recovery = {
		now: ctx.now,
		launches: launches.createLaunches(forLaunches, ctx),
		network: network.createNetwork(forNetwork, ctx),
		balancers: balancers.createNlb(forNlb, ctx),
		agenda,
		startedPerSecond: 0,
		lostPerSecond: 0,
		facts: [],
	};
	const moving = ctx as {now: Tick};

	function step(): void {
		recovery.now = tick(recovery.now + 1);
		moving.now = recovery.now;
		deliver();
		const placed = recovery.launches.output.placedPerSecond;
		const working = isWorking(ctx.now);
		recovery.startedPerSecond = working ? placed : 0;
		recovery.lostPerSecond = working ? 0 : placed;
		const leasedShare = leasedShareAt(ctx.now);
		const paths = recovery.network.output;
		const instances = launches.stepLaunches(
			recovery.launches,
			{
				secondsOfDay: (START_SECONDS_OF_DAY + ctx.now) % 86_400,
				storeErrors: storeErrorsAt(ctx.now),
				leasedShare,
				places: 4_000 * leasedShare,
				startedPerSecond: recovery.startedPerSecond,
				workflowsLostPerSecond: recovery.lostPerSecond,
				networkLatencySeconds: paths.latencySeconds,
				advice: {retryHard: false, pinZone: false},
			},
			forLaunches,
			ctx,
		);
		const usualPerSecond = instances.usualPerSecond;
		const launchedPerSecond = recovery.startedPerSecond;
		network.stepNetwork(
			recovery.network,
			{usualPerSecond, launchedPerSecond, terminatedPerSecond: instances.terminationsPerSecond},
			forNetwork,
			ctx,
		);
		balancers.stepNlb(
			recovery.balancers,
			{usualPerSecond, launchedPerSecond, latencySeconds: paths.latencySeconds},
			forNlb,
			ctx,
		);
	}

	function deliver(): void {
		for (let due = takeDue(ctx.agenda, ctx.now); due; due = takeDue(ctx.agenda, ctx.now)) {
			const {to, event} = due;
			network.deliverNetwork(recovery.network, to, event, forNetwork, ctx);
		}
	}

	function obey(order: Order): Refusal | Result {
		moving.now = recovery.now;
		const by = 'operator';
		if (order.id in launches.LAUNCHES_ORDERS) {
			const weighed = validateOrder(
				launches.LAUNCHES_ORDERS,
				recovery.launches,
				order,
				forLaunches,
				ctx,
			);
			if (!weighed.ok) return weighed;
			return applyOrder(launches.LAUNCHES_ORDERS, recovery.launches, order, by, forLaunches, ctx);
		}
		if (order.id in network.NETWORK_ORDERS) {
			const weighed = validateOrder(
				network.NETWORK_ORDERS,
				recovery.network,
				order,
				forNetwork,
				ctx,
			);
			if (!weighed.ok) return weighed;
			return applyOrder(network.NETWORK_ORDERS, recovery.network, order, by, forNetwork, ctx);
		}
		const weighed = validateOrder(balancers.NLB_ORDERS, recovery.balancers, order, forNlb, ctx);
		if (!weighed.ok) return weighed;
		return applyOrder(balancers.NLB_ORDERS, recovery.balancers, order, by, forNlb, ctx);
	}

	return {recovery, step, obey};
}

export function runRecovery(settings: RecoverySettings = {}): Recovery {
	const {recovery, step, obey} = createRecovery(settings);
	const orders = settings.orders ?? AS_IT_HAPPENED;
	const until = settings.until ?? at('16:00');
	let next = 0;
	while (recovery.now < until) {
		while (next < orders.length && at(orders[next]!.clock) <= recovery.now) {
			obey(orders[next]!.order);
			next++;
		}
		step();
		settings.watch?.(recovery);
	}
	return recovery;
}

/** Errors of the store's front end: the record empty from 23:48, restored at 02:25, forgotten by 02:40. */
function storeErrorsAt(now: number): number {
	const lost = between(now, at('23:48:12'), at('00:10'));
	const back = between(now, at('02:25'), at('02:40'));
	return lost * (1 - back);
}

/** Leases lapse from 23:48 to 02:24, do not move until 04:14, and are all back at 05:28. */
function leasedShareAt(now: number): number {
	const lapsed = 0.95 * between(now, at('23:50'), at('02:24'));
	const back = between(now, at('04:17'), at('05:28'));
	return 1 - lapsed * (1 - back);
}

/** Whether launch workflows end: not without the store, and not while DWFM is collapsed. */
function isWorking(now: number): boolean {
	return now < at('23:50') || now >= at('04:17');
}

function between(now: number, from: number, to: number): number {
	return Math.min(1, Math.max(0, (now - from) / (to - from)));
}

/** When each thing of the record first holds, in ticks; null where it never does. */
export type Milestones = Record<
	| 'launchesSucceed'
	| 'errorsStart'
	| 'latencyElevated'
	| 'checksDegraded'
	| 'errorsEnd'
	| 'latencyNormal'
	| 'ec2Normal',
	number | null
>;

export const FAILING = 0.002;

/** Milestones of a run, watched second by second. */
export function watchMilestones(): {
	readonly found: Milestones;
	readonly watch: (recovery: Recovery) => void;
} {
	const found: Milestones = {
		launchesSucceed: null,
		errorsStart: null,
		latencyElevated: null,
		checksDegraded: null,
		errorsEnd: null,
		latencyNormal: null,
		ec2Normal: null,
	};
	const since: Record<string, number> = {};
	function sustained(name: keyof Milestones, now: number, seconds: number, holds: boolean): void {
		if (found[name] !== null) return;
		if (!holds) delete since[name];
		else {
			const first = (since[name] ??= now);
			if (now - first >= seconds) found[name] = first;
		}
	}
	return {
		found,
		watch: ({now, launches, network, balancers, startedPerSecond}) => {
			const instances = launches.output;
			const admitted = instances.placedPerSecond / Math.max(1e-9, instances.admittedPerSecond);
			const recovering = now > at('02:40');
			const served = instances.successShare >= 0.1;
			const succeeding = startedPerSecond > 0 && admitted > 0.9 && served;
			const normal = !instances.throttled && instances.limitedPerSecond === 0;
			const {customerErrors, checkDelaySeconds} = balancers.output;
			const {latencySeconds} = network.output;
			const erring = found.errorsStart !== null;
			sustained('launchesSucceed', now, 600, recovering && succeeding);
			sustained('errorsStart', now, 0, customerErrors > FAILING);
			sustained('latencyElevated', now, 0, latencySeconds > 600);
			sustained('checksDegraded', now, 0, checkDelaySeconds > 10);
			sustained('errorsEnd', now, 1800, erring && customerErrors < FAILING);
			sustained('latencyNormal', now, 600, found.latencyElevated !== null && latencySeconds < 60);
			const met = instances.successShare > 0.99 && found.launchesSucceed !== null;
			sustained('ec2Normal', now, 600, recovering && normal && met);
		},
	};
}

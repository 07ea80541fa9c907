import type {Automation, Mode} from '../kernel/index.ts';

/** Half of the balancers stand in the first three zones, half in the others: a simplification. */
export {ZONES, type Zone} from '../kernel/index.ts';

/** Balancers by how much of their fleet is new. */
export const CLASSES = ['steady', 'growing', 'starved'] as const;
export type Class = (typeof CLASSES)[number];

export const ZONE_HOLDS = ['free', 'pinned', 'drained'] as const;
export type ZoneHold = (typeof ZONE_HOLDS)[number];

export type Nlb = {
	readonly checker: Mode;
	readonly failover: Mode;
	readonly automations: readonly Automation[];
	/** Targets registered before their network state has arrived. */
	young: number;
	/** Targets kept out of service until somebody, or their network, lets them in. */
	withheld: number;
	registrationHeld: boolean;
	intervalSeconds: number;
	thresholdChecks: number;
	/** Seconds of work before the checker. */
	queueSeconds: number;
	/** Checker hosts added, in service and still launching. */
	hosts: number;
	hostsComing: number;
	hostsDue: number;
	/** Share of balancers of a class that a zone is out of, class by class, zone by zone. */
	readonly out: Float64Array;
	/** How each zone is held: a mode of `ZONE_HOLDS`. */
	readonly zones: readonly Mode[];
	/** Share of capacity that is dead and still in DNS. */
	deadShare: number;
	/** Last second's, for orders. */
	latencySeconds: number;
	readonly output: NlbOutput;
};

export type NlbInputs = {
	/** A night hour's launches per second, which the health checker was planned for. */
	readonly usualPerSecond: number;
	readonly launchedPerSecond: number;
	readonly latencySeconds: number;
};

export type NlbOutput = {
	/** Share of customers' connections that fail. */
	customerErrors: number;
	/** The same for AWS's own services behind NLB. */
	internalErrors: number;
	checkDelaySeconds: number;
	/** Load of the health checker over its capacity; above 1 checks wait. */
	checkLoadShare: number;
	/** Targets that turn good or bad in a second. */
	flapsPerSecond: number;
	/** Mean zones out of DNS for one balancer, 0..3. */
	zonesOut: number;
	failoverOn: boolean;
	/** Targets in service whose network state has not arrived. */
	youngTargets: number;
};

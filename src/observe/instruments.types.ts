/**
 * What the operator's own instruments showed when they were last used. Knowledge stays until somebody looks
 * again, and it grows old: `at` says when it was true.
 */
export type Instruments = {
	/** By endpoint, the one looked at last first; at most ZONES_MAX. */
	readonly zones: readonly ZoneInspection[];
	readonly enactors: EnactorsInspection | null;
	readonly hosts: HostsInspection | null;
	readonly curve: Curve | null;
	readonly probe: Probe | null;
	readonly nlb: NlbInspection | null;
	readonly throttles: ThrottlesInspection | null;
};

/** One hosted zone, as `show zone` found it. */
export type ZoneInspection = {
	readonly at: number;
	readonly endpoint: string;
	readonly host: string;
	/** Null where the record itself is missing. */
	readonly root: Target | null;
	readonly rollback: Target | null;
	/** Who holds the lock on the endpoint, or null where it is free. */
	readonly lockHolder: string | null;
	readonly answers: number;
	readonly fullAnswers: number;
	readonly trees: number;
};

/** What a record points at: a tree by its name, and which plan that is, where the plan history was read as well. */
export type Target = {
	readonly name: string;
	readonly plan: number | null;
	/** Whether the zone has no such tree. */
	readonly missing: boolean;
};

/** The DNS Enactors, as `show enactors` found them. */
export type EnactorsInspection = {
	readonly at: number;
	readonly newestPlan: number;
	readonly enactors: readonly EnactorInspection[];
};

export type EnactorInspection = {
	readonly id: string;
	readonly mode: string;
	/** Null with no plan in hand. */
	readonly plan: number | null;
	readonly passAgeSeconds: number;
	readonly plansBehind: number;
	readonly locksLost: number;
	readonly failures: number;
};

/** The droplet managers, as `show hosts` found them. */
export type HostsInspection = {
	readonly at: number;
	readonly managers: number;
	readonly deadlineSeconds: number;
	readonly threadsPerHost: number;
	/** Null while the gate is open. */
	readonly gatePerSecond: number | null;
	/** Those with the most broken leases, worst first. */
	readonly worst: readonly HostInspection[];
};

export type HostInspection = {
	readonly host: number;
	readonly zone: string;
	readonly state: 'restarting' | 'cut off' | 'stuck' | 'working';
	readonly broken: number;
	readonly queued: number;
	readonly expired: number;
};

/** The characteristic curve of the mean droplet manager: retry work offered against what is free for it. */
export type Curve = {
	readonly at: number;
	/** Leases a manager has to hold. */
	readonly leases: number;
	/** Work offered with none of them broken and with all, and what its threads can do: seconds a second. */
	readonly offeredWithNone: number;
	readonly offeredWithAll: number;
	readonly capacity: number;
	/** Broken leases of a manager now, and those beyond which it collapses when DynamoDB returns. */
	readonly broken: number;
	readonly tippingPoint: number;
	/** Tipping point over broken leases: below one is the wrong side. */
	readonly margin: number;
	/** Retry work over free capacity at the worst manager. */
	readonly pressureWorst: number;
	readonly managersPast: number;
	readonly managers: number;
};

/** The answer of the probe: how many managers would still be stuck had DynamoDB come back at `at`. */
export type Probe = {readonly at: number; readonly stuck: number; readonly managers: number};

/** The load balancers zone by zone, as `show balancers` found them. */
export type NlbInspection = {
	readonly at: number;
	readonly failoverOn: boolean;
	readonly zones: readonly BalancerZone[];
};

export type BalancerZone = {
	readonly zone: string;
	/** Share of the zone's balancers that it is out of. */
	readonly outShare: number;
	readonly hold: 'free' | 'pinned' | 'drained';
};

/** Every throttle in force, as `show throttles` found them; null where there is none, missing where it is not shown. */
export type ThrottlesInspection = {
	readonly at: number;
	readonly launchesPerSecond?: number | null;
	readonly terminationsPerSecond?: number | null;
	readonly gatePerSecond?: number | null;
	readonly lambdaAsyncShare?: number;
	readonly lambdaPollerShare?: number;
};

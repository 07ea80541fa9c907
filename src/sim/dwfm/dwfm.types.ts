import {ZONES, type Mode, type Zone} from '../kernel/index.ts';

/** What reaches the hosts in a second. */
export type Arriving = {
	/** Share of the hosts' look-ups of DynamoDB that get zero answers, 0..1. */
	readonly storeEmpty: number;
	/** Placement probes of the launch API, over the whole fleet. */
	readonly probesPerSecond: number;
	/** Launch workflows that the launch API placed last second. */
	readonly placedPerSecond: number;
};

export type DwfmInputs = Arriving & {
	/** Placement probes there would be if the API’s front end reached DynamoDB. */
	readonly probesOnReturnPerSecond: number;
};

export type DwfmOutput = {
	leased: number;
	broken: number;
	leasedShare: number;
	/** Live work items in the hosts' queues. */
	queued: number;
	/** Items still to be executed although their owners have given up. */
	zombies: number;
	/** Age of the oldest item at the head of any host's queue. */
	oldestSeconds: number;
	/** Items finished in time. */
	goodputPerSecond: number;
	/** Items executed, in time or not. */
	throughputPerSecond: number;
	timeoutsPerSecond: number;
	/** Launch workflows finished. */
	startedPerSecond: number;
	workflowsLostPerSecond: number;
	/** Launches that leased droplets on hosts that are up can carry at a time. */
	places: number;
	/** Load of the lease store over its capacity, as if it were not slowed. */
	storeLoad: number;
	hostsDown: number;
	/** Hosts whose queue is longer than a deadline: whatever enters it now expires there. */
	hostsStuck: number;
	/** Hosts without DynamoDB. */
	hostsCut: number;
	/** Retry work over free capacity of the worst host (model 11). Refreshed once a minute. */
	pressureWorst: number;
};

/**
 * Crowds of droplets by host, second and number of missed checks. A ring is laid out second first, so
 * that one tick reads each ring in order, host after host. Counts are real numbers: a crowd, not heads.
 */
export type Dwfm = {
	/** The second this state has reached. */
	tick: number;
	/** Leased droplets by the second of their next state check: [second][host]. */
	readonly due: Float64Array;
	/** The same after 1.. missed checks: [second][host][misses - 1]. */
	readonly missed: Float64Array;
	/** Change, each second, of the rate at which broken leases come due for an attempt: [second][host]. */
	readonly release: Float64Array;
	/** Queued work by the second it entered: [second][host][checks by misses.., attempts, workflows]. */
	readonly rows: Float64Array;

	// Each droplet of a host is in exactly one of the next six: together they are all of its droplets.
	/** Leased, waiting for a check. */
	readonly waiting: Float64Array;
	/** Leased, check in the queue. */
	readonly checking: Float64Array;
	/** Broken, waiting for the next attempt. */
	readonly backingOff: Float64Array;
	/** Broken, held at the gate. */
	readonly held: Float64Array;
	/** Broken, set aside for a random slot (jittered release). */
	readonly reserve: Float64Array;
	/** Broken, attempt in the queue. */
	readonly attempting: Float64Array;

	readonly reservePerSecond: Float64Array;
	readonly releasePerSecond: Float64Array;
	/** Leased droplets that have missed a check: a part of `waiting`. */
	readonly missing: Float64Array;
	/** Launch workflows in the queue. */
	readonly workflows: Float64Array;
	readonly zombieItems: Float64Array;
	readonly zombieWork: Float64Array;
	readonly zombieUnits: Float64Array;
	/** Expired items since `zombieSince`, to estimate the age of the oldest. */
	readonly zombieArrived: Float64Array;
	readonly zombieSince: Int32Array;
	/** The second of the oldest live row; meaningful while `busy`. */
	readonly head: Int32Array;
	/** 0 while a host is up to date and finishes each second's work within it. */
	readonly busy: Uint8Array;
	/** Each host's mode: a number of `HOST_MODES`. */
	readonly hostModes: Uint8Array;

	/** Seconds' worth of failed look-ups that a pool has been through. */
	readonly emptySeconds: Float64Array;
	/** How much of that the longest-lived connection of the pool survives. */
	readonly poolLifeSeconds: Float64Array;
	/** Seconds' worth of answered look-ups since a host was cut. */
	readonly answeredSeconds: Float64Array;
	readonly reconnectAfterSeconds: Float64Array;
	/** Whether some host is restarting or cut off, or some pool is not full. */
	strained: boolean;

	/** A host is down before this second. */
	readonly downUntil: Int32Array;
	readonly restartedAt: Int32Array;
	/** Leases of a host do not lapse before this second. */
	readonly heldUntil: Int32Array;
	/** 1 for hosts that the rolling restart still has to reach. */
	readonly toRestart: Uint8Array;
	readonly rolling: Rolling;
	readonly purge: Purge;

	/** Lease attempts that may enter a host's queue each second; null when not limited. */
	gatePerSecond: number | null;
	deadlineSeconds: number;
	threadsPerHost: number;
	storeLatencyFactor: number;
	/** Leased droplets on hosts that are up, over which launches are spread. */
	placeable: number;
	readonly tally: Tally;
	readonly fleet: Mode;
	readonly crossed: Crossed;
	readonly output: DwfmOutput;
};

/** A restart that goes through the fleet batch by batch. */
export type Rolling = {active: boolean; size: number; everySeconds: number; next: number};

/** Expired work being thrown away host by host. */
export type Purge = {active: boolean; host: number; next: number};

/** What one second adds up to over all hosts. */
export type Tally = {
	units: number;
	goodput: number;
	zombiesServed: number;
	timeouts: number;
	started: number;
	lost: number;
	oldest: number;
};

/** Last second's side of every line whose crossing is an event, and the averages they are judged by. */
export type Crossed = {
	storeLost: boolean;
	backlog: boolean;
	stalled: boolean;
	well: boolean;
	storeEmpty: number;
	hostsCut: number;
	goodput: number;
	throughput: number;
	offered: number;
};

/** Hosts are dealt out over the zones in turn. */
export function zoneOf(host: number): Zone {
	return ZONES[host % ZONES.length]!;
}

/** A margin above this says nothing more. */
export const MARGIN_MAX = 1000;

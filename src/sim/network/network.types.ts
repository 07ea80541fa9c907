import type {Mode} from '../kernel/index.ts';

export const PRIORITIES = ['new', 'terminated', 'none'] as const;
/** Whose changes go first. */
export type Priority = (typeof PRIORITIES)[number];

export type Network = {
	readonly propagation: Mode;
	readonly acceleration: Mode;
	priority: Priority;
	coalescing: boolean;
	/** Changes not yet propagated, of new and of terminated instances. */
	waitingNew: number;
	waitingTerminated: number;
	/** Inflow over capacity, over about a minute. */
	utilisation: number;
	/** Totals since tick 0: what conservation is checked on. */
	entered: number;
	propagated: number;
	superseded: number;
	readonly output: NetworkOutput;
};

export type NetworkInputs = {
	/** A night hour's launches per second, which capacity was planned for. */
	readonly usualPerSecond: number;
	readonly launchedPerSecond: number;
	readonly terminatedPerSecond: number;
};

export type NetworkOutput = {
	/** From launch to a working network, for an instance launched now. */
	latencySeconds: number;
	/** How much of its use an instance launched now has left when its network arrives, 0..1. */
	usableShare: number;
	backlog: number;
	inflowPerSecond: number;
	capacityPerSecond: number;
	/** Instances that run and cannot be reached. */
	unreachable: number;
};

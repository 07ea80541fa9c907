import type {Suspect} from '../../level/index.ts';
import type {Switch} from '../../sim/index.ts';
import type {PlannedOrder} from '../order-file.ts';
import type {OrderRule} from '../order-rules.ts';
import type {Harm} from '../session.types.ts';

/** An order as the player gave it, accepted or not. */
export type GivenOrder = {
	readonly order: number;
	readonly by: string;
	/** The second in which it met the world. */
	readonly at: number;
	readonly words: string;
};

/** A run as the debrief lives it again: what it began under, and every attempt. */
export type Lived = {
	readonly seed: string;
	readonly switches: readonly Switch[];
	readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly orders: readonly GivenOrder[];
	/** What the player suspected, and when: a level may ask. */
	readonly suspicions: readonly {readonly at: number; readonly suspect: Suspect}[];
	/** No changed run goes further: the level's limit, or where an unfinished run stopped. */
	readonly until: number;
};

/** What is different in a changed run. Orders that make no sense any more stay as they were attempted. */
export type Change = {
	readonly leaveOut: readonly number[];
	readonly move: readonly {readonly order: number; readonly at: number}[];
	readonly add: readonly PlannedOrder[];
	/** What is done afterwards, step by step, on what is seen: an order at a fixed time fits one night only. */
	readonly steps: readonly Step[];
	/** Somebody else's orders in place of all of the player's, or null. */
	readonly instead: Script | null;
	/** Fixes that are in place beside the run's own. */
	readonly switches: readonly Switch[];
	/** Factor on what the recovering systems can do: how near a call was. */
	readonly capacity: number;
};

/** Orders at their times, and orders for when something is seen. */
export type Script = {
	readonly orders: readonly PlannedOrder[];
	readonly rules: readonly OrderRule[];
};

/** Orders that are given once a trace has stayed on its side of a line, after the steps before it. */
export type Step = {
	readonly trace: string;
	readonly below: number;
	readonly minutes: number;
	readonly words: readonly string[];
};

/**
 * What came of a run, changed or not. Times are ticks. Won or lost, a run is lived on while anybody suffers, at most
 * to where the others end: harm that was only not waited for is not saved.
 */
export type Outcome = {
	readonly harm: Harm;
	readonly ended: {readonly at: number; readonly won: boolean; readonly why: string} | null;
	readonly milestones: readonly {readonly id: string; readonly at: number | null}[];
	/** Every row of TRACES at each TRACE_SECONDS, from second 0. */
	readonly traces: Readonly<Record<string, readonly number[]>>;
};

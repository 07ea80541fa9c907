import type {Harm} from '../session.types.ts';

/**
 * What came of a run, changed or not. Times are ticks. Won or lost, a run is lived on while anybody suffers, at most
 * to where the others end: harm that was only not waited for is not saved.
 */
export type Outcome = {
	readonly harm: Harm;
	readonly ended: {readonly at: number; readonly won: boolean; readonly why: string} | null;
	/** Words of the player's orders that are behind what the level calls unsafe. */
	readonly unsafeOrders: readonly string[];
	readonly milestones: readonly {readonly id: string; readonly at: number | null}[];
	/** Every row of TRACES at each TRACE_SECONDS, from second 0. */
	readonly traces: Readonly<Record<string, readonly number[]>>;
};

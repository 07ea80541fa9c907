import type {PlannedOrder} from '../order-file.ts';
import type {Harm} from '../session.types.ts';

/** What came of a run, changed or not. Times are ticks. */
export type Outcome = {
	/** By the second to which it was lived: to its win, or on to where the others end. */
	readonly harm: Harm;
	/** By its own end, as whoever carries it out is told. */
	readonly atEnd: Harm;
	/** Whether it was not lived any further because it had cost so much: the rest would only have cost more. */
	readonly atLeast: boolean;
	readonly ended: {readonly at: number; readonly won: boolean; readonly why: string} | null;
	/** Orders that were given on what was seen, with the seconds in which they were. */
	readonly given: readonly PlannedOrder[];
	/** Orders of the player's that came to nothing: refused, failed, or under way when it ended. */
	readonly undone: readonly PlannedOrder[];
	/** Words of the player's orders that are behind what the level calls unsafe. */
	readonly unsafeOrders: readonly string[];
	readonly milestones: readonly {readonly id: string; readonly at: number | null}[];
	/** Every row of TRACES at each TRACE_SECONDS, from second 0. */
	readonly traces: Readonly<Record<string, readonly number[]>>;
};

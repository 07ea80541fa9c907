import type {Level} from '../../level/index.ts';
import type {KeptNote} from '../notes.types.ts';
import type {Run} from '../run.ts';
import type {RunResult} from '../session.types.ts';
import type {Suffering} from './suffering.ts';

/** Harm so far, and who was suffering, at the end of a minute. */
export type Minute = {
	readonly at: number;
	readonly harm: number;
	/** Harm so far by system, in the order of HARM_PARTS. */
	readonly parts: readonly number[];
	readonly suffering: Suffering;
};

/** A run lived once more, with what a score asks about. */
export type ReplayedRun = {
	readonly level: Level;
	readonly run: Run;
	readonly result: RunResult;
	/** The second in which the player took over. */
	readonly from: number;
	readonly minutes: readonly Minute[];
	/** Seconds in which a promised update did not come. */
	readonly brokenPromises: readonly number[];
	readonly notes: readonly KeptNote[];
};

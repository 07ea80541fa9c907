import type {Observation} from '../../observe/index.ts';
import type {Due} from '../say/due.ts';

/** What stops a run before its second comes: nothing, whatever is news, or what asks for a decision. */
export type RunTo = 'second' | 'news' | 'decision';

/** A run to somewhere, which may be run in pieces. */
export type Running = {
	readonly until: number;
	readonly to: RunTo;
	/** What was seen when it was asked for. */
	readonly from: Observation;
	/** What is announced in the second where it ends at the latest; absent where nothing is. */
	readonly meets?: Due;
};

import type {Tick} from '../../sim/index.ts';
import type {Condition} from '../condition.types.ts';
import type {InjectDeed} from '../injects/inject.types.ts';

/** One inject of a planned session. */
export type PlannedInject = {
	/** Its name in the palette of the level, and what that does. */
	readonly inject: string;
	readonly deed: InjectDeed;
	readonly when: Condition;
	/** The same in words, for whoever serves the drill. */
	readonly whenSaid: string;
	/** After that second it is dropped; null where it may come whenever. */
	readonly notAfter: Tick | null;
	/** What is expected of the room; empty where nobody has said. */
	readonly expects: string;
};

/** What is to be injected into one session of a level, written before and used again. */
export type SessionPlan = {
	readonly level: string;
	readonly aim: string;
	readonly injects: readonly PlannedInject[];
};

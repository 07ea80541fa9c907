import type {Alert, ChatRole} from './observation.types.ts';

/** An alarm that a level adds: a line through a metric as the pipeline delivers it. */
export type OwnAlert = {
	readonly id: string;
	readonly group: string;
	readonly severity: Alert['severity'];
	readonly metric: string;
	readonly compare: 'above' | 'below';
	readonly threshold: number;
	readonly clearAt: number;
	readonly forSeconds: number;
	/** With `{}` for the value. */
	readonly title: string;
};

/** What somebody says in a level, for a reason that the level judges. */
export type OwnRemark = {
	readonly from: string;
	readonly role: ChatRole;
	readonly afterSeconds: number;
	/** Null where it is said once. */
	readonly againSeconds: number | null;
	/** Said in turn, each once in a run. */
	readonly words: readonly string[];
};

/** What a level adds to what can be seen. */
export type LevelOwn = {
	readonly alerts: readonly OwnAlert[];
	readonly chat: readonly OwnRemark[];
};

export const NOTHING_OWN: LevelOwn = {alerts: [], chat: []};

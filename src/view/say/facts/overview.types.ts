import type {System, SystemState} from '../../../observe/index.ts';
import type {Fact} from '../fact.types.ts';

/** What stands beside a row when one looks closer, line by line; the first has no label. */
export type DetailLine = readonly [label: string, parts: readonly string[]];

/** A system as it stands, for whoever draws it. */
export type RowOf = {
	readonly system: System;
	readonly state: SystemState;
	/** The value that earned the mark, and what it counts; both empty where only how it stands is known. */
	readonly said: string;
	readonly says: string;
	/** Needs beyond the first. */
	readonly further: number;
	/** Whether something that people have put in place acts on it. */
	readonly isOurs: boolean;
	/** What stands beside it when one looks closer. */
	readonly detail: () => readonly DetailLine[];
};
export type OverviewRow = Fact<RowOf>;

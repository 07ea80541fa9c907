import type {Moment} from '../../../session/index.ts';

/** What the transport is looking for and has not come to yet. */
export type Wanted =
	| {readonly to: 'second'; readonly at: number}
	| {readonly to: 'next'; readonly kinds: readonly Moment['kind'][]; readonly after: number};

/** Where a replay stands between its first and its last second. */
export type Transport = {
	readonly now: number;
	readonly first: number;
	readonly last: number;
	/** Up to here any second can be shown at once. */
	readonly built: number;
	readonly wanted: Wanted | null;
	/** Whether the run left its journal before this second. */
	readonly strayed: boolean;
};

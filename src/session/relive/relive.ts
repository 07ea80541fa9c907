import {give as giveTo, liveSecond, type Run} from '../run.ts';
import type {Divergence} from './divergence.ts';
import type {Give, Source} from './source.ts';

/** Asked after each second: notes down whatever a score, a debrief or a journal wants to know of it. */
export type Recorder = (run: Run) => void;

export type ReliveOptions = {
	/** The last second to live; without it, the last that the source knows of. */
	readonly until?: number;
	readonly recorders?: readonly Recorder[];
	/** How orders reach the run, where somebody writes them down as well. */
	readonly give?: Give;
	/** Asked before each second: true where the rest of the night would tell nothing more. */
	readonly isEnough?: (run: Run) => boolean;
};

/**
 * The one way along a night, whoever decides what happens in it: gives each order in its second and lives on until
 * `until`, the end of the source or of the run. Stops where the run is not what the source remembers, and says how.
 * To go on from where it stopped is the same as not to have stopped.
 */
export function relive(run: Run, source: Source, options: ReliveOptions = {}): Divergence | null {
	const {until = Infinity, recorders = [], isEnough} = options;
	const give = options.give ?? ((by, order) => void giveTo(run, by, order));
	const last = Math.min(until, source.end);
	for (;;) {
		const divergence = source.meet(run, give, until);
		if (divergence !== null) return divergence;
		if (run.world.ending !== null || run.world.now >= last || isEnough?.(run) === true) return null;
		liveSecond(run);
		for (const record of recorders) record(run);
	}
}

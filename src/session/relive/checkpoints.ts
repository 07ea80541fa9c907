import type {Switch} from '../../sim/index.ts';
import {copyRun, runFrom, type Run, type RunCopy} from '../run.ts';

/** A run set aside in a second, to go on from as often as one likes. */
type Checkpoint = {readonly at: number; readonly run: RunCopy; readonly line: number};

/** Places on a run to go back to. Copies are in memory only, half a megabyte each. */
export type Checkpoints = {
	/** Sets the run aside; `line` is the journal's that comes next. */
	keep(run: Run, line?: number): void;
	/** The last second by then that was set aside; undefined where there is none. */
	before(at: number): number | undefined;
	/** A run of its own that goes on from there, with more switches on. */
	from(
		at: number,
		switches?: readonly Switch[],
	): {readonly run: Run; readonly line: number} | undefined;
};

export function createCheckpoints(): Checkpoints {
	const kept: Checkpoint[] = [];
	const last = (at: number) => kept.findLast(each => each.at <= at);
	return {
		keep(run, line = 0) {
			kept.push({at: run.world.now, run: copyRun(run), line});
		},
		before: at => last(at)?.at,
		from(at, switches) {
			const found = last(at);
			return found === undefined
				? undefined
				: {run: runFrom(found.run, switches), line: found.line};
		},
	};
}

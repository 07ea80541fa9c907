import {BrokenInvariant, nameEmptiesAt} from '../../sim/index.ts';
import {whatIf, type Life} from './baseline.ts';
import type {Job, JobResult} from './search-state.ts';

/** Lives one job. An invariant that breaks is ours to mend, and no reason to leave a player without a debrief. */
export function liveJob(life: Life, job: Job): JobResult {
	if (job.mayPrevent && prevents(life, job)) return {outcome: null, prevented: true};
	try {
		return {outcome: whatIf(life, job.change), prevented: false};
	} catch (error) {
		if (!(error instanceof BrokenInvariant)) throw error;
		return {outcome: null, prevented: false};
	}
}

/** Whether the name stays: then nobody would have given these orders, and there is nothing to live again. */
function prevents({level, lived}: Life, {change}: Job): boolean {
	const {story} = level;
	if (story?.kind !== 'name-empties') return false;
	const switches = [...level.switches, ...lived.switches, ...change.switches];
	const settings = {...level, seed: lived.seed, switches};
	return nameEmptiesAt(settings, story.until) === null;
}

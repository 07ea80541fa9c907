import {BrokenInvariant, nameEmptiesAt} from '../../sim/index.ts';
import {lookAgain, whatIf, type BaselineRun} from './baseline.ts';
import {whatIfInShort} from './enough.ts';
import type {Job, JobResult} from './search-state.ts';

/** Lives one job. An invariant that breaks is ours to mend, and no reason to leave a player without a debrief. */
export function liveJob(baseline: BaselineRun, job: Job): JobResult {
	if (job.mayPrevent && prevents(baseline, job)) return {outcome: null, came: 'prevented'};
	try {
		if (job.looksAgain) {
			const look = lookAgain(baseline, job.change);
			return look === null
				? {outcome: null, came: 'nothing'}
				: {outcome: null, came: 'looked', look};
		}
		const live = job.inFull ? whatIf : whatIfInShort;
		const outcome = live(baseline, job.change);
		return outcome === null ? {outcome, came: 'nothing'} : {outcome, came: 'lived'};
	} catch (error) {
		if (!(error instanceof BrokenInvariant)) throw error;
		return {outcome: null, came: 'broken'};
	}
}

/** Whether the name stays: then nobody would have given these orders, and there is nothing to live again. */
function prevents({level, recorded}: BaselineRun, {change}: Job): boolean {
	const {story} = level;
	if (story?.kind !== 'name-empties') return false;
	const switches = [...level.switches, ...recorded.switches, ...change.switches];
	const settings = {...level, seed: recorded.seed, switches};
	return nameEmptiesAt(settings, story.until) === null;
}

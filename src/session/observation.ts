import {look, type Observation, type OpenCondition} from '../observe/index.ts';
import {assert} from '../sim/index.ts';
import {unmetIn, unmetOf} from './goals/index.ts';
import {endOf, sightOf, type Run} from './run.ts';

/** All that a screen may know of a run in this second. */
export function observationOf(run: Run): Observation {
	assert(run.observer !== null, 'a run that is looked at has an observer');
	const seen = look(run.observer, run.world);
	const why = endOf(run)?.why ?? '';
	return {
		...seen,
		news: newsOf(run),
		open: openNow(run),
		ended: seen.ended === null ? null : {...seen.ended, why},
	};
}

/** How many things have been worth stopping for; costs nothing to ask. */
export function newsOf({observer, open}: Run): number {
	assert(observer !== null, 'a run that is looked at has an observer');
	return observer.news + open.news;
}

/** When the run is over, what was open in truth; before, what is open as far as it can be seen. */
function openNow(run: Run): readonly OpenCondition[] {
	const {evaluator, evaluation, world} = run;
	const sight = sightOf(run);
	const seen = sight === null ? [] : unmetIn(evaluator.winParts, sight);
	const unmet = world.ending === null ? seen : unmetOf(evaluator, evaluation, world);
	return unmet.map(({id, text, about, until, needed}) => ({id, text, about, until, needed}));
}

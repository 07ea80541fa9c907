import {look, type Observation, type OpenCondition, type OrderReport} from '../observe/index.ts';
import {assert, wordsOf} from '../sim/index.ts';
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

/** What can be seen, with the orders that the next second will try. */
export function seenIn(run: Run): Observation {
	const seen = observationOf(run);
	return run.waiting.length === 0 ? seen : {...seen, orders: [...seen.orders, ...waiting(run)]};
}

/** Orders that the next second will try: whoever gave them sees them at once. */
function waiting({waiting: attempts, world}: Run): readonly OrderReport[] {
	return attempts.map(({number, by, order}) => ({
		order: number,
		by,
		text: wordsOf(order),
		at: world.now,
		due: world.now + 1,
		state: 'waiting',
		message: 'It runs when time does.',
		lines: [],
	}));
}

import {clockOf, type Clock} from '../level/index.ts';
import {judgementOf} from './goals/index.ts';
import {harmOf, hashOf, milestonesOf, type World} from '../sim/index.ts';
import type {Run} from './run.ts';
import type {MilestoneResult, RunResult, UnfulfilledOrder} from './session.types.ts';

/** What came of a run so far, beside what happened on the day. */
export function resultOf({world, evaluator, evaluation}: Run, version: string): RunResult {
	const clock = clockOf(evaluator.level, world.settings.seed);
	const {ending} = world;
	return {
		level: evaluator.level.id,
		seed: world.settings.seed,
		version,
		ticks: world.now,
		hash: hashOf(world),
		milestones: milestonesOf(world).map(({id, what, real, at}) =>
			milestone(id, what, real, at, clock),
		),
		harm: harmOf(world),
		...judgementOf(evaluator, evaluation, world),
		ended: ending === null ? null : {...ending, at: clock.at(ending.at)},
		unfulfilled: world.orders.flatMap(record => unfulfilled(record, clock)),
	};
}

/** What came to nothing of what the player ordered; colleagues' orders count up to zero. */
function unfulfilled(
	{number, at, due, words, state, message}: World['orders'][number],
	clock: Clock,
): readonly UnfulfilledOrder[] {
	if (number <= 0 || (state !== 'refused' && state !== 'failed')) return [];
	const when = clock.at(state === 'refused' ? at : due);
	return [{at: when, order: number, what: words, state, why: message}];
}

function milestone(
	id: string,
	what: string,
	real: string,
	at: number | null,
	clock: Clock,
): MilestoneResult {
	if (at === null) return {id, what, real, sim: null, errorMinutes: null};
	const errorMinutes = Math.round((at - (clock.tickOf(real) ?? 0)) / 6) / 10;
	return {id, what, real, sim: clock.at(at), errorMinutes: errorMinutes + 0};
}

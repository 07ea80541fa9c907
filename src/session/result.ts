import {clockOf, type Clock} from '../level/index.ts';
import {judgementOf} from './goals/index.ts';
import {harmOf, hashOf, milestonesOf} from '../sim/index.ts';
import type {Run} from './run.ts';
import type {MilestoneResult, RunResult} from './session.types.ts';

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
	};
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

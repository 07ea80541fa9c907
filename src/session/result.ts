import {clockAt, secondsOfDay, tickAt} from '../level/index.ts';
import {judgementOf} from './goals/index.ts';
import {harmOf, hashOf, milestonesOf} from '../sim/index.ts';
import type {Run} from './run.ts';
import type {MilestoneResult, RunResult} from './session.types.ts';

/** What came of a run so far, beside what happened on the day. */
export function resultOf({world, judge, ledger}: Run, version: string): RunResult {
	const start = world.settings.startSecondsOfDay;
	const {ending} = world;
	return {
		level: judge.level.id,
		seed: world.settings.seed,
		version,
		ticks: world.now,
		hash: hashOf(world),
		milestones: milestonesOf(world).map(({id, what, real, at}) =>
			milestone(id, what, real, at, start),
		),
		harm: harmOf(world),
		...judgementOf(judge, ledger, world),
		ended: ending === null ? null : {...ending, at: clockAt(ending.at, start)},
	};
}

function milestone(
	id: string,
	what: string,
	real: string,
	at: number | null,
	start: number,
): MilestoneResult {
	if (at === null) return {id, what, real, sim: null, errorMinutes: null};
	const onTheDay = tickAt(secondsOfDay(real) ?? 0, start);
	const errorMinutes = Math.round((at - onTheDay) / 6) / 10;
	return {id, what, real, sim: clockAt(at, start), errorMinutes: errorMinutes + 0};
}

import {clockOf, type Clock} from '../level/index.ts';
import {judgementOf} from './goals/index.ts';
import {harmOf, hashOf, milestonesOf, moneyOf, type Ending, type World} from '../sim/index.ts';
import {endOf, type Run} from './run.ts';
import type {MilestoneResult, RunResult, UnfulfilledOrder} from './session.types.ts';

/** What came of a run so far, beside what happened on the day. */
export function resultOf(run: Run, version: string): RunResult {
	const {world, evaluator, evaluation} = run;
	const clock = clockOf(evaluator.level, world.settings.seed);
	const {ending} = world;
	const harm = harmOf(world);
	return {
		level: evaluator.level.id,
		seed: world.settings.seed,
		version,
		ticks: world.now,
		hash: hashOf(world),
		milestones: milestonesOf(world).map(({real, ...came}) =>
			milestoneIn(clock, {...came, real: evaluator.level.isOfRecord ? real : null}),
		),
		harm,
		money: moneyOf(harm),
		...judgementOf(evaluator, evaluation, world),
		ended: ending === null ? null : endedOf(run, ending, clock),
		unfulfilled: world.orders.flatMap(record => unfulfilled(record, clock)),
		orders: world.orders
			.filter(({number}) => number > 0)
			.map(({number: order, at, words: what, state, message}) => ({
				...{at: clock.at(at), order, what, state, message},
			})),
	};
}

/** A loss names what was open; a win has nothing open. */
function endedOf(run: Run, {at, won, why}: Ending, clock: Clock): RunResult['ended'] {
	const open = run.evaluation.openThen.filter(({needed}) => needed);
	return {
		...{at: clock.at(at), won, why: endOf(run)?.why ?? why},
		open: open.map(({id, text, until}) => ({id, text, until})),
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

/** A run is measured against the record only where it is that night. */
function milestoneIn(
	clock: Clock,
	{id, what, real, at}: Pick<MilestoneResult, 'id' | 'what' | 'real'> & {at: number | null},
): MilestoneResult {
	const then = real === null ? undefined : clock.tickOf(real);
	const sim = at === null ? null : clock.at(at);
	if (at === null || then === undefined) return {id, what, real, sim, errorMinutes: null};
	return {id, what, real, sim, errorMinutes: Math.round((at - then) / 6) / 10 + 0};
}

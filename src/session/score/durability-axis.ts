import {copyWorld, recur, step} from '../../sim/index.ts';
import {isSoNow} from '../goals/index.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore} from './score.types.ts';

/** After it is resolved the trouble comes again, with everything switched on: does it hold? */
export function durabilityAxis({level, run}: ReplayedRun): AxisScore {
	const {recurrence} = level;
	const {world} = run;
	if (recurrence === null) return unmeasured('This level does not test whether it holds.');
	if (world.ending?.won !== true)
		return unmeasured('It was not resolved, so nothing was tried again.');
	const after = recur(copyWorld(world), recurrence.faults);
	const began = after.now as number;
	const until = began + 60 * recurrence.minutes;
	let fellAt: number | null = null;
	while (after.now < until) {
		step(after, []);
		const holds = isSoNow(recurrence.holds, after);
		if (holds) fellAt = null;
		else fellAt ??= after.now;
	}
	const minutes = String(recurrence.minutes);
	if (fellAt === null) {
		return {
			id: 'durability',
			points: 100,
			what: `The trouble came again with everything switched on, and after ${minutes} minutes it held.`,
			moments: [{at: world.ending.at, text: 'it held when the trouble came again'}],
		};
	}
	const afterMinutes = String(Math.round((fellAt - began) / 60));
	return {
		id: 'durability',
		points: 0,
		what: `The trouble came again with everything switched on, and it fell after ${afterMinutes} minutes.`,
		moments: [{at: world.ending.at, text: `it fell ${afterMinutes} minutes after this`}],
	};
}

function unmeasured(what: string): AxisScore {
	return {id: 'durability', points: null, what, moments: []};
}

import {copyWorld, recur, step} from '../../sim/index.ts';
import {standingAlone} from '../goals/index.ts';
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
	const holds = standingAlone(recurrence.holds);
	let fell: {readonly at: number; readonly how: string} | null = null;
	while (after.now < until) {
		step(after, []);
		if (holds.isSo(after)) fell = null;
		else
			fell ??= {
				at: after.now,
				how: holds
					.unmet(after)
					.map(({text}) => text)
					.join(', '),
			};
	}
	const minutes = String(recurrence.minutes);
	if (fell === null) {
		return {
			id: 'durability',
			points: 100,
			what: `The trouble came again with everything switched on, and after ${minutes} minutes it held.`,
			moments: [
				{at: world.ending.at, text: 'after the end the same trouble came once more, and it held'},
			],
		};
	}
	const how = `${String(Math.round((fell.at - began) / 60))} minutes later: ${fell.how}`;
	return {
		id: 'durability',
		points: 0,
		what: `The trouble came again with everything switched on, and it fell ${how}.`,
		moments: [
			{
				at: world.ending.at,
				text: `after the end the same trouble came once more, and it fell ${how}`,
			},
		],
	};
}

function unmeasured(what: string): AxisScore {
	return {id: 'durability', points: null, what, moments: []};
}

import {pointsOf} from './harm-axis.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore, Baselines} from './score.types.ts';

/** How long it took, held against the reference; never a score of its own. */
export function timeAxis({run, from}: ReplayedRun, {reference}: Baselines): AxisScore {
	const {ending} = run.world;
	if (ending?.won !== true) {
		return {id: 'time', points: null, what: 'It was not brought to an end.', moments: []};
	}
	const seconds = ending.at - from;
	const moments = [{at: ending.at as number, text: 'it was over'}];
	const took = `${minutesIn(seconds)} minutes`;
	const best = reference?.wonAfterSeconds ?? null;
	if (reference === null || best === null) {
		return {id: 'time', points: null, what: `It took ${took}.`, moments};
	}
	return {
		id: 'time',
		points: pointsOf(best / Math.max(1, seconds)),
		what: `It took ${took}; ${reference.name} ${minutesIn(best)}.`,
		moments,
	};
}

function minutesIn(seconds: number): string {
	return (seconds / 60).toFixed(0);
}

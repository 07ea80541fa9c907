import {secondsOfDay} from '../level/dials/index.ts';
import type {Observation} from '../observe/index.ts';
import type {Problem} from './session.types.ts';
import {timeMeant} from './timeline-notation.ts';

const DAY_SECONDS = 86_400;

/** The tick at which the clock next shows a time, PDT unless it names its clock; null where that is no time of day. */
export function nextTickAt(observation: Observation, time: string): number | null {
	const wanted = secondsOf(time);
	const shown = secondsOf(observation.clock.pdt);
	if (wanted === null || shown === null) return null;
	const ahead = (wanted - shown + DAY_SECONDS) % DAY_SECONDS;
	return observation.now + (ahead === 0 ? DAY_SECONDS : ahead);
}

/** The tick at which the clock last showed a time; null where that was before the run, or is no time. */
export function lastTickAt(observation: Observation, time: string): number | null {
	const next = nextTickAt(observation, time);
	if (next === null || next - DAY_SECONDS < 0) return null;
	return next - DAY_SECONDS;
}

/** A second with a name, to come back to. */
export type Snapshot = {readonly at: number; readonly name: string};

/** The second that is meant: the last that was kept, one by its name, or a time of day that has been. */
export function momentMeant(
	snapshots: readonly Snapshot[],
	observation: Observation,
	wanted: string,
): number | Problem {
	const name = wanted.trim();
	const kept = name === '' ? snapshots.at(-1) : snapshots.find(each => each.name === name);
	const at = kept?.at ?? (name === '' ? null : lastTickAt(observation, name));
	if (at !== null && at < observation.now) return at;
	const suggestions = snapshots.map(each => each.name);
	const problem = (message: string) => ({message, suggestions});
	if (at !== null) return problem('That moment is now.');
	if (name === '') {
		return problem('There is no snapshot yet: `snapshot` takes one, `back 23:50` goes to a time.');
	}
	if (nextTickAt(observation, name) !== null) return problem(`This run started after ${name}.`);
	return problem(`“${name}” is neither a snapshot nor a time in the past.`);
}

function secondsOf(time: string): number | null {
	const meant = timeMeant(time);
	return meant === null ? null : (secondsOfDay(meant) ?? null);
}

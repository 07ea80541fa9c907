import type {Observation} from '../observe/index.ts';
import {lastTickAt} from './clock-time.ts';
import {clean} from './text.ts';

/** A second with a name, to come back to. */
export type Moment = {readonly name: string; readonly at: number};

const MOMENTS_MAX = 100;

/** Keeps a second under a name; a name that was taken moves. */
export function withMoment(
	moments: readonly Moment[],
	at: number,
	named?: string,
): readonly Moment[] {
	const name = named === undefined ? `moment-${String(moments.length + 1)}` : clean(named).trim();
	return [...moments.filter(moment => moment.name !== name), {name, at}].slice(-MOMENTS_MAX);
}

/** The second that is meant: the last that was kept, one by its name, or a time of day; null where none is. */
export function momentMeant(
	moments: readonly Moment[],
	observation: Observation,
	wanted?: string,
): number | null {
	if (wanted === undefined) return moments.at(-1)?.at ?? null;
	const named = moments.find(({name}) => name === clean(wanted).trim());
	return named?.at ?? lastTickAt(observation, wanted);
}

import type {Observation} from '../../observe/index.ts';
import {firstWordBy} from '../../session/index.ts';

/** Something that will come at a second that is known beforehand, and cannot be undone once it has. */
export type Due = {
	readonly id: string;
	readonly at: number;
	/** Simulated seconds before, at which it is announced. */
	readonly ahead: number;
	readonly what: string;
	/** Whether it comes into the queue by itself: then that is what a run to the next decision stops for. */
	readonly isQueued: boolean;
};

/** A promise to customers is spoken of before it is late. */
export const PROMISE_AHEAD_SECONDS = 300;
const LIMIT_AHEAD_SECONDS = 900;
/** In time to write it. */
const FIRST_WORD_AHEAD_SECONDS = 60;

/** What is due: the update that was promised, a first one, the end of the shift where it is known. */
export function dueIn(observation: Observation, limit: number | null): readonly Due[] {
	const end = {id: 'limit', ahead: LIMIT_AHEAD_SECONDS, what: 'shift ends', isQueued: false};
	return [...updateDue(observation), ...(limit === null ? [] : [{...end, at: limit}])];
}

function updateDue(observation: Observation): readonly Due[] {
	const {promisedAt: at} = observation.dashboard;
	if (at !== null) {
		const promise = {id: `promise ${String(at)}`, at, ahead: PROMISE_AHEAD_SECONDS};
		return [{...promise, what: 'update due', isQueued: true}];
	}
	const by = firstWordBy(observation);
	if (by === null) return [];
	const word = {id: 'first word', what: 'first update to customers due', isQueued: false};
	return [{...word, at: by, ahead: FIRST_WORD_AHEAD_SECONDS}];
}

/** What a run to somewhere would pass over next, and the second in which it is announced. */
export function announcedNext(
	observation: Observation,
	limit: number,
	to: 'news' | 'decision',
): (Due & {readonly from: number}) | undefined {
	return dueIn(observation, limit)
		.filter(({isQueued}) => to === 'news' || !isQueued)
		.map(due => ({...due, from: due.at - due.ahead}))
		.filter(({from}) => from > observation.now)
		.sort((a, b) => a.from - b.from)[0];
}

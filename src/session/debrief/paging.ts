import type {Change} from '../relive/change.ts';
import type {Baseline} from './baseline.ts';

/** Fewest minutes between a page and somebody who can act on it, with some to spare. */
export const JOINED_SECONDS = 25 * 60;

/** Half a minute earlier is no other decision. */
const A_MINUTE_SECONDS = 60;

/** Has a team on the call by then: by its first page moved forward, or by one of its own. */
export function pageBefore(
	baseline: Baseline,
	team: string,
	when: number,
): Pick<Change, 'add' | 'move'> {
	const due = Math.max(baseline.level.takeover + 1, when - JOINED_SECONDS);
	const page = baseline.orders.find(
		({number, words, state}) => words === `page ${team}` && (number <= 0 || state !== 'refused'),
	);
	if (page === undefined) return {add: [{at: due, words: `page ${team}`}], move: []};
	if (page.number <= 0) return {add: [], move: []}; // The night shift has seen to it.
	return page.at <= due + A_MINUTE_SECONDS
		? {add: [], move: []}
		: {add: [], move: [{order: page.number, at: due}]};
}

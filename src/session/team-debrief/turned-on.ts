import {beginsAsOneOf} from '../../sim/index.ts';
import type {Finding} from '../debrief/index.ts';
import type {Relay} from './team-debrief.types.ts';

/** How long after a decision a fact that had not come yet may still have changed it. */
const SOON_SECONDS = 900;

/**
 * The fact that would have changed a decision: an order of the better way waits for it, its seat could see it by then, and
 * it had not reached whoever decides. Null where none is; then nothing is said of it.
 */
export function turnedOn(
	{at, other, whole}: Pick<Finding, 'at' | 'other' | 'whole'>,
	relays: readonly Relay[],
): Relay | null {
	if (whole) return null;
	const wanted = ordersIn(other);
	const waiting = relays.filter(
		({waiting: begins, own, seenAt, reached, broke}) =>
			!own &&
			broke !== null &&
			seenAt !== null &&
			seenAt <= at + SOON_SECONDS &&
			(reached === null || reached.at > at) &&
			wanted.some(words => beginsAsOneOf(begins, words)),
	);
	return waiting.toSorted((a, b) => (a.seenAt ?? 0) - (b.seenAt ?? 0))[0] ?? null;
}

/** Each place at which an order may begin in the words of a finding. */
function ordersIn(words: string): readonly string[] {
	const parts = words
		.toLowerCase()
		.replaceAll(/[,;:“”"]/gu, ' ')
		.split(/\s+/u)
		.filter(part => part !== '');
	return parts.map((_, index) => parts.slice(index).join(' '));
}

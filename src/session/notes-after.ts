import {seal} from './journal-chain.ts';
import type {Journal, NoteLine} from './journal.types.ts';
import type {Note} from './notes.types.ts';
import {mayFollowTheEnd, weighNote} from './notes.ts';

/** Lines that add what was said after a run to its journal; nothing of the run is lived again for them. */
export function linesAfter(
	{ended, reached, sum: last}: Pick<Journal, 'ended' | 'reached' | 'sum'>,
	by: string,
	notes: readonly Note[],
): readonly string[] {
	let sum = last;
	return notes.filter(mayFollowTheEnd).flatMap(note => {
		const weighed = weighNote(note, [], {now: reached, ended});
		if (weighed.as !== 'kept') return [];
		const line: NoteLine = {kind: 'note', at: reached, by, note: weighed.note};
		const sealed = seal(line, sum);
		sum = sealed.sum;
		return [sealed.text];
	});
}

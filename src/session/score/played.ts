import type {Journal} from '../journal.types.ts';
import {notesIn} from '../relive/replay.ts';
import type {Played} from './score.types.ts';

/** How a run was played, as its journal tells it. */
export function playedIn(journal: Journal): Played {
	const {switches, parameters, forkedFrom, salvagedAt} = journal.begin;
	const notes = notesIn(journal);
	return {
		claimed: {
			by: notes.some(({note}) => note.about === 'program') ? 'program' : 'person',
			timed: !notes.some(({note}) => note.about === 'untimed'),
			forkedAt: forkedFrom?.at ?? null,
			salvaged: salvagedAt !== undefined,
		},
		fixes: switches,
		numbers: Object.keys(parameters).length > 0,
	};
}

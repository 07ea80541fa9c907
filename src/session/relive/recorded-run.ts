import type {Level} from '../../level/index.ts';
import {SWITCH_NAMES} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import type {Lived} from '../debrief/debrief.types.ts';

/** What a journal tells of a run: what it began under, and who attempted what. */
export function livedOf(level: Level, {begin, lines, ended, reached}: Journal): Lived {
	return {
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(name => begin.switches.includes(name)),
		parameters: begin.parameters,
		orders: lines.flatMap(({line}) =>
			line.kind === 'do' ? [{order: line.order, by: line.by, at: line.at, words: line.what}] : [],
		),
		suspicions: lines.flatMap(({line}) =>
			line.kind === 'note' && line.note.about === 'hypothesis'
				? [{at: line.at, suspect: line.note.suspect}]
				: [],
		),
		until: ended ? level.limit : reached,
	};
}

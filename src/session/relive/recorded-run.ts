import type {InjectDeed, Level, Suspect} from '../../level/index.ts';
import {SWITCH_NAMES, type Switch} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import type {RunSetup} from '../run.ts';

/** An order as it was given, accepted or not. */
export type GivenOrder = {
	readonly order: number;
	readonly by: string;
	/** The second in which it met the world. */
	readonly at: number;
	readonly words: string;
};

/** What a journal records of a run: what it began under, and every attempt. Plain data: threads are handed it. */
export type RecordedRun = {
	readonly seed: string;
	readonly switches: readonly Switch[];
	readonly parameters: Level['parameters'];
	readonly orders: readonly GivenOrder[];
	/** What the player suspected, and when: a level may ask. */
	readonly suspicions: readonly {readonly at: number; readonly suspect: Suspect}[];
	/** What whoever served the drill brought about, and when. */
	readonly injects: readonly {readonly at: number; readonly deed: InjectDeed}[];
	/** No changed run goes further: the level's limit, or where an unfinished run stopped. */
	readonly until: number;
};

export function recordedRunOf(level: Level, journal: Journal): RecordedRun {
	const {lines, ended, reached} = journal;
	return {
		...beginningOf(journal),
		orders: lines.flatMap(({line}) =>
			line.kind === 'do' ? [{order: line.order, by: line.by, at: line.at, words: line.what}] : [],
		),
		suspicions: lines.flatMap(({line}) =>
			line.kind === 'note' && line.note.about === 'hypothesis'
				? [{at: line.at, suspect: line.note.suspect}]
				: [],
		),
		injects: lines.flatMap(({line}) =>
			line.kind === 'note' && line.note.about === 'room' && line.note.event.kind === 'injected'
				? [{at: line.at, deed: line.note.event.deed}]
				: [],
		),
		until: ended ? level.limit : reached,
	};
}

/** What a journal's run began under. */
export function beginningOf({begin}: Journal): Pick<RunSetup, 'seed' | 'switches' | 'parameters'> {
	return {
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(name => begin.switches.includes(name)),
		parameters: begin.parameters,
	};
}

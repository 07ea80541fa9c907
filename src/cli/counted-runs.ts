import path from 'node:path';
import {savesFolder} from '../saves/glance/index.ts';
import {
	diskTrouble,
	indexRuns,
	isRoom,
	noteRuns,
	readJournal,
	readRuns,
	readWho,
	shownPath,
	wordFor,
	type IndexedRuns,
	type SavedRun,
} from '../saves/index.ts';
import {begunIn} from '../play/kept/index.ts';
import {peopleIn, type CohortRoom, type CohortRun, type Rung} from '../session/index.ts';
import type {ShelvedLevel} from '../play/index.ts';
import {livedAgainIn} from './lived-again.ts';
import {ownPlaces} from './places.ts';
import {complain} from './terminal-text.ts';

const PASSED_SHOWN = 5;
const TELL_EVERY = 25;

export type CountedRuns =
	| {
			readonly ok: true;
			readonly runs: readonly CohortRun[];
			readonly rooms: readonly CohortRoom[];
			/** Why what was found could not be kept, if it could not. */
			readonly trouble: string | undefined;
	  }
	| {readonly ok: false; readonly message: string};

/** All runs of a folder that came to their end as recorded, with whoever said that they played them. */
export async function countedRuns(
	saves: string | undefined,
	{rebuild = false}: {readonly rebuild?: boolean | undefined},
): Promise<CountedRuns> {
	const {state} = ownPlaces();
	const folder = savesFolder(saves, state);
	// Of another folder than the player's own a copy of its own is kept.
	const kept =
		saves === undefined ? state : path.join(state, 'cohorts', wordFor(folder).slice(0, 16));
	let indexed: IndexedRuns;
	try {
		indexed = indexRuns(folder, rebuild ? [] : readRuns(kept));
	} catch (error) {
		const message = `${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`;
		return {ok: false, message};
	}
	const {runs} = await livedAgainIn(indexed.runs, Infinity, {
		keep: known => noteRuns(kept, known),
		tell(lived, wanted) {
			if (lived % TELL_EVERY === 0) complain(`Re-simulated ${String(lived)} of ${String(wanted)}.`);
		},
	});
	const trouble = noteRuns(kept, runs);
	const named = namesOf(runs);
	tellPassed([...indexed.passed, ...refuted(runs), ...named.passed]);
	return {ok: true, runs: named.runs, rooms: named.rooms, trouble};
}

/** Levels that somebody may be sent to. */
export function rungsOf(cards: readonly ShelvedLevel[]): readonly Rung[] {
	return cards
		.filter(({kind}) => kind !== 'sandbox' && kind !== 'tutorial')
		.map(({id, title, ladder}) => ({id, title, ladder}));
}

function refuted(runs: readonly SavedRun[]): readonly string[] {
	return runs.flatMap(({file, proof}) =>
		proof === 'refuted'
			? `${shownPath(file)}: it does not replay as recorded, and counts nowhere.`
			: [],
	);
}

function tellPassed(passed: readonly string[]): void {
	for (const sentence of passed.slice(0, PASSED_SHOWN)) complain(sentence);
	const more = passed.length - PASSED_SHOWN;
	if (more > 0) complain(`So it is with ${String(more)} more.`);
}

type NamedRuns = {
	readonly runs: readonly CohortRun[];
	readonly rooms: readonly CohortRoom[];
	/** Names that cannot be read: their runs are whole, and count without one. */
	readonly passed: readonly string[];
};

/** Runs that count, with whoever said that they played them. */
function namesOf(saved: readonly SavedRun[]): NamedRuns {
	const [runs, rooms, passed]: [CohortRun[], CohortRoom[], string[]] = [[], [], []];
	for (const {file, by, level, won, points, beliefs, proof} of saved) {
		if (proof !== 'proven' || won === null || points === null) continue;
		const read = readWho(file);
		if (!read.ok) passed.push(read.message);
		const {name = '', team = '', began = ''} = (read.ok ? read.who : undefined) ?? {};
		const run = {
			team,
			level,
			began: began === '' ? begunIn(path.basename(file)) : began,
			won,
			points,
		};
		const more = {...run, beliefs: beliefs ?? []};
		if (!isRoom(file)) runs.push({...more, name, by});
		else {
			const journal = readJournal(file);
			if (journal.ok) rooms.push({...more, people: peopleIn(journal.journal)});
		}
	}
	return {runs, rooms, passed};
}

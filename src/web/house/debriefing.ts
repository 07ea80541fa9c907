import {get, set} from 'idb-keyval';
import {
	checkedBy,
	startDebriefing,
	startScoring,
	toDebrief,
	type Debriefing,
	type DebriefOptions,
	type Known,
} from '../../play/runs/index.ts';
import type {LevelTexts, Scoring} from '../../play/index.ts';
import type {Journal, Refused} from '../../session/index.ts';
import {workerCrew} from './crew.ts';
import {WORLD} from './region.ts';
import {storeIn} from './store.ts';

type Asked = {readonly file: string} & Pick<DebriefOptions, 'game' | 'withheld' | 'team'>;

/** Begins the debrief of a journal beside the page. What was worked out of the same run before is taken as it is. */
export async function debriefingOf(
	loaded: LevelTexts,
	journal: Journal,
	{file, ...asked}: Asked,
): Promise<Debriefing | Refused> {
	const options = toDebrief(loaded, journal, asked);
	const {level, recorded} = options;
	const of = dependsOn(options);
	const known = await keptKnown(file, of);
	const crew = workerCrew();
	if (known === null) {
		const refused = await checkedBy(crew, {level, recorded}, {journal, game: asked.game});
		if (refused !== null) return refused;
	}
	const onKnown = (found: Known) => {
		keep(file, of, found);
	};
	return startDebriefing({...options, known, onKnown}, crew);
}

/** Begins to score a journal beside the page. */
export function scoringOf(loaded: LevelTexts, journal: Journal, game: string): Scoring {
	return startScoring(loaded, journal, {game, crew: workerCrew()});
}

/** All that it is worked out of. */
function dependsOn({level, recorded, references, game}: DebriefOptions): string {
	return JSON.stringify([recorded, level.hash, references, WORLD, game]);
}

type Kept = {readonly of: string; readonly known: Known};

const within = storeIn('outage-oncall debriefs', 'debriefs');

async function keptKnown(file: string, of: string): Promise<Known | null> {
	const kept = await get<Kept>(file, within).catch(() => undefined);
	return kept?.of === of ? kept.known : null;
}

function keep(file: string, of: string, known: Known): void {
	// Without it the next debrief takes as long as this one.
	set(file, {of, known} satisfies Kept, within).catch(() => undefined);
}

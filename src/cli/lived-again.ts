import {readJournal, type SavedRun} from '../saves/index.ts';
import {scoredAgain} from '../play/runs/index.ts';
import {WORLD} from '../session/index.ts';
import {loadLevel} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** A copy of what is known is written after so many runs. */
const KEEP_EVERY = 50;

export type LivedAgain = {
	readonly runs: readonly SavedRun[];
	/** How many have not been lived again yet. */
	readonly left: number;
};

/**
 * Lives again what nobody has yet, for as long as there is patience; one run in any case. All of it may take minutes: what was
 * found so far is kept, should it be stopped.
 */
export async function livedAgainIn(
	runs: readonly SavedRun[],
	patienceMs: number,
	{
		keep,
		tell = () => undefined,
	}: {
		readonly keep: (runs: readonly SavedRun[]) => void;
		readonly tell?: (lived: number, wanted: number) => void;
	},
): Promise<LivedAgain> {
	const known = [...runs];
	const wanted = runs.filter(canBeProven).length;
	const began = performance.now();
	let [tried, lived, left] = [0, 0, 0];
	for (const [at, run] of runs.entries()) {
		if (!canBeProven(run)) continue;
		if (tried++ > 0 && performance.now() - began > patienceMs) {
			left += 1;
			continue;
		}
		known[at] = await livedAgain(run);
		if (known[at] !== run && ++lived % KEEP_EVERY === 0) keep(known);
		tell(tried, wanted);
	}
	return {runs: known, left};
}

function canBeProven({proof, ended, asMade, world}: SavedRun): boolean {
	return proof === null && ended && asMade && world === WORLD;
}

/** A run that came to its end is lived again once: only then it is known what it is worth. */
async function livedAgain(run: SavedRun): Promise<SavedRun> {
	const read = readJournal(run.file);
	const loaded = read.ok ? await loadLevel(run.level) : read;
	if (!read.ok || !loaded.ok || !('level' in loaded)) return run;
	const {journal} = read;
	// Of a level that has changed since it cannot be said whether it came out.
	if (journal.begin.levelHash !== loaded.level.hash) return run;
	const scored = scoredAgain(journal, loaded, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
	});
	if (!scored.ok) return {...run, proof: 'refuted'};
	const {axes, beliefs} = scored.score;
	const points = Object.fromEntries(axes.map(({id, points}) => [id, points]));
	return {...run, proof: 'proven', points, beliefs};
}

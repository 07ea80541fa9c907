import path from 'node:path';
import {readJson} from '../saves/disk/index.ts';
import {readJournal} from '../saves/index.ts';
import {
	readDistribution,
	scoreJournal,
	standingOf,
	type Distribution,
	type Journal,
	type Refused,
	type Score,
	type Standings,
} from '../session/index.ts';
import {inAscii, shareLines} from '../view/index.ts';
import type {Looks} from '../view/screen/looks/index.ts';
import {expertOf} from './expert.ts';
import type {LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** A score, and where it stands among the scripted players of the level. */
export type ScoredRun = {
	readonly ok: true;
	readonly score: Score;
	readonly standing: Standings | null;
};

/** Lives a journal again, and its references beside it. */
export function scoredAgain(journal: Journal, loaded: LevelFolder): ScoredRun | Refused {
	const {level} = loaded;
	const game = versionOf(packageRoot());
	const expert = expertOf(loaded, journal.begin.seed);
	const scored = scoreJournal(level, journal, expert, {game, node: nodeMajor()});
	if (!scored.ok) return scored;
	const distribution = distributionOf(loaded);
	const standing = distribution === undefined ? null : standingOf(distribution, scored.score);
	return {ok: true, score: scored.score, standing};
}

/** How the scripted players fared, where the level says so and still is the same. */
function distributionOf({folder, level}: LevelFolder): Distribution | undefined {
	const read = readJson(path.join(folder, 'reference.json'));
	// Without one there is a score all the same.
	return read.ok ? readDistribution(read.value, level) : undefined;
}

/** Five lines to share of a run on disk; none where it cannot be lived again, which `score` explains. */
export function shareCard(
	file: string,
	{level, ...rest}: LevelFolder,
	{graphs, bars}: {readonly graphs: Looks['graphs']; readonly bars: boolean},
): readonly string[] {
	const read = readJournal(file);
	const scored = read.ok ? scoredAgain(read.journal, {level, ...rest}) : read;
	if (!scored.ok) return [];
	const lines = shareLines(scored.score, scored.standing, {title: level.title, bars});
	return graphs === 'ascii' ? inAscii(lines) : lines;
}

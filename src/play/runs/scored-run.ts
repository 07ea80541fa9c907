import {clockOf, type Level} from '../../level/index.ts';
import {
	readDistribution,
	scoreJournal,
	standingOf,
	type Journal,
	type Refused,
	type Score,
	type Standings,
} from '../../session/index.ts';
import {inAscii, scoreLines, shareLines, type Looks} from '../../view/index.ts';
import type {House, LevelTexts, ReadRun} from '../house.types.ts';
import {expertOf} from './expert.ts';

/** A score, and where it stands among the scripted players of the level. */
export type ScoredRun = {
	readonly ok: true;
	readonly score: Score;
	readonly standing: Standings | null;
};

/** Lives a journal again, and its references beside it. */
export function scoredAgain(
	journal: Journal,
	loaded: LevelTexts,
	versions: House['versions'],
): ScoredRun | Refused {
	const {level} = loaded;
	const expert = expertOf(loaded, journal.begin.seed);
	const scored = scoreJournal(level, journal, expert, versions);
	if (!scored.ok) return scored;
	// Without one, or where the level has changed since, there is a score all the same.
	const distribution = readDistribution(loaded.reference(), level);
	const standing = distribution === undefined ? null : standingOf(distribution, scored.score);
	return {ok: true, score: scored.score, standing};
}

/** Five lines to share of a run; none where it cannot be lived again, which `score` explains. */
export function shareCard(
	read: ReadRun,
	loaded: LevelTexts,
	{versions, graphs, bars}: Pick<House, 'versions'> & Pick<Looks, 'graphs'> & {bars: boolean},
): readonly string[] {
	const scored = read.ok ? scoredAgain(read.journal, loaded, versions) : read;
	if (!scored.ok) return [];
	const lines = shareLines(scored.score, scored.standing, {title: loaded.level.title, bars});
	return graphs === 'ascii' ? inAscii(lines) : lines;
}

/** For a reader that breaks lines itself. */
export const openLines: typeof scoreLines = (score, setting) =>
	scoreLines(score, setting, Infinity);

/** How a run stands, as lines to read in place; where it has no score, why not. */
export function scorePage(
	read: ReadRun,
	loaded: LevelTexts,
	versions: House['versions'],
	worded: typeof scoreLines = scoreLines,
): readonly string[] {
	if (!read.ok) return [read.message];
	const scored = scoredAgain(read.journal, loaded, versions);
	return scored.ok ? spokenScore(scored, loaded.level, worded) : [scored.problem.message];
}

export function spokenScore(
	{score, standing}: ScoredRun,
	level: Level,
	worded = scoreLines,
): readonly string[] {
	const clock = clockOf(level, score.seed).at;
	return worded(score, {title: level.title, standing, clock});
}

import {headlineOf, WORLD} from '../session/index.ts';
import type {SavedRun} from './runs.ts';

/** Runs that may be laid side by side: people in time, people who took their time, and programs. */
export const BOARDS = ['timed', 'untimed', 'program'] as const;
export type Board = (typeof BOARDS)[number];

export type BestRuns = Readonly<Record<Board, SavedRun | null>>;

/** A level as it is in one world: what was lived in another is not to be laid beside it. */
export type Played = Pick<SavedRun, 'level' | 'world'>;

/** The best run of a level on each board. Only a level's own night counts, played to its end. */
export function bestRuns(runs: readonly SavedRun[], played: Played): BestRuns {
	const best = (board: Board) => runsOn(board, runs, played).sort(better)[0] ?? null;
	return {timed: best('timed'), untimed: best('untimed'), program: best('program')};
}

/** Runs of a level that count on a board; those of this world where living them again proved them. */
export function runsOn(
	board: Board,
	runs: readonly SavedRun[],
	{level, world}: Played,
): SavedRun[] {
	return runs.filter(
		run =>
			run.level === level &&
			run.world === world &&
			run.asMade &&
			run.won !== null &&
			(run.proof === 'proven' || world !== WORLD) &&
			boardOf(run) === board,
	);
}

function boardOf({by, timed}: SavedRun): Board {
	return by === 'program' ? 'program' : timed ? 'timed' : 'untimed';
}

/** Won before lost; then the headline; between runs that are as good, the one with less harm. */
function better(one: SavedRun, other: SavedRun): number {
	const [a, b] = [headlineOf(one.points ?? {}), headlineOf(other.points ?? {})];
	return (
		Number(other.proof === 'proven') - Number(one.proof === 'proven') ||
		Number(other.won) - Number(one.won) ||
		(b.first ?? -1) - (a.first ?? -1) ||
		(b.then ?? -1) - (a.then ?? -1) ||
		(one.harm ?? 0) - (other.harm ?? 0)
	);
}

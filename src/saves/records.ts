import type {SavedRun} from './runs.ts';

/** What journals are of that say nothing of their world. */
const FIRST_WORLD = 1;

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

/** Runs of a level that count on a board. */
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
			boardOf(run) === board,
	);
}

/** What a run is known by: the lowest of safety and tasks, and harm avoided. */
export function headlineOf({points}: SavedRun): {
	readonly first: number | null;
	readonly then: number | null;
} {
	const first = [points?.safety, points?.tasks].filter(value => typeof value === 'number');
	return {first: first.length === 0 ? null : Math.min(...first), then: points?.harm ?? null};
}

function boardOf({by, timed}: SavedRun): Board {
	return by === 'program' ? 'program' : timed ? 'timed' : 'untimed';
}

/** Won before lost; then the headline; between runs that are as good, the one with less harm. */
function better(one: SavedRun, other: SavedRun): number {
	const [a, b] = [headlineOf(one), headlineOf(other)];
	return (
		Number(other.won) - Number(one.won) ||
		(b.first ?? -1) - (a.first ?? -1) ||
		(b.then ?? -1) - (a.then ?? -1) ||
		(one.harm ?? 0) - (other.harm ?? 0)
	);
}

/** A run as it was kept, or undefined where something else was: the index is only a copy of the journals. */
export function keptRun(value: unknown): SavedRun | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const run = value as Partial<Record<keyof SavedRun, unknown>>;
	const texts = [run.file, run.level, run.seed, run.game, run.sum];
	const whole =
		texts.every(text => typeof text === 'string') &&
		typeof run.reached === 'number' &&
		typeof run.writtenAt === 'number' &&
		typeof run.ended === 'boolean' &&
		typeof run.timed === 'boolean' &&
		typeof run.asMade === 'boolean' &&
		(run.by === 'person' || run.by === 'program') &&
		(run.won === null || typeof run.won === 'boolean') &&
		(run.harm === null || typeof run.harm === 'number') &&
		(run.points === null || arePoints(run.points));
	const {world = FIRST_WORLD} = run; // Kept by a game that knew of no other.
	return whole && typeof world === 'number' ? ({...value, world} as SavedRun) : undefined;
}

function arePoints(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every(points => points === null || typeof points === 'number')
	);
}

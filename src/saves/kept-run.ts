import type {SavedRun} from './runs.ts';

/** What journals are of that say nothing of their world. */
const FIRST_WORLD = 1;

/** A run as it was kept, or undefined where something else was: the index is only a copy of the journals. */
export function keptRun(value: unknown): SavedRun | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const run = value as Partial<Record<keyof SavedRun, unknown>>;
	const texts = [run.file, run.level, run.seed, run.game];
	const whole =
		texts.every(text => typeof text === 'string') &&
		typeof run.reached === 'number' &&
		typeof run.writtenAt === 'number' &&
		typeof run.changedAt === 'number' &&
		(run.hash === null || typeof run.hash === 'string') &&
		(run.proof === null || run.proof === 'proven' || run.proof === 'refuted') &&
		typeof run.ended === 'boolean' &&
		typeof run.timed === 'boolean' &&
		typeof run.asMade === 'boolean' &&
		(run.by === 'person' || run.by === 'program') &&
		(run.won === null || typeof run.won === 'boolean') &&
		(run.harm === null || typeof run.harm === 'number') &&
		(run.points === null || arePoints(run.points)) &&
		(run.beliefs === null || areBeliefs(run.beliefs));
	const {world = FIRST_WORLD} = run; // Kept by a game that knew of no other.
	return whole && typeof world === 'number' ? ({...value, world} as SavedRun) : undefined;
}

function areBeliefs(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.every((belief: unknown) => {
			const {confidence, right} = (belief ?? {}) as Partial<Record<string, unknown>>;
			return typeof confidence === 'number' && typeof right === 'boolean';
		})
	);
}

function arePoints(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every(points => points === null || typeof points === 'number')
	);
}

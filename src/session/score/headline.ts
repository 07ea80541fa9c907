import type {AxisId} from './score.types.ts';

/** What a run is known by: the lowest of safety and critical tasks, and after it harm. Null where nothing was measured. */
export type Headline = {readonly first: number | null; readonly then: number | null};

/** The headline of a run, from the points of its axes. */
export function headlineOf(points: Readonly<Partial<Record<AxisId, number | null>>>): Headline {
	const first = [points.safety, points.tasks].filter(value => typeof value === 'number');
	return {first: first.length === 0 ? null : Math.min(...first), then: points.harm ?? null};
}

import type {AxisId, Headline} from './score.types.ts';

/** The headline of a run, from the points of its axes. */
export function headlineOf(points: Readonly<Partial<Record<AxisId, number | null>>>): Headline {
	const first = [points.safety, points.tasks].filter(value => typeof value === 'number');
	return {first: first.length === 0 ? null : Math.min(...first), then: points.harm ?? null};
}

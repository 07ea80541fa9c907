import type {AxisId} from '../score/index.ts';
import type {CohortRun, Need, Progress, Rung} from './cohort.types.ts';

/** From here on somebody is good on an axis. */
export const ENOUGH_POINTS = 80;

/**
 * Axes, and the levels that drill each, easier ones first. Where two are as weak, the one that stands first here: who does not
 * see the cause, or says nothing, will hardly do better on those that follow from it.
 */
const DRILLED_BY: Readonly<Record<AxisId, readonly string[]>> = {
	diagnosis: ['read-a-panel', 'other-names', 'red-herring'],
	communication: ['comms-only', 'felt-elsewhere'],
	safety: ['two-writers', 'quiet-shift', 'false-health-signal'],
	tasks: ['one-empty-answer', 'throttle-then-relax', 'staged-restarts'],
	durability: ['two-writers', 'a-queue-that-will-not-drain', 'network-backlog'],
	time: ['one-empty-answer', 'sign-in-storm'],
	harm: ['a-queue-that-will-not-drain', 'throttle-then-relax', 'warm-pool'],
};
const CAUSES_FIRST = Object.keys(DRILLED_BY) as readonly AxisId[];

/** Every level that somebody may be sent to for an axis. */
export const DRILLS: readonly string[] = [...new Set(Object.values(DRILLED_BY).flat())];

/**
 * What somebody needs next. Their weakest axis of late, where it is not enough: the first level that drills it and that they
 * have not won with enough on it, or else the last. Where all of it is enough: the first rung that they have not won.
 */
export function needOf(
	runs: readonly CohortRun[],
	axes: Readonly<Record<AxisId, Progress>>,
	rungs: readonly Rung[],
): Need {
	let axis: AxisId | null = null;
	for (const each of CAUSES_FIRST) {
		const {now} = axes[each];
		const least = axis === null ? ENOUGH_POINTS : (axes[axis].now ?? ENOUGH_POINTS);
		if (now !== null && now < least) axis = each;
	}
	const has = (level: string, on: AxisId | null) =>
		runs.some(
			run =>
				run.level === level && run.won && (on === null || (run.points[on] ?? 0) >= ENOUGH_POINTS),
		);
	if (axis === null) {
		const ladder = rungs.filter(rung => rung.ladder !== null);
		const next = ladder.toSorted((one, other) => (one.ladder ?? 0) - (other.ladder ?? 0));
		return {axis, level: next.find(({id}) => !has(id, null)) ?? null};
	}
	const on = axis;
	const drills = DRILLED_BY[on].flatMap(id => rungs.find(rung => rung.id === id) ?? []);
	return {axis, level: drills.find(({id}) => !has(id, on)) ?? drills.at(-1) ?? null};
}

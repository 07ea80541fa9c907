import {pointsOf} from './harm-axis.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore} from './score.types.ts';

/** The critical tasks of the level, each met or missed. */
export function tasksAxis({result: {tasks}}: Pick<ReplayedRun, 'result'>): AxisScore {
	const settled = tasks.filter(({state}) => state !== 'open');
	const met = tasks.filter(({state}) => state === 'met').length;
	return {
		id: 'tasks',
		points: settled.length === 0 ? null : pointsOf(met / tasks.length),
		what:
			tasks.length === 0
				? 'This level has no critical tasks.'
				: `${String(met)} of ${String(tasks.length)} critical tasks met.`,
		moments: tasks
			.flatMap(({what, state, tick}) =>
				tick === null ? [] : [{at: tick, text: `${state}: ${what}`}],
			)
			.sort((a, b) => a.at - b.at),
	};
}

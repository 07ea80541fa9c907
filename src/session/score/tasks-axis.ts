import {pointsOf} from './harm-axis.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {AxisScore} from './score.types.ts';

/** The critical tasks of the level, each met or missed. */
export function tasksAxis({result: {tasks}}: Pick<ReplayedRun, 'result'>): AxisScore {
	const asked = tasks.filter(({state}) => state !== 'spared');
	const settled = asked.filter(({state}) => state !== 'open');
	const met = asked.filter(({state}) => state === 'met').length;
	return {
		id: 'tasks',
		points: settled.length === 0 ? null : pointsOf(met / asked.length),
		what: taskWords(tasks.length, asked.length, met),
		moments: tasks
			.flatMap(({what, state, tick}) =>
				tick === null ? [] : [{at: tick, text: `${state}: ${what}`}],
			)
			.sort((a, b) => a.at - b.at),
	};
}

function taskWords(all: number, asked: number, met: number): string {
	if (all === 0) return 'This level has no critical tasks.';
	if (asked === 0) return 'No critical task came up.';
	const spared = all - asked;
	const words = `${String(met)} of ${String(asked)} critical tasks met`;
	return spared === 0 ? `${words}.` : `${words}; ${String(spared)} never came up.`;
}

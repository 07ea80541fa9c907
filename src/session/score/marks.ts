import type {ReplayedRun} from './replayed-run.types.ts';
import {safetyAxis} from './safety-axis.ts';
import type {AxisScore} from './score.types.ts';
import {tasksAxis} from './tasks-axis.ts';

/** What is known of a run in the second in which it ends. */
export function marksOf(
	run: Pick<ReplayedRun, 'level' | 'result' | 'run'>,
): readonly [tasks: AxisScore, safety: AxisScore] {
	return [tasksAxis(run), safetyAxis(run, {})];
}

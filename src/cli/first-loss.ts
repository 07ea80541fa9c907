import {indexRuns} from '../saves/index.ts';

/** Whether a run that has ended was lost, and is the first of its level to end: its answer is still to be found. */
export function isFirstLoss(
	run: {readonly file: string; readonly level: string; readonly won: boolean},
	folder: string,
): boolean {
	if (run.won) return false;
	return !indexRuns(folder).some(
		({file, level, ended}) => file !== run.file && level === run.level && ended,
	);
}

import type {EndedRun} from './kept/index.ts';

/** Whether a run that has ended was lost, and is the first of its level to end: its answer is still to be found. */
export function isFirstLoss(
	run: Pick<EndedRun, 'journal' | 'level' | 'won'>,
	ended: readonly EndedRun[],
): boolean {
	return (
		!run.won && !ended.some(({journal, level}) => journal !== run.journal && level === run.level)
	);
}

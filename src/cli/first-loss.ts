import path from 'node:path';
import {endedRunsIn} from '../saves/glance/index.ts';
import type {RunResult} from '../session/index.ts';
import type {LevelFolder} from './level-folder.ts';

/** Whether a run that has ended was lost, and is the first of its level to end: its answer is still to be found. */
export function isFirstLoss(
	run: {readonly file: string; readonly level: string; readonly won: boolean},
	folder: string,
): boolean {
	if (run.won) return false;
	return !endedRunsIn(folder).some(
		({journal, level}) => journal !== path.basename(run.file) && level === run.level,
	);
}

const NOT_YET =
	'What was behind it is kept back: try it once more first. `outage-oncall debrief FILE` tells it now.';

/** What is told of a run as it is left, however it was played: its answer, unless that is still to be found. */
export function lastWords(
	file: string,
	{level, ended}: RunResult,
	{debrief}: LevelFolder,
	folder: string,
): string {
	return isFirstLoss({file, level, won: ended?.won ?? false}, folder) ? NOT_YET : debrief;
}

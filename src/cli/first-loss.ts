import path from 'node:path';
import {isFirstLoss, type LevelTexts} from '../play/index.ts';
import {endedRunsIn} from '../saves/glance/index.ts';
import type {RunResult} from '../session/index.ts';

const NOT_YET =
	'What was behind it is held back: try once more first. `outage-oncall debrief FILE` tells it now.';

/** What is told of a run as it is left, however it was played: its answer, unless that is still to be found. */
export function lastWords(
	file: string,
	{level, ended}: RunResult,
	{debrief}: LevelTexts,
	folder: string,
): string {
	const run = {journal: path.basename(file), level, won: ended?.won ?? false};
	return isFirstLoss(run, endedRunsIn(folder)) ? NOT_YET : debrief;
}

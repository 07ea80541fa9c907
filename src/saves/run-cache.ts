import path from 'node:path';
import {diskTrouble, makeFolder, readJson, writeAtomic} from './disk/index.ts';
import {keptRun} from './kept-run.ts';
import type {SavedRun} from './runs.ts';

/** What was found out about runs on disk. It is only a copy: losing it costs living them again. */
const FILE = 'runs.json';

/** Runs as they were found; what is damaged is left out. */
export function readRuns(state: string): readonly SavedRun[] {
	const read = readJson(path.join(state, FILE));
	const runs: readonly unknown[] = read.ok && Array.isArray(read.value) ? read.value : [];
	return runs.flatMap(run => keptRun(run) ?? []);
}

/** Keeps what was found. Says in a sentence what went wrong, if anything did. */
export function noteRuns(state: string, runs: readonly SavedRun[]): string | undefined {
	try {
		makeFolder(state, 0o700);
		writeAtomic(path.join(state, FILE), JSON.stringify(runs));
		return undefined;
	} catch (error) {
		return `What was found out about your runs could not be kept: ${diskTrouble(error)}.`;
	}
}

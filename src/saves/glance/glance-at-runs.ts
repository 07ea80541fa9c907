import path from 'node:path';
import {
	endedRun,
	glanceAt,
	isFinished,
	isProven,
	type EndedRun,
	type Ends,
	type Glances,
} from '../../play/kept/index.ts';
import {diskTrouble} from '../disk/index.ts';
import {journalsIn} from '../journals-in.ts';
import {holderOf} from '../lock/index.ts';
import {endsOf} from './ends-of.ts';

/** More than anyone scrolls through, and still read in a few milliseconds. Runs that can go on are shown beyond. */
const RUNS_MAX = 100;

/** The latest runs on disk, latest first, by their first and last lines. */
export function glanceAtRuns(folder: string, proven: ReadonlySet<string>): Glances {
	try {
		const runs = journalsIn(folder).flatMap(({file, writtenAt, isFile}, index) => {
			const ends = isFile ? endsOf(file) : undefined;
			if (index >= RUNS_MAX && (ends === undefined || isFinished(ends))) return [];
			const told = glanceOf(file, writtenAt, ends);
			const glance = {...told, proven: isProven(path.basename(file), told, proven)};
			return index < RUNS_MAX || glance.outcome === 'left' ? [glance] : [];
		});
		return {runs, trouble: undefined};
	} catch (error) {
		return {runs: [], trouble: diskTrouble(error)};
	}
}

/** Every run in a folder that came to its end, by its last lines. Throws where the folder cannot be read. */
export function endedRunsIn(folder: string): readonly EndedRun[] {
	return journalsIn(folder).flatMap(({file, writtenAt, isFile}) => {
		if (!isFile) return [];
		return endedRun(path.basename(file), glanceOf(file, writtenAt, endsOf(file))) ?? [];
	});
}

function glanceOf(file: string, writtenAt: number, ends: Ends | undefined) {
	return glanceAt({file, writtenAt}, ends, () => holderOf(file) !== undefined);
}

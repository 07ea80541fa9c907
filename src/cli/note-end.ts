import {indexRuns, noteEndedRun, readRuns} from '../saves/index.ts';
import type {JournalledSession} from '../session/index.ts';

/** Tells the profile how a run ended; a sentence where it could not be told. */
export async function noteEnd(
	session: JournalledSession,
	{config, folder}: {config: string; folder: string},
): Promise<string | undefined> {
	const {level, harm, ended} = session.result();
	const run = {level, won: ended?.won ?? false, harm: harm.total};
	return noteEndedRun(config, run, indexRuns(folder, readRuns(config)).runs, new Date());
}

import {indexRuns, noteEndedRun} from '../saves/index.ts';
import type {JournalledSession} from '../session/index.ts';
import {complain} from './terminal-text.ts';

/** Tells the profile how a run ended. */
export async function noteEnd(
	session: JournalledSession,
	{config, folder}: {config: string; folder: string},
): Promise<void> {
	const {level, harm, ended} = session.result();
	const run = {level, won: ended?.won ?? false, harm: harm.total};
	const trouble = await noteEndedRun(config, run, indexRuns(folder), new Date());
	if (trouble !== undefined) complain(trouble);
}
